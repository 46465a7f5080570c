package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.hypscope.time.Mark;
import org.junit.jupiter.api.Test;

/** A finding that is chosen takes the machine to its instant. */
class FindingsViewTest extends WindowTest {
  @Test
  void aFindingOfThePastIsGoneBackTo() {
    openSample("wide-argument");
    Mark call = workbench.state().snapshot().get().mark();
    push(KeyCode.F8);
    eventually("the call is over", () -> workbench.state().verdict().get() != null);
    assertThat(workbench.state().snapshot().get().mark()).isGreaterThan(call);

    interact(
        () -> {
          ListView<?> findings = lookup("#findings").query();
          findings.requestFocus();
          findings.getSelectionModel().select(0);
        });
    push(KeyCode.ENTER);
    eventually("back at the call", () -> workbench.state().snapshot().get().mark().equals(call));
  }
}
