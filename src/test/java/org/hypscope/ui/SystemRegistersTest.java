package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.hypscope.ui.cell.EditableCell;
import org.junit.jupiter.api.Test;

/**
 * The pane of system registers: HYP's at once, every other by its group, a filter or the palette.
 */
class SystemRegistersTest extends WindowTest {
  @Test
  void otherGroupsAreClosedUntilTheyAreOpened() {
    openSample("kvm-k4");
    assertThat(shown("HVBAR")).isTrue();
    assertThat(shown("CNTFRQ")).isFalse();

    Node heading = lookup("#sysreg-group-Generic-Timer").query();
    interact(heading::requestFocus);
    push(KeyCode.ENTER);

    eventually("the timer's registers", () -> shown("CNTFRQ"));
    push(KeyCode.ENTER);
    eventually("none of them", () -> !shown("CNTFRQ"));
  }

  @Test
  void theFilterFindsRegistersOfAnyGroupByNameOrTitle() {
    openSample("kvm-k4");
    interact(lookup("#sysreg-filter").query()::requestFocus);
    write("cycle count");

    eventually("PMCCNTR", () -> shown("PMCCNTR"));
    assertThat(shown("HVBAR")).isFalse();
    push(KeyCode.ESCAPE);
    eventually("HYP's again", () -> shown("HVBAR"));
    assertThat(shown("PMCCNTR")).isFalse();
  }

  @Test
  void thePaletteOpensTheGroupOfARegister() {
    openSample("kvm-k4");
    push(KeyCode.CONTROL, KeyCode.P);
    write("dbgoslsr");
    push(KeyCode.ENTER);

    eventually("DBGOSLSR", () -> shown("DBGOSLSR") && focused("DBGOSLSR"));
  }

  @Test
  void thePaletteFindsARegisterByAnyOfItsNamesAndScrollsToIt() {
    openSample("kvm-k4");
    push(KeyCode.CONTROL, KeyCode.P);
    write("prrr");
    push(KeyCode.ENTER);

    eventually("MAIR0", () -> shown("MAIR0") && focused("MAIR0"));
    eventually("MAIR0 in sight", () -> inSight(lookup("#sysreg-MAIR0").query()));
  }

  @Test
  void aBankedRegisterHasALineForEachWorld() {
    openSample("kvm-k4");
    interact(lookup("#sysreg-filter").query()::requestFocus);
    write("sctlr");

    eventually("both copies", () -> shown("SCTLR(S)"));
    EditableCell secure = (EditableCell) copy("SCTLR(S)");
    interact(secure::requestFocus);
    push(KeyCode.ENTER);
    write("00c50079");
    push(KeyCode.ENTER);
    eventually("the Secure copy", () -> secure.getText().equals("00c50079"));
    assertThat(((EditableCell) copy("SCTLR")).getText()).isEqualTo("00c50078");
  }

  /** Whether {@code node} lies in the window of the pane that scrolls it. */
  private static boolean inSight(Node node) {
    Node at = node;
    while (!(at instanceof ScrollPane)) {
      at = at.getParent();
    }
    return at.localToScene(at.getBoundsInLocal())
        .contains(node.localToScene(node.getBoundsInLocal()));
  }

  private Node copy(String name) {
    return lookup(node -> ("sysreg-" + name).equals(node.getId())).query();
  }

  private boolean shown(String register) {
    return lookup(node -> ("sysreg-" + register).equals(node.getId())).tryQuery().isPresent();
  }

  private boolean focused(String register) {
    return lookup("#sysreg-" + register).query().isFocused();
  }
}
