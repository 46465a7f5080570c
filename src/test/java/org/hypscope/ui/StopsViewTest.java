package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.hypscope.debug.Logged;
import org.hypscope.debug.StopReason;
import org.hypscope.debug.Terms;
import org.junit.jupiter.api.Test;

/** Stops are set by typing, changed in place, and what they log is gone to. */
class StopsViewTest extends WindowTest {
  private View stops() {
    return workbench.views().stream()
        .filter(each -> each.title().equals("Stops"))
        .findFirst()
        .orElseThrow();
  }

  private void open() {
    openSample("kdump-k2");
    push(KeyCode.CONTROL, KeyCode.P);
    write("Stops");
    push(KeyCode.ENTER);
    eventually("the pane", () -> lookup("#stops-add").query().isVisible());
  }

  private void type(String id, String text) {
    TextField field = lookup(id).query();
    interact(
        () -> {
          field.requestFocus();
          field.setText(text);
        });
    push(KeyCode.ENTER);
  }

  private Terms only() {
    return workbench.state().stops().values().iterator().next();
  }

  private String error() {
    return lookup("#stops-error").<Label>query().getText();
  }

  @Test
  void aStopIsTypedChangedInPlaceAndSwitchedOff() {
    open();
    assertThat(text()).contains(stops().emptySentence());
    type("#stops-add", "watch HVBAR if r0==");
    assertThat(error()).contains("something is missing at its end");
    assertThat(workbench.state().stops()).isEmpty();
    type("#stops-add", "watch HVBAR");
    assertThat(error()).isEmpty();
    assertThat(only()).isEqualTo(Terms.ALWAYS);

    type("#stop-if-0", "HCR.XX");
    assertThat(error()).startsWith("HCR has no field 'XX'");
    assertThat(only()).as("as before").isEqualTo(Terms.ALWAYS);
    type("#stop-if-0", "CPSR.M == HYP");
    type("#stop-skip-0", "1");
    type("#stop-then-0", "by {ELR_hyp}");
    assertThat(only()).hasToString(" if CPSR.M == HYP,skip=1,log=\"by {ELR_hyp}\"");
    assertThat(stops().asText())
        .contains("| on | watchpoint | HVBAR | CPSR.M == HYP | 1 | by {ELR_hyp} | core 0 |");

    CheckBox on = lookup("#stop-on-0").query();
    interact(on::fire);
    assertThat(only().enabled()).isFalse();
    interact(lookup("#stop-remove-0").<javafx.scene.control.Button>query()::fire);
    assertThat(workbench.state().stops()).isEmpty();
  }

  @Test
  void fiveStopsShowInTheUsualPlaceAndTheLogTakesRoomOnlyWhereOneLogs() {
    open();
    for (String each : List.of("HVBAR", "HCR.VM=1", "SP_hyp if CPSR.M==HYP", "HSR,written", "r0")) {
      type("#stops-add", "watch " + each);
    }
    interact(() -> stops().node().getScene().getRoot().layout());
    Node pane = stops().node();
    Bounds last = onScreen(lookup("#stop-remove-4").query());
    assertThat(onScreen(pane).contains(last)).as("%s in %s", last, onScreen(pane)).isTrue();
    assertThat(lookup("#stops-log").tryQuery()).isEmpty();
    type("#stop-then-4", "r0={r0}");
    assertThat(lookup("#stops-log").tryQuery()).isPresent();
  }

  private static Bounds onScreen(Node node) {
    return node.localToScreen(node.getBoundsInLocal());
  }

  @Test
  void theLogIsFilteredAndALineGoesToItsInstant() {
    open();
    interact(() -> workbench.state().visit(org.hypscope.debug.MarkExpression.parse("#0")));
    eventually("the start", () -> workbench.state().snapshot().get().mark().retired() == 0);
    type("#stops-add", "watch HVBAR,log");
    type("#stops-add", "break mode=HYP,log=\"entered with r0={r0}\"");
    interact(() -> lookup("#stops-log").query().requestFocus());
    push(KeyCode.F9);
    eventually(
        "the end",
        () -> workbench.state().snapshot().get().stop().kind() == StopReason.Kind.POWER_OFF);
    ListView<Logged> log = lookup("#stops-log").queryListView();
    eventually("the log", () -> log.getItems().size() > 3);
    assertThat(text()).contains("met ");
    interact(() -> lookup("#stops-filter").<TextField>query().setText("HVBAR"));
    assertThat(log.getItems()).isNotEmpty().allMatch(each -> each.text().contains("HVBAR"));
    interact(
        () -> {
          log.requestFocus();
          log.getSelectionModel().selectFirst();
        });
    push(KeyCode.ENTER);
    eventually(
        "the instant",
        () -> workbench.state().snapshot().get().mark().equals(log.getItems().get(0).at()));
  }

  @Test
  void aNameIsCompleted() {
    open();
    TextField field = lookup("#stops-add").query();
    interact(
        () -> {
          field.requestFocus();
          field.setText("watch HCR.TG");
          field.end();
        });
    push(KeyCode.CONTROL, KeyCode.SPACE);
    eventually("the field's name", () -> field.getText().equals("watch HCR.TGE"));
  }
}
