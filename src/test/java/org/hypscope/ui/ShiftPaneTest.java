package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The Hypercall view shows what KVM's shift makes of the arguments of a declared function. */
class ShiftPaneTest extends WindowTest {
  @Test
  void aTypedPrototypeDecidesWhetherThePairIsTorn() {
    openSample("wide-argument");
    type("void f(struct kvm *, u64 pair)");
    eventuallyShows("u64 pair, low word");
    assertThat(marked("wrong")).isEqualTo(2);
    assertThat(text()).contains("f looks for", "\u2715 u64 pair is sent in r2:r3");

    type("void f(struct kvm *, u32, u32)");
    eventually("nothing is torn", () -> marked("wrong") == 0);
    assertThat(marked("right")).isEqualTo(3);
  }

  @Test
  void whatIsNoPrototypeIsSaidInASentence() {
    openSample("wide-argument");
    type("u64");
    eventuallyShows("'u64' is no prototype; write for example void f(struct kvm *, u64)");
  }

  @Test
  void nothingIsShownWhereNoFunctionIsCalled() {
    openSample("kdump-k2");
    assertThat(lookup("#shift-prototype").<Node>query().getParent().getParent().isVisible())
        .isFalse();
  }

  private long marked(String style) {
    return lookup(".shift-box").<Node>queryAll().stream()
        .filter(box -> box.getStyleClass().contains(style))
        .count();
  }

  private void type(String prototype) {
    interact(
        () -> {
          TextField field = lookup("#shift-prototype").query();
          field.requestFocus();
          field.setText(prototype);
        });
    push(KeyCode.ENTER);
  }
}
