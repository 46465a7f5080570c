package org.hypscope.ui;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hypscope.ui.dock.Dock;
import org.hypscope.ui.palette.Hit;

/** What the palette can do with views: show, move, float and close them, and whole layouts. */
record LayoutHits(WorkbenchLayout layout, Consumer<String> note, Consumer<String> complain) {
  /** All views, closed ones too. */
  Stream<Hit> views() {
    List<String> closed = layout.dock().closedViews();
    return layout.views().stream()
        .map(
            view ->
                new Hit(
                    "pane",
                    view.title(),
                    closed.contains(WorkbenchViews.word(view)) ? "closed" : "",
                    () -> layout.focus(view)));
  }

  /** Where the view that has the keyboard can be moved to. */
  Stream<Hit> moves() {
    return layout.current().stream().flatMap(this::moves);
  }

  private Stream<Hit> moves(View view) {
    Dock dock = layout.dock();
    layout.putBack();
    return dock.moves(WorkbenchViews.word(view)).stream()
        .map(
            move ->
                new Hit(
                    "move",
                    "Move " + view.title() + " " + move.place(),
                    "",
                    () -> {
                      move.go().run();
                      layout.focus(view);
                    }));
  }

  /**
   * What fits {@code typed} of everything: moves of each view once "move" is typed, and so on, as
   * there are many.
   */
  Stream<Hit> of(String typed) {
    String lower = typed.toLowerCase(Locale.ROOT);
    if (lower.startsWith("move")) {
      return layout.views().stream().flatMap(this::moves);
    }
    return Stream.concat(
        layout.views().stream().filter(this::isShown).flatMap(this::floatAndClose),
        named("")
            .map(hit -> new Hit(hit.kind(), "Layout: " + hit.title(), hit.detail(), hit.go())));
  }

  private boolean isShown(View view) {
    return layout.dock().arrangement().holds(WorkbenchViews.word(view));
  }

  private Stream<Hit> floatAndClose(View view) {
    Dock dock = layout.dock();
    String word = WorkbenchViews.word(view);
    Hit close = new Hit("command", "Close " + view.title(), "", () -> all().close(word));
    return dock.arrangement().isFloating(word)
        ? Stream.of(close)
        : Stream.of(
            new Hit("command", "Float " + view.title(), "its own window", () -> all().detach(word)),
            close);
  }

  /** The dock with everything put back, if a pane was enlarged. */
  private Dock all() {
    layout.putBack();
    return layout.dock();
  }

  /** Layouts to choose and to delete; the present one can be saved once a name is typed. */
  Stream<Hit> named(String typed) {
    Layouts all = layout.layouts();
    Stream<Hit> chosen =
        Stream.concat(all.builtIn().stream(), all.saved().stream())
            .map(name -> new Hit("layout", name, detail(name), () -> choose(name)));
    Stream<Hit> save =
        all.isFree(typed)
            ? Stream.of(
                new Hit("save", "Save the present layout as " + typed, "", () -> save(typed)))
            : Stream.empty();
    Stream<Hit> delete =
        all.saved().stream()
            .map(name -> new Hit("delete", "Delete layout " + name, "", () -> delete(name)));
    return Stream.of(chosen, save, delete).flatMap(each -> each);
  }

  private static String detail(String name) {
    return name.equals(Layouts.ENGINEER) ? "the default" : "";
  }

  private void choose(String name) {
    layout
        .layouts()
        .named(name)
        .ifPresentOrElse(
            layout::use,
            () ->
                complain.accept(
                    "The layout " + name + " cannot be read: delete it and save it anew."));
  }

  private void save(String name) {
    if (layout.layouts().save(name, layout.arrangement())) {
      note.accept("The layout " + name + " is saved: Ctrl+L offers it.");
    } else {
      complain.accept("There is no room for another layout: delete one that is not used.");
    }
  }

  private void delete(String name) {
    layout.layouts().delete(name);
    note.accept("The layout " + name + " is deleted.");
  }
}
