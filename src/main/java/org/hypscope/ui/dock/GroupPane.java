package org.hypscope.ui.dock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import org.hypscope.ui.FxBridge;

/** The picture of a {@link Group}: one view under its title, or tabs. */
final class GroupPane extends StackPane {
  private static final String TAB = "tab-";

  private final List<String> views;
  private final List<PaneFrame> frames = new ArrayList<>();
  private final TabPane tabs = new TabPane();

  GroupPane(Group group, Map<String, PaneFrame> all) {
    views = group.views();
    views.forEach(view -> frames.add(all.get(view)));
    frames.forEach(frame -> frame.showTitle(views.size() == 1));
    if (views.isEmpty()) {
      getChildren().add(nothing());
    } else if (views.size() == 1) {
      getChildren().add(frames.get(0));
    } else {
      fillTabs();
      tabs.getSelectionModel().select(group.front());
      getChildren().add(tabs);
    }
  }

  private static Node nothing() {
    Label sentence =
        new Label(
            "Every view is closed or in a window of its own: Ctrl+Shift+V shows one, Ctrl+L puts"
                + " all of them where they were at first.");
    sentence.getStyleClass().add("empty-sentence");
    return sentence;
  }

  private void fillTabs() {
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setMinSize(0, 0);
    for (int n = 0; n < views.size(); n++) {
      Tab tab = new Tab(frames.get(n).view().title(), frames.get(n));
      tab.setId(TAB + views.get(n));
      tabs.getTabs().add(tab);
    }
    tabs.getSelectionModel()
        .selectedIndexProperty()
        .addListener((o, was, is) -> FxBridge.later(this::refreshSeen));
  }

  /** What comes to the front may have slept. */
  private void refreshSeen() {
    int seen = front();
    if (seen < frames.size()) {
      frames.get(seen).refresh();
    }
  }

  private int front() {
    return Math.max(0, tabs.getSelectionModel().getSelectedIndex());
  }

  /** What is shown, with what is in front. */
  Group group() {
    return new Group(views, front());
  }

  /** Brings {@code view} to the front. */
  void select(String view) {
    if (views.size() > 1) {
      tabs.getSelectionModel().select(views.indexOf(view));
    }
  }

  /** Lets go of the frames, which are to stand elsewhere. */
  void release() {
    tabs.getTabs().forEach(tab -> tab.setContent(null));
    getChildren().clear();
  }

  /** The view whose title or tab {@code node}, which stands in here, is a part of. */
  Optional<String> handle(Node node) {
    for (int n = 0; n < frames.size(); n++) {
      if (views.size() == 1 && frames.get(n).isTitle(node)) {
        return Optional.of(views.get(n));
      }
    }
    for (Node at = node; at != null && at != this; at = at.getParent()) {
      if (at.getStyleClass().contains("tab") && String.valueOf(at.getId()).startsWith(TAB)) {
        return Optional.of(at.getId().substring(TAB.length())).filter(views::contains);
      }
    }
    return Optional.empty();
  }

  /** How much of the top belongs to the title or the tabs, in pixels. */
  double headerHeight() {
    if (views.size() == 1) {
      return frames.get(0).titleHeight();
    }
    Node header = tabs.lookup(".tab-header-area");
    return header == null ? 0 : header.getLayoutBounds().getHeight();
  }

  /** How many tabs, {@code moved} left out, stand left of {@code screenX}. */
  int tabsBefore(double screenX, String moved) {
    int before = 0;
    for (Node tab : tabs.lookupAll(".tab")) {
      Bounds on = tab.localToScreen(tab.getLayoutBounds());
      boolean other = !(TAB + moved).equals(tab.getId());
      if (on != null && other && on.getCenterX() < screenX) {
        before++;
      }
    }
    return views.size() == 1 && !views.contains(moved) ? 1 : before;
  }
}
