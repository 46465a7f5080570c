package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
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

  private boolean shown(String register) {
    return lookup("#sysreg-" + register).tryQuery().isPresent();
  }

  private boolean focused(String register) {
    return lookup("#sysreg-" + register).query().isFocused();
  }
}
