package org.hypscope.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.hypscope.arm.sysreg.FpRegs;
import org.hypscope.ui.code.CodeView;
import org.hypscope.ui.dock.Arrangement;
import org.hypscope.ui.dock.ArrangementText;
import org.hypscope.ui.dock.Dock;
import org.hypscope.ui.dock.Group;
import org.hypscope.ui.dock.PaneFrame;
import org.hypscope.ui.timeline.TimelineView;

/** Where the views stand, and how the keyboard goes from one to the next. */
final class WorkbenchLayout {
  /** What share of the width the registers have in presenter mode at least. */
  private static final double WIDE = 0.8;

  private final WorkbenchViews views;
  private final Map<String, PaneFrame> panes;
  private final Dock dock;
  private final Layouts layouts;
  private PaneFrame current;
  private Node owner;
  private Arrangement beforeEnlarged;
  private Arrangement beforeWide;

  WorkbenchLayout(WorkbenchState state) {
    // Before the views are made: a pane is to be in front when a register in it is searched for.
    bringToFront(state);
    views = new WorkbenchViews(state);
    panes = views.frames();
    layouts = new Layouts(panes.keySet(), views.usual());
    dock = new Dock(panes, views.usual(), this::keepKeyboard);
    dock.node().sceneProperty().addListener((o, was, is) -> watch(is));
    current = panes.values().iterator().next();
  }

  private void bringToFront(WorkbenchState state) {
    state.selectedRegister().addListener((o, was, is) -> revealIf(is != null, views.registers));
    state.selectedDoubleword().addListener((o, was, is) -> revealIf(is != null, views.fp));
    state
        .selectedSysReg()
        .addListener(
            (o, was, is) -> revealIf(is != null, is == FpRegs.FPSCR ? views.fp : views.system));
  }

  private void revealIf(boolean selected, View view) {
    if (selected) {
      reveal(view);
    }
  }

  /**
   * Tells of the scenes of windows that views have for themselves.
   *
   * @param opened given each before it is shown
   * @param closed given each when it is no longer
   */
  void onWindows(Consumer<Scene> opened, Consumer<Scene> closed) {
    dock.onWindows(
        scene -> {
          watch(scene);
          opened.accept(scene);
        },
        closed);
  }

  /** The arrangements that have names. */
  Layouts layouts() {
    return layouts;
  }

  /** Where the views can be moved to. */
  Dock dock() {
    return dock;
  }

  /** Gives the registers more of the width, or no more than a person gave them. */
  void widen(boolean wide) {
    putBack();
    if (wide) {
      beforeWide = dock.arrangement();
      dock.apply(beforeWide.widened(WorkbenchViews.word(views.registers), WIDE));
    } else if (beforeWide != null) {
      dock.apply(arrangement());
      beforeWide = null;
    }
  }

  /** What share of the window's width the registers have, 1 where they are elsewhere. */
  double registersWidth() {
    double width = arrangement().width(WorkbenchViews.word(views.registers));
    return width == 0 ? 1 : width;
  }

  /** Where the views stand, but for what is so for a while only. */
  Arrangement arrangement() {
    Arrangement now = beforeEnlarged == null ? dock.arrangement() : beforeEnlarged;
    return beforeWide != null && now.isShapedLike(beforeWide) ? beforeWide : now;
  }

  /** Puts the views where {@code arrangement} says. */
  void use(Arrangement arrangement) {
    beforeEnlarged = null;
    beforeWide = null;
    dock.hold(false);
    dock.apply(arrangement);
  }

  /** Puts the views where {@code text} says; text that says nothing of the kind is ignored. */
  void use(String text) {
    ArrangementText.read(text, panes.keySet()).ifPresent(this::use);
  }

  /** The panes. */
  Node node() {
    return dock.node();
  }

  /** All views, closed ones too. */
  List<View> views() {
    return views.all();
  }

  /** The code, whose selected line commands act on. */
  CodeView code() {
    return views.code;
  }

  /** The picture of the run, which commands zoom. */
  TimelineView timeline() {
    return views.timeline;
  }

  /** Brings the walk of translation tables to the front and puts the keyboard into it. */
  void focusTranslation() {
    focus(views.translation);
  }

  /** Brings the call stack to the front and puts the keyboard into it. */
  void focusStack() {
    focus(views.stack);
  }

  /** Brings the answer to who wrote a value to the front and puts the keyboard into it. */
  void focusWhy() {
    focus(views.why);
  }

  /** Gives the ABI matrix all the room and the keyboard. */
  void showMatrix() {
    showAlone(views.matrix);
    views.matrix.focus();
  }

  /** Gives two paths side by side all the room and the keyboard. */
  void showPaths() {
    showAlone(views.paths);
    views.paths.focus();
  }

  /** Gives the contract editor all the room and the keyboard. */
  void showContract() {
    showAlone(views.contract);
    views.contract.focus();
  }

  private void showAlone(View view) {
    enlarge(view);
    focus(view);
  }

  /** As {@link #focusTranslation}, with the walk of {@code typed} in the current regime. */
  void translate(String typed) {
    views.translation.ask(typed);
    focusTranslation();
  }

  /** The pane that has the keyboard, or had it last. */
  Optional<View> current() {
    return Optional.of(current.view());
  }

