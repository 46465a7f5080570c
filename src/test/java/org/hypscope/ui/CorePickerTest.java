package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.hypscope.debug.Snapshot;
import org.junit.jupiter.api.Test;

/** The core that is picked is the one that every pane shows. */
class CorePickerTest extends WindowTest {
  @Test
  void oneCoreNeedsNoPicker() {
    openSample("stub-s0");
    assertThat(picker().isVisible()).isFalse();
    push(KeyCode.C);
    assertThat(snapshot().core()).as("nothing to pick").isZero();
  }

  @Test
  void thePickerTellsStateModesAndOwnersAndPicks() {
    openSample("smp-stub");
    assertThat(picker().getText()).isEqualTo("Core 1, running");
    eventually("the owners", () -> line(0).endsWith("S4") && line(1).endsWith("S4"));
    assertThat(line(0)).contains("waiting in WFE", "SVC", "booted in HYP", "first_core+0x40");
    assertThat(line(1)).contains("running", "__hyp_set_vectors+0x10");

    interact(picker()::requestFocus);
    interact(() -> item(0).fire());

    eventually("core 0", () -> snapshot().core() == 0);
    eventuallyShows("Core 0, waiting in WFE");
    assertThat(text()).as("its code").contains("wfe");
    eventually(
        "its last call, and no call of core 1",
        () ->
            workbench.state().verdict().get() != null
                && workbench.state().abiView().get().at().retired() == 50);
  }

  @Test
  void aKeyAndThePaletteGoToAnotherCore() {
    openSample("smp-stub");
    push(KeyCode.C);
    eventually("core 0", () -> snapshot().core() == 0);
    push(KeyCode.CONTROL, KeyCode.P);
    write("core 1");
    push(KeyCode.ENTER);
    eventually("core 1", () -> snapshot().core() == 1);
    eventually("its verdict", () -> workbench.state().abiView().get().at().retired() == 471);
  }

  @Test
  void aStepOfOneCoreMayLetTheOtherFinish() {
    openSample("smp-stub");
    push(KeyCode.C);
    eventually("core 0", () -> snapshot().core() == 0);
    push(KeyCode.F7);
    eventually("core 0 awake", () -> snapshot().mark().retired() > 471);
    eventually("core 1 off", () -> line(1).contains("off"));
    eventuallyShows("Core 0, running");
    assertThat(snapshot().core()).isZero();
    push(KeyCode.C);
    eventually("core 1", () -> snapshot().core() == 1);
    push(KeyCode.F7);
    eventually("a sentence", () -> workbench.message().isPresent());
    assertThat(workbench.message().get()).startsWith("Core 1 is off and cannot be stepped");
  }

  private Snapshot snapshot() {
    return workbench.state().snapshot().get();
  }

  private MenuButton picker() {
    Node node = lookup("#core-picker").query();
    return (MenuButton) node;
  }

  private MenuItem item(int core) {
    return picker().getItems().get(core);
  }

  private String line(int core) {
    return item(core).getText();
  }
}
