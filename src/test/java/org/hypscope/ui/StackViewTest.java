package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The Stack view follows a hypercall into HYP and shows where each frame is. */
class StackViewTest extends WindowTest {
  @Test
  void theCallerIsUnderTheHandler() {
    openSample("kdump-k2");
    push(KeyCode.K);
    eventuallyShows("\u2713 registers, sure");

    push(KeyCode.F7);
    eventuallyShows("\u2713 exception, sure");
    assertThat(text()).contains("#1").contains("SP of #0").contains("Nothing says who called");
  }

  @Test
  void aChosenFrameIsShownInTheCodeAndItsStackInMemory() {
    openSample("kdump-k2");
    push(KeyCode.K);
    eventuallyShows("\u2713 registers, sure");
    push(KeyCode.F7);
    eventuallyShows("\u2713 exception, sure");
    ListView<?> frames = lookup("#stack-frames").queryListView();
    interact(() -> frames.getSelectionModel().select(1));

    eventuallyShows("At 0x");
    push(KeyCode.CONTROL, KeyCode.P);
    write("memory");
    push(KeyCode.ENTER);
    eventuallyShows("PL1:0x4001");
  }

  @Test
  void theStackCanBeCopied() {
    openSample("kdump-k2");
    push(KeyCode.K);
    eventuallyShows("\u2713 registers, sure");
    interact(
        () ->
            assertThat(workbench.currentView().orElseThrow().asText())
                .startsWith("| # | Mode | PC | Where | Source |")
                .contains("| 0 | SVC | PL1:0x"));
  }
}
