package org.hypscope.ui.dock;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;

/** What can be done with a view, under the right mouse button at its title or tab. */
final class DockMenu {
  private final Dock dock;
  private ContextMenu shown;

  DockMenu(Dock dock) {
    this.dock = dock;
  }

  void install(DockSurface surface) {
    surface.addEventHandler(
        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
        event ->
            surface
                .handle(event.getTarget())
                .ifPresent(
                    view -> {
                      event.consume();
                      show(surface, view, event);
                    }));
  }

  private void show(DockSurface surface, String view, ContextMenuEvent event) {
    if (shown != null) {
      shown.hide();
    }
    if (dock.isHeld()) {
      return;
    }
    Menu move = new Menu("Move " + dock.title(view));
    dock.moves(view).forEach(each -> move.getItems().add(item(each.place(), each.go())));
    MenuItem close = item("Close " + dock.title(view), () -> dock.close(view));
    shown = new ContextMenu(move, close);
    List<String> closed = dock.closedViews();
    if (!closed.isEmpty()) {
      Menu show = new Menu("Show");
      add(closed, show, dock::dock);
      shown.getItems().add(show);
    }
    shown.show(surface, event.getScreenX(), event.getScreenY());
  }

  private void add(List<String> views, Menu menu, Consumer<String> then) {
    views.forEach(view -> menu.getItems().add(item(dock.title(view), () -> then.accept(view))));
  }

  private static MenuItem item(String words, Runnable then) {
    MenuItem item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(chosen -> then.run());
    return item;
  }
}
