package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The Devices view puts the board's devices into words and marks what a step changed. */
class DevicesViewTest extends WindowTest {
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

  @Test
  void everyDeviceIsThereInWords() {
    openDevices();
    assertThat(text())
        .contains("Interrupts of core 1", "The distributor forwards nothing")
        .contains("Timers of core 1", "virtual timer")
        .contains("GICH_ELRSR", "LR0, LR1, LR2, LR3 free")
        .contains("UART (PL011)", "nothing received")
        .contains("2023-01-01T00:00:00Z")
        .contains("waiting in WFE");
  }

  @Test
  void whatAStepChangedIsMarked() {
    openDevices();
    assertThat(changed()).as("the start is no step").isEmpty();
    push(KeyCode.C);
    eventuallyShows("Interrupts of core 0");
    push(KeyCode.F7);
    eventually("core 1 is marked as off", () -> changed().contains("off"));
    assertThat(changed()).contains("running").doesNotContain("virtual timer");
  }

  @Test
  void theViewIsCopiedAsText() {
    openDevices();
    View devices =
        workbench.views().stream()
            .filter(v -> v.title().equals("Devices"))
            .findFirst()
            .orElseThrow();
    assertThat(devices.asText())
        .contains("### CPU interface (GICC) of core 1")
        .contains("| register | value | meaning |")
        .contains("| GICC_RPR | 0x000000ff | idle |");
  }

  private List<String> changed() {
    return lookup(".device-cell").<Node>queryAll().stream()
        .filter(node -> node.getPseudoClassStates().contains(CHANGED))
        .map(node -> ((Label) node).getText())
        .toList();
  }

  private void openDevices() {
    openSample("smp-stub");
    push(KeyCode.CONTROL, KeyCode.P);
    write("devices");
    push(KeyCode.ENTER);
    eventuallyShows("UARTCR");
  }
}
