package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.hypscope.ui.matrix.MatrixView;
import org.junit.jupiter.api.Test;

/**
 * The ABI matrix executes its cells away from the window's thread, and a cell opens as a session.
 */
class MatrixViewTest extends WindowTest {
  @Test
  void aCellIsToldInFullAndOpensStandingAtItsHvc() {
    openMatrix();
    assertThat(text()).contains("S4 soft-restart", "K2b", "\u2713 works", "\u2197 wild");

    push(KeyCode.DOWN);
    push(KeyCode.RIGHT);
    eventuallyShows("S0 set-vectors before S1, matrix-arm");
    assertThat(text()).contains("HVBAR", "Parted at #");
    push(KeyCode.ENTER);
    eventually(
        "a session at the HVC of that cell",
        () ->
            workbench.state().snapshot().get().atHvc()
                && workbench.state().abiView().get() != null
                && workbench.state().abiView().get().handler().label().equals("S1"));
    assertThat(workbench.state().abiView().get().caller().contractIds()).contains("S0");
  }

  @Test
  void theFilterKeepsTheCaller() {
    openMatrix();
    clickOn("#matrix-mmu");
    eventuallyShows("S0 get-vectors before I1+M, matrix-arm");
    clickOn("#matrix-thumb");
    eventuallyShows("S0 get-vectors before I1+M, matrix-thumb");
    assertThat(view().asText()).contains("| caller |").contains("matrix-thumb");
  }

  @Test
  void executingCanBeStoppedAndBegunAgain() {
    openSample("kdump-k2");
    interact(
        () -> {
          workbench.enlarge(view());
          assertThat(view().isFilling()).isTrue();
          lookup("#matrix-run").<Button>query().fire();
        });
    assertThat(view().isFilling()).isFalse();
    assertThat(text()).contains("Stopped. Press Run").doesNotContain("each executed");
    interact(() -> lookup("#matrix-run").<Button>query().fire());
    eventuallyShows("cells, each executed");
  }

  private MatrixView view() {
    return (MatrixView)
        workbench.views().stream().filter(MatrixView.class::isInstance).findFirst().orElseThrow();
  }

  private void openMatrix() {
    openSample("kdump-k2");
    push(KeyCode.A);
    for (int share = 1; share <= 19; share++) {
      int cells = share * 25;
      eventually(cells + " cells", () -> view().cellsDone() >= cells);
    }
    eventuallyShows("cells, each executed");
  }
}
