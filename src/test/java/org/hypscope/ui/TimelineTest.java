package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import org.hypscope.arm.arch.Bank;
import org.hypscope.debug.Edit;
import org.hypscope.debug.Snapshot;
import org.hypscope.time.Mark;
import org.junit.jupiter.api.Test;

/** The timeline is a way to any instant: by a press, a drag, a mark or a key. */
class TimelineTest extends WindowTest {
  @Test
  void aPressAndADragGoToTheInstantUnderThePointer() {
    openSample("kdump-k2");
    Mark newest = snapshot().mark();
    moveTo(onTimeline(0.5)).press(MouseButton.PRIMARY);
    eventually("about the middle", () -> Math.abs(snapshot().mark().retired() - 205) < 5);
    assertThat(lookup("#future").query().isVisible()).as("the future is dimmed").isTrue();
    moveTo(onTimeline(0.25));
    eventually("about a quarter", () -> Math.abs(snapshot().mark().retired() - 102) < 5);
    moveTo(onTimeline(1.2)).release(MouseButton.PRIMARY);
    eventually("the newest instant again", () -> snapshot().mark().equals(newest));
    assertThat(lookup("#future").query().isVisible()).isFalse();
  }

  @Test
  void zoomsAroundNowToSingleInstructionsAndBack() {
    openSample("kdump-k2");
    moveTo(onTimeline(0.5)).press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
    eventually("about the middle", () -> Math.abs(snapshot().mark().retired() - 205) < 5);
    double x = nowX();
    for (int n = 0; n < 12; n++) {
      write("+");
    }
    eventually("a map of the run", () -> !lookup(".map-window").queryAll().isEmpty());
    assertThat(nowX()).as("now stands where it stood").isBetween(x - 2, x + 2);
    long before = snapshot().mark().retired();
    moveTo(onTimeline(0.5).add(width() / 16, 0))
        .press(MouseButton.PRIMARY)
        .release(MouseButton.PRIMARY);
    eventually("one instruction later", () -> snapshot().mark().retired() == before + 1);
    push(KeyCode.SHIFT, KeyCode.F9);
    eventually("the start", () -> snapshot().mark().equals(Mark.START));
    eventually("it is shown", () -> lookup("#now-line").query().isVisible());
    write("0");
    eventually("no map", () -> lookup(".map-window").queryAll().isEmpty());
  }

  @Test
  void theWheelZoomsWhereThePointerIsAndMovesWhatIsShown() {
    openSample("kdump-k2");
    double x = nowX();
    turn(x, 120, true);
    eventually("zoomed", () -> !lookup(".map-window").queryAll().isEmpty());
    assertThat(nowX()).as("what the pointer is on stays").isBetween(x - 4, x + 4);
    turn(x, 40, false);
    eventually("moved", () -> nowX() > x + 20);
  }

  @Test
  void arrowsGoFromEventToEvent() {
    openSample("kdump-k2");
    interact(() -> lookup("#timeline").query().requestFocus());
    Mark before = snapshot().mark();
    push(KeyCode.LEFT);
    eventually("an event before", () -> snapshot().mark().compareTo(before) < 0);
    Mark event = snapshot().mark();
    push(KeyCode.LEFT);
    eventually("another", () -> snapshot().mark().compareTo(event) < 0);
    push(KeyCode.RIGHT);
    eventually("the first again", () -> snapshot().mark().equals(event));
  }

  @Test
  void aBookmarkAndAForkAreMarksToClick() {
    openSample("kdump-k2");
    Mark newest = snapshot().mark();
    interact(() -> workbench.state().time().visit(new Mark(100, 0)));
    eventually("#100", () -> snapshot().mark().retired() == 100);
    push(KeyCode.M);
    interact(() -> workbench.state().edit(Edit.register(Bank.R7, 7)));
    eventually("a fork", () -> !lookup(".fork").queryAll().isEmpty());
    assertThat(snapshot().isPast()).isFalse();
    interact(() -> workbench.state().time().visit(new Mark(50, 0)));
    eventually("#50", () -> snapshot().mark().retired() == 50);
    clickOn(lookup(".bookmark").<Node>query());
    eventually("the bookmark", () -> snapshot().mark().retired() == 100);
    moveTo(onTimeline(0.3));
    clickOn(lookup(".fork").<Node>query());
    eventually(
        "the run that was left",
        () -> snapshot().end().equals(newest) || snapshot().register(Bank.R7) == 0);
  }

  private void turn(double x, double by, boolean control) {
    Node node = lookup("#timeline").query();
    interact(
        () ->
            node.fireEvent(
                new ScrollEvent(
                    ScrollEvent.SCROLL,
                    x,
                    20,
                    x,
                    20,
                    false,
                    control,
                    false,
                    false,
                    false,
                    false,
                    0,
                    by,
                    0,
                    by,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    null)));
  }

  private Point2D onTimeline(double fraction) {
    Node node = lookup("#timeline").query();
    Bounds bounds = node.localToScreen(node.getBoundsInLocal());
    Pane pane = (Pane) node;
    double left = 46;
    double at = left + fraction * (pane.getWidth() - left - 12);
    return new Point2D(bounds.getMinX() + Math.min(at, pane.getWidth() - 1), bounds.getMaxY() - 12);
  }

  private double width() {
    return ((Pane) lookup("#timeline").query()).getWidth() - 46 - 12;
  }

  private double nowX() {
    Set<Node> lines = lookup("#now-line").queryAll();
    return ((javafx.scene.shape.Line) lines.iterator().next()).getStartX();
  }

  private Snapshot snapshot() {
    return workbench.state().snapshot().get();
  }
}
