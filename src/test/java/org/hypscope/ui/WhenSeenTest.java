package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A view that slept in a hidden tab shows, once it is seen, the instant that all others show. */
class WhenSeenTest extends WindowTest {
  @Test
  void aViewThatSleptShowsTheInstantOfAllOthers() {
    openSample("kdump-k2");
    show("Devices");
    push(KeyCode.F7);
    eventually("HYP", () -> workbench.state().snapshot().get().mode().name().equals("HYP"));
    assertThat(text()).doesNotContain("taken: ");

    show("Vector tables");
    eventuallyShows("taken: ");
  }

  @Test
  void aViewThatSleepsIsReadAsItIsNow() {
    openSample("kdump-k2");
    show("Devices");
    push(KeyCode.F7);
    eventually("HYP", () -> workbench.state().snapshot().get().mode().name().equals("HYP"));
    String[] read = new String[1];
    interact(() -> read[0] = view("Vector tables").asText());
    assertThat(read[0]).contains("taken");
  }

  private void show(String title) {
    interact(() -> workbench.show(view(title)));
  }

  private View view(String title) {
    return workbench.views().stream()
        .filter(view -> view.title().equals(title))
        .findFirst()
        .orElseThrow();
  }
}
