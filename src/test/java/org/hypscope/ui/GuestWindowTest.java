package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.Breakpoint;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.StopReason;
import org.hypscope.oracle.Tools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T32, floating point and translation as the window shows them. */
class GuestWindowTest extends WindowTest {
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

  @TempDir Path folder;

  @BeforeEach
  void open() {
    Tools.assume(Tools.AS, Tools.LD);
    Path object = folder.resolve("guest.o");
    Path elf = folder.resolve("guest.elf");
    Tools.run(List.of(Tools.AS, "-o", object.toString(), "src/test/resources/window/guest.S"));
    Tools.run(List.of(Tools.LD, "-Ttext=0x40010000", "-o", elf.toString(), object.toString()));
    interact(() -> workbench.openFile(elf));
    eventually("the image", () -> snapshot() != null);
  }

  @Test
  void anItBlockSaysWhichConditionsHold() {
    runTo("choice");
    eventually("T32", () -> label("chip-state").equals("T32"));

    push(KeyCode.F7);
    eventuallyShows("IT block, to come: EQ NE EQ NE");
    eventuallyShows("In an IT block: EQ holds.");
    push(KeyCode.F7);
    eventuallyShows("In an IT block: NE does not hold: it will do nothing.");
    push(KeyCode.F7);
    eventuallyShows("IT block, to come: EQ NE");
    assertThat(snapshot().register(Bank.R1)).as("NE was not done").isEqualTo(10);
  }

  @Test
  void halfwordsOfDataBetweenInstructionsAreNotReadAsCode() {
    runTo("jump");

    eventually("the table", () -> code().contains(".short  0x0101"));
    assertThat(code()).containsPattern("=> [0-9a-f]{8}  e8dff000  tbb").contains("f7e08000  hvc");
  }

  @Test
  void aHypercallInT32IsFoundAndABreakpointStopsInT32() {
    interact(() -> workbench.state().toggle(new Breakpoint.Address(symbol("jump"))));
    push(KeyCode.H);
    eventually("the breakpoint", () -> snapshot().stop().kind() == StopReason.Kind.BREAKPOINT);
    assertThat(snapshot().pc()).isEqualTo(symbol("jump"));

    push(KeyCode.H);
    eventually("the HVC", () -> snapshot().atHvc());
    assertThat(snapshot().pc()).isEqualTo(symbol("call"));
    eventuallyShows("The call returns with r0 = 11");
  }

  @Test
  void floatingPointRegistersShowChangesAndLanes() {
    find("d9");
    runTo("guest");
    push(KeyCode.F7);
    push(KeyCode.F7);
    push(KeyCode.F7);

    eventually("D9", () -> label("reg-D9").equals("4022000000000000"));
    assertThat(lookup("#reg-D9").query().getPseudoClassStates()).contains(CHANGED);
    interact(() -> lanes().getSelectionModel().select("F64"));
    assertThat(label("reg-D8")).isEqualTo("3.0");
    assertThat(label("reg-D9")).isEqualTo("9.0");

    push(KeyCode.F7);
    eventuallyShows("seen: Division by Zero");
    assertThat(label("fp-access")).contains("FPEXC.EN on");
  }

  @Test
  void aDoublewordIsEditedInPlaceInHexadecimal() {
    find("d9");
    interact(() -> lanes().getSelectionModel().select("F32"));
    push(KeyCode.ENTER);
    write("3ff0000000000000");
    push(KeyCode.ENTER);

    eventually("D9", () -> snapshot().fp().d(9) == 0x3ff0_0000_0000_0000L);
  }

  @Test
  void theChipsAndTheWalkSayWhatTranslates() {
    runTo("choice");
    eventually("both stages", () -> label("chip-mmu").equals("MMU on S1+S2"));
    assertThat(label("chip-vmid")).isEqualTo("VMID 5");

    push(KeyCode.T);
    eventuallyShows("stage 1 level 1");
    clickOn("#translation-HVBAR");
    String vectors = String.format("0x%08x", symbol("hyp_vectors"));
    eventuallyShows("HYP:" + vectors + " fetch: PA:" + vectors + ".");
  }

  @Test
  void theValueOfTheSelectedRegisterIsTranslated() {
    runTo("choice");
    interact(() -> workbench.state().select(Bank.R2));
    push(KeyCode.ENTER);
    write("c0008004");
    push(KeyCode.ENTER);
    eventually("R2", () -> snapshot().register(Bank.R2) == 0xc0008004);

    push(KeyCode.T);
    eventuallyShows("PL1:0xc0008004 read: PA:0x40008004.");
    assertThat(lookup("#translation-address").queryTextInputControl().getText())
        .as("the T is a command, not a text")
        .isEqualTo("0xc0008004");
  }

  @Test
  void aPaneTakesAllTheRoomAndGivesItBack() {
    find("d9");
    push(KeyCode.CONTROL, KeyCode.M);
    eventually("alone", () -> width("#pane-Code") == 0);
    assertThat(lookup("#reg-D9").query().isFocused()).isTrue();

    interact(() -> workbench.state().select(SysRegs.byName("HVBAR")));
    eventually("all again", () -> width("#pane-Code") > 100);
    assertThat(lookup("#sysreg-HVBAR").query().isFocused()).isTrue();
  }

  /** 0 for what has no room in the window. */
  private double width(String id) {
    return lookup(id).tryQuery().map(pane -> pane.getLayoutBounds().getWidth()).orElse(0.0);
  }

  private void find(String register) {
    push(KeyCode.CONTROL, KeyCode.P);
    write(register);
    push(KeyCode.ENTER);
    eventually(register, () -> lookup("#reg-D9").tryQuery().filter(Node::isFocused).isPresent());
  }

  private void runTo(String symbol) {
    push(KeyCode.CONTROL, KeyCode.G);
    write(symbol);
    push(KeyCode.ENTER);
    push(KeyCode.F4);
    eventually(symbol, () -> snapshot().pc() == symbol(symbol));
  }

  private int symbol(String name) {
    return snapshot().symbols().address(name).orElseThrow() & ~1;
  }

  private Snapshot snapshot() {
    return workbench.state().snapshot().get();
  }

  private String label(String id) {
    return lookup("#" + id).queryLabeled().getText();
  }

  private String code() {
    return workbench.views().get(0).asText();
  }

  private ComboBox<String> lanes() {
    return lookup("#fp-lanes").queryComboBox();
  }
}