  /** Gives the pane that has the keyboard all the room, or puts everything back. */
  void toggleEnlarged() {
    if (!putBack()) {
      enlarge(current.view());
    }
  }

  /** Gives {@code view}, and what is behind it, all the room. */
  void enlarge(View view) {
    putBack();
    reveal(view);
    beforeEnlarged = dock.arrangement();
    dock.hold(true);
    dock.apply(beforeEnlarged.alone(WorkbenchViews.word(view)));
  }

  /** Puts everything back, if a pane was enlarged. */
  boolean putBack() {
    boolean was = beforeEnlarged != null;
    if (was) {
      Arrangement before = beforeEnlarged;
      beforeEnlarged = null;
      dock.hold(false);
      dock.apply(before);
    }
    return was;
  }

  /** Takes the pane that has the keyboard away, and puts the keyboard into the next. */
  void closeCurrent() {
    String word = WorkbenchViews.word(current.view());
    putBack();
    List<String> shown = dock.arrangement().views();
    int index = shown.indexOf(word);
    dock.close(word);
    if (shown.size() > 1) {
      focus(panes.get(shown.get(index + 1 < shown.size() ? index + 1 : index - 1)));
    }
  }

  /** Gives the pane that has the keyboard a window of its own, or puts it back into this one. */
  void toggleFloating() {
    String word = WorkbenchViews.word(current.view());
    putBack();
    if (dock.arrangement().isFloating(word)) {
      dock.dock(word);
    } else {
      dock.detach(word);
    }
    focus(panes.get(word));
  }

  /** Brings {@code view} to the front; one that is closed comes back. */
  void reveal(View view) {
    String word = WorkbenchViews.word(view);
    if (!dock.arrangement().holds(word)) {
      putBack();
    }
    if (!dock.arrangement().holds(word)) {
      dock.dock(word);
    }
    dock.bringToFront(word);
    panes.get(word).refresh();
  }

  /** Moves the keyboard to {@code view}; to its frame where nothing in it takes the keyboard. */
  void focus(View view) {
    PaneFrame pane = panes.get(WorkbenchViews.word(view));
    if (!focus(pane)) {
      pane.requestFocus();
    }
  }

  /** Moves the keyboard to what is seen of the first panes. */
  void focusFirst() {
    Arrangement now = dock.arrangement();
    now.views().stream()
        .findFirst()
        .flatMap(now::groupOf)
        .flatMap(Group::seen)
        .map(panes::get)
        .ifPresent(this::focus);
  }

  /** Moves the keyboard {@code by} panes on, round and round. */
  void focusNext(int by) {
    List<String> shown = new ArrayList<>(arrangement().views());
    int from = shown.indexOf(WorkbenchViews.word(current.view()));
    for (int n = 1; n <= shown.size(); n++) {
      if (focus(panes.get(shown.get(Math.floorMod(from + by * n, shown.size()))))) {
        return;
      }
    }
  }

  /** Follows the keyboard of {@code scene}, which is asked because panes come and go. */
  private void watch(Scene scene) {
    if (scene != null && scene.getProperties().put(WorkbenchLayout.class, this) == null) {
      scene.focusOwnerProperty().addListener((o, was, is) -> focused(!isElsewhere(scene), is));
      scene
          .windowProperty()
          .flatMap(Window::focusedProperty)
          .addListener((o, was, is) -> focused(Boolean.TRUE.equals(is), scene.getFocusOwner()));
    }
  }

  /** Whether another window has the keyboard: what this one would give it says nothing. */
  private static boolean isElsewhere(Scene scene) {
    return Window.getWindows().stream()
        .anyMatch(w -> w instanceof Stage && w.isFocused() && w != scene.getWindow());
  }

  private void focused(boolean here, Node now) {
    if (!here || dock.isMoving()) {
      return;
    }
    for (PaneFrame pane : panes.values()) {
      boolean holds = pane.holds(now);
      pane.showKeyboard(holds);
      if (holds) {
        current = pane;
        owner = now;
      }
    }
  }

  /** What had the keyboard has lost it while the panes moved, or has gone. */
  private void keepKeyboard() {
    if (dock.node().getScene() == null) {
      return;
    }
    String word = WorkbenchViews.word(current.view());
    Optional<String> seen = dock.arrangement().groupOf(word).flatMap(Group::seen);
    if (!seen.equals(Optional.of(word))) {
      seen.map(panes::get).ifPresentOrElse(this::focus, this::focusFirst);
    } else if (owner != null && current.holds(owner)) {
      owner.requestFocus();
    } else {
      focus(current);
    }
  }

  private boolean focus(PaneFrame frame) {
    reveal(frame.view());
    if (frame.getScene() == null) {
      return false;
    }
    frame.getScene().getRoot().layout();
    Optional<Node> target = firstFocusable(frame);
    target.ifPresent(Node::requestFocus);
    return target.isPresent();
  }

  private static Optional<Node> firstFocusable(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return Optional.empty();
    }
    if (node.isFocusTraversable()) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .map(WorkbenchLayout::firstFocusable)
            .flatMap(Optional::stream)
            .findFirst()
        : Optional.empty();
  }
}
