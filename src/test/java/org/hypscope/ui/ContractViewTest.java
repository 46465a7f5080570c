package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;

/**
 * The contract editor says at once what is wrong, completes, and changes what the session knows.
 */
class ContractViewTest extends WindowTest {
  @Test
  void anErrorIsSaidWithItsLineWhileItIsThere() {
    openEditor();
    replace("owner: stub", "owner: stubb");
    eventuallyShows("\u2715 line ");
    assertThat(button("#contract-use").isDisabled()).isTrue();
    replace("owner: stubb", "owner: stub");
    eventuallyShows("\u2713 S4: a contract with 3 calls");
    assertThat(button("#contract-save").isDisabled()).isFalse();
  }

  @Test
  void aLoneOfferOfTheSchemaIsTaken() {
    openEditor();
    interact(
        () -> {
          area().replaceText("id: X\nbad");
          area().moveTo(area().getLength());
          area().requestFocus();
        });
    push(KeyCode.CONTROL, KeyCode.SPACE);
    eventually("the key is whole", () -> area().getText().endsWith("bad-call: "));
  }

  @Test
  void theSessionKnowsTheContractAtOnce() {
    openEditor();
    replace("id: S4", "id: MINE");
    eventuallyShows("\u2713 MINE: a contract");
    interact(() -> button("#contract-use").fire());
    assertThat(lookup("#contract-done").<Label>query().getText()).contains("MINE is used");
    eventually(
        "MINE among the callers that fit",
        () ->
            workbench.state().abiView().get() != null
                && workbench.state().abiView().get().caller().evidence().stream()
                    .anyMatch(line -> line.contains("MINE")));
  }

  private CodeArea area() {
    return lookup("#contract").query();
  }

  private Button button(String id) {
    return lookup(id).query();
  }

  private void replace(String what, String by) {
    interact(() -> area().replaceText(area().getText().replace(what, by)));
  }

  private void openEditor() {
    openSample("stub-s4");
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    eventuallyShows("\u2713 S4: a contract with 3 calls");
  }
}
