package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Two paths stand side by side at their first divergence, step together, and open as sessions. */
class PathsViewTest extends WindowTest {
  @Test
  void bothStandWhereTheyDivergeAndStepTogether() {
    openPaths();
    assertThat(text())
        .contains("\u25b6 kernel_restart_prepare", "does not happen")
        .contains("In the end: The new kernel is entered in HYP")
        .contains("In the end: No new kernel is entered: r0 = 2 will be called as a function");
    assertThat(label("#paths-left-sentence")).contains("kernel_restart_prepare");

    for (int n = 0; n < 7; n++) {
      push(KeyCode.DOWN);
    }
    eventually(
        "both at the soft restart",
        () -> label("#paths-right-sentence").contains("r0 = 2 will be called"));
    assertThat(label("#paths-left-sentence")).contains("S1 soft-restart: HYP enters new_kernel");
    push(KeyCode.HOME);
    eventually(
        "back at the divergence",
        () -> label("#paths-right-sentence").equals("does not happen here"));
  }

  @Test
  void aStepOpensAsASession() {
    openPaths();
    for (int n = 0; n < 7; n++) {
      push(KeyCode.DOWN);
    }
    clickOn("#paths-open-right");
    eventually(
        "a session at the soft restart of the crash",
        () ->
            workbench.state().snapshot().get().imageName().contains("paths-arm")
                && workbench.state().abiView().get() != null
                && workbench.state().abiView().get().handler().label().equals("K2"));
    assertThat(workbench.state().snapshot().get().atHvc()).isTrue();
  }

  @Test
  void twoPairsAreChosen() {
    openPaths();
    interact(
        () -> {
          lookup("#paths-left").<ComboBox<String>>query().setValue("S4 + K4, kdump");
          lookup("#paths-right").<ComboBox<String>>query().setValue("S0 + K2, kdump");
        });
    eventuallyShows("In the end: The new kernel is entered in SVC");
    assertThat(text()).contains("S0 set-vectors");
  }

  private String label(String id) {
    return lookup(id).<Label>query().getText();
  }

  private void openPaths() {
    openSample("kdump-k2");
    push(KeyCode.P);
    eventuallyShows("In the end:");
  }
}
