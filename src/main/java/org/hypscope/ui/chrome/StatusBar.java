package org.hypscope.ui.chrome;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.hypscope.debug.Progress;
import org.hypscope.debug.Snapshot;

/** The line at the bottom: why the machine stands, or how far it has come and a way to stop it. */
public final class StatusBar {
  private static final double NANOS_A_SECOND = 1e9;

  private final Label text = new Label();
  private final Label image = new Label();
  private final ProgressBar busy = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
  private final Button stop = new Button("Stop (Esc)");
  private final Button past = new Button();
  private final HBox bar = new HBox(past, text, busy, stop, image);

  /**
   * A line whose Stop button calls {@code pause}; what it says of the past calls {@code newest}.
   */
  public StatusBar(Runnable pause, Runnable newest) {
    bar.getStyleClass().add("status-bar");
    text.setId("status");
    text.setMaxWidth(Double.MAX_VALUE);
    text.setAccessibleRole(AccessibleRole.TEXT);
    HBox.setHgrow(text, Priority.ALWAYS);
    image.getStyleClass().add("muted");
    image.setMinWidth(Region.USE_PREF_SIZE);
    stop.setId("stop");
    stop.getStyleClass().addAll("tool-button", "stop-button");
    stop.setOnAction(event -> pause.run());
    past.setId("past");
    past.getStyleClass().add("past-button");
    past.setMinWidth(Region.USE_PREF_SIZE);
    past.setFocusTraversable(false);
    past.setOnAction(event -> newest.run());
    showPast(null);
    running(false);
  }

  private void showPast(Snapshot snapshot) {
    boolean shown = snapshot != null && snapshot.isPast();
    past.setVisible(shown);
    past.setManaged(shown);
    if (shown) {
      past.setText(past(snapshot) + "   End \u2192 newest");
      past.setAccessibleText(
          "In the past, at " + past(snapshot) + ". End returns to the newest instant.");
    }
  }

  /** {@code #1 234 of #5 678}. */
  private static String past(Snapshot snapshot) {
    return "#"
        + MachineChips.grouped(snapshot.mark().retired())
        + " of #"
        + MachineChips.grouped(snapshot.end().retired());
  }

  /** Puts {@code part} behind why the machine stands; it gets what room is left. */
  public void add(Region part) {
    HBox.setHgrow(text, Priority.SOMETIMES);
    HBox.setHgrow(part, Priority.ALWAYS);
    bar.getChildren().add(bar.getChildren().indexOf(text) + 1, part);
  }

  /** The line. */
  public Region node() {
    return bar;
  }

  /** Says why {@code snapshot} stands where it stands; null says nothing. */
  public void show(Snapshot snapshot) {
    running(false);
    showPast(snapshot);
    text.setText(snapshot == null ? "" : snapshot.mark() + "  " + snapshot.stop().text());
    text.setAccessibleText(text.getText());
    image.setText(snapshot == null ? "" : snapshot.imageName() + " on " + snapshot.boardTitle());
  }

  /** Says that {@code name} is being opened. */
  public void showOpening(String name) {
    running(true);
    stop.setVisible(false);
    text.setText("Opening " + name + " ...");
  }

  /**
   * Says how far a run has come; null leaves the line as it is. {@code before}, where it began,
   * names places.
   */
  public void show(Progress progress, Snapshot before) {
    running(progress != null);
    if (progress != null) {
      boolean several = before != null && before.cores().size() > 1;
      text.setText(
          String.format(
              Locale.ROOT,
              "Running to %s: %s instructions, %.3f s, at 0x%08x%s%s",
              progress.goal(),
              MachineChips.grouped(progress.mark().retired()),
              progress.nanoseconds() / NANOS_A_SECOND,
              progress.pc(),
              place(progress.pc(), before),
              several ? " on core " + progress.core() : ""));
    }
  }

  private static String place(int pc, Snapshot before) {
    String name = before == null ? "" : before.symbols().describe(pc);
    return name.isEmpty() ? "" : " (" + name + ")";
  }

  private void running(boolean running) {
    for (Region part : new Region[] {busy, stop}) {
      part.setVisible(running);
      part.setManaged(running);
    }
  }
}
