package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.hypscope.arm.arch.Bank;
import org.hypscope.debug.Breakpoint;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.StopReason;
import org.hypscope.debug.VectorBase;
import org.hypscope.ui.command.Command;
import org.hypscope.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys, messages and modes of the window. */
class WindowKeysTest extends WindowTest {
  @Test
  void aBadFileLeavesTheSessionAndSaysOneSentence(@TempDir Path folder) throws IOException {
    openSample("stub-s0");
    Snapshot before = workbench.state().snapshot().get();
    Path bad = folder.resolve("bad.elf");
    Files.writeString(bad, "this is no ELF file");

    interact(() -> workbench.openFile(bad));

    eventually("a message", () -> workbench.message().isPresent());
    assertThat(workbench.message().get()).contains("bad.elf", "Ctrl+K").doesNotContain("Exception");
    assertThat(workbench.state().snapshot().get()).isSameAs(before);
  }

  @Test
  void whatIsTypedWhileASampleOpensIsFoundOnceItIsThere() {
    interact(
        () -> {
          workbench.openScenario("kdump-k2");
          workbench.perform(Command.PALETTE);
          lookup("#palette-field").queryTextInputControl().setText("why HVBAR");
        });
    eventually("the sample", () -> workbench.state().abiView().get() != null);
    push(KeyCode.ENTER);
    eventuallyShows("Who wrote HVBAR before #410?");
    interact(() -> workbench.openScenario("stub-s0"));
    push(KeyCode.CONTROL, KeyCode.P);
    push(KeyCode.ESCAPE);
    assertThat(lookup("#palette-field").tryQuery()).isEmpty();
  }

  @Test
  void aLetterIsTextInAFieldAndACommandElsewhere() {
    openSample("stub-s0");
    push(KeyCode.CONTROL, KeyCode.P);
    write("h");
    assertThat(lookup("#palette-field").queryTextInputControl().getText()).isEqualTo("h");
    assertThat(retired()).as("nothing ran").isEqualTo(mark());

    push(KeyCode.ESCAPE);
    long before = retired();
    push(KeyCode.H);
    eventually("the next HVC", () -> retired() > before);
  }

  @Test
  void aBreakpointSetByKeyStopsARun() {
    openSample("stub-s0");
    push(KeyCode.CONTROL, KeyCode.G);
    write("__hyp_stub_vectors");
    push(KeyCode.ENTER);
    int vectors = symbol("__hyp_stub_vectors");
    eventually("the code there", () -> Integer.valueOf(vectors).equals(lookedAt()));
    push(KeyCode.B);

    assertThat(workbench.state().breakpoints()).containsExactly(new Breakpoint.Address(vectors));
  }

  @Test
  void presenterModeScalesEverythingAndComesBack() {
    openSample("stub-s0");
    double normal = lookup("#reg-R0").queryLabeled().getHeight();

    push(KeyCode.F11);
    eventually("larger text", () -> lookup("#reg-R0").queryLabeled().getHeight() > 1.1 * normal);

    push(KeyCode.F11);
    eventually("text as before", () -> lookup("#reg-R0").queryLabeled().getHeight() == normal);
  }

  @Test
  void aVectorCatchSetInTheTableStopsARun() {
    openSample("stub-s0");
    interact(() -> lookup("#vectors-HYP-0x14").query().requestFocus());
    push(KeyCode.SPACE);
    assertThat(workbench.state().breakpoints())
        .containsExactly(new Breakpoint.Vector(VectorBase.HYP, 0x14));

    push(KeyCode.F9);
    eventually(
        "the vector caught",
        () -> workbench.state().snapshot().get().stop().kind() == StopReason.Kind.VECTOR);
  }

  @Test
  void everyThemeFollowsTheOther() {
    for (Theme expected : new Theme[] {Theme.DARK, Theme.HIGH_CONTRAST, Theme.LIGHT}) {
      push(KeyCode.CONTROL, KeyCode.T);
      eventually(expected.id(), () -> workbench.state().theme().get() == expected);
    }
  }

  @Test
  void aRegisterIsEditedInPlace() {
    openSample("stub-s0");
    interact(() -> workbench.state().select(Bank.R5));
    push(KeyCode.ENTER);
    write("cafe");
    push(KeyCode.ENTER);

    eventually("R5", () -> workbench.state().snapshot().get().register(Bank.R5) == 0xcafe);
  }

  @Test
  void f6VisitsEveryPane() {
    openSample("stub-s0");
    for (int n = 0; n < workbench.views().size(); n++) {
      push(KeyCode.F6);
    }
    eventually(
        "the first pane again",
        () -> workbench.currentView().orElseThrow() == workbench.views().get(0));
  }

  private long retired() {
    return workbench.state().snapshot().get().mark().retired();
  }

  private long mark() {
    return workbench.state().abiView().get().at().retired();
  }

  private Integer lookedAt() {
    return workbench.state().lookedAt().get();
  }

  private int symbol(String name) {
    return workbench.state().snapshot().get().symbols().address(name).orElseThrow();
  }
}
