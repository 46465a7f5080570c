package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The Translation view walks both stages of a real set of tables, level by level. */
class TranslationViewTest extends WindowTest {
  @Test
  void anAddressIsWalkedThroughBothStages() {
    openTranslation();
    ask("0xc0000008");

    eventuallyShows("PL1:0xc0000008 read: PA:0x4001a008.");
    assertThat(text())
        .contains("stage 1 level 3")
        .contains("stage 2 of IPA:0x40017000")
        .contains("stage 2 level 2")
        .contains("maps  4 KB");
  }

  @Test
  void aFaultSaysWhoAnswersIt() {
    openTranslation();
    ask("0x0a000000");

    eventuallyShows("PL1:0x0a000000 read: Translation fault, level 2, stage 2.");
    assertThat(text()).contains("at HVBAR + 0x14").contains("HPFAR 0x000a0000");
  }

  @Test
  void whatIsNoAddressIsSaid() {
    openTranslation();
    ask("nowhere");
    eventuallyShows("'nowhere' is no address");
  }

  private void openTranslation() {
    openSample("translation");
    push(KeyCode.CONTROL, KeyCode.P);
    write("translation");
    push(KeyCode.ENTER);
    eventually("the view", () -> lookup("#translation-address").tryQuery().isPresent());
  }

  /** For a read, where the view begins with a fetch at PC. */
  private void ask(String address) {
    ComboBox<String> access = lookup("#translation-access").query();
    interact(() -> access.getSelectionModel().select("read"));
    interact(lookup("#translation-address").query()::requestFocus);
    write(address);
    push(KeyCode.ENTER);
  }
}
