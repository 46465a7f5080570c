package org.hypscope.ui.dock;

import java.util.ArrayList;
import java.util.List;

/**
 * One place to which a view can be moved.
 *
 * @param place the place in words: {@code left of Code}
 * @param go moves it there
 */
public record Move(String place, Runnable go) {
  static List<Move> of(Dock dock, String view) {
    Arrangement now = dock.arrangement();
    List<Move> moves = new ArrayList<>();
    dock.surfaces()
        .flatMap(DockSurface::groups)
        .map(GroupPane::group)
        .filter(group -> !group.views().isEmpty() && !group.views().equals(List.of(view)))
        .forEach(group -> addBeside(dock, now, view, group, moves));
    if (!now.main().views().isEmpty()) {
      for (Side side : Side.values()) {
        addIfOther(dock, now, now.besideAll(view, side), side.words() + " all others", moves);
      }
    }
    if (now.isFloating(view)) {
      moves.add(new Move("back into the main window", () -> dock.dock(view)));
    } else {
      moves.add(new Move("to a window of its own", () -> dock.detach(view)));
    }
    return moves;
  }

  private static void addBeside(
      Dock dock, Arrangement now, String view, Group group, List<Move> moves) {
    String seen = group.seen().filter(each -> !each.equals(view)).orElse(other(group, view));
    String title = dock.title(seen);
    if (!group.views().contains(view)) {
      addIfOther(dock, now, now.into(view, seen), "into the tabs of " + title, moves);
    }
    for (Side side : Side.values()) {
      addIfOther(dock, now, now.beside(view, side, seen), side.words() + " " + title, moves);
    }
  }

  private static String other(Group group, String view) {
    return group.views().stream().filter(each -> !each.equals(view)).findFirst().orElse(view);
  }

  private static void addIfOther(
      Dock dock, Arrangement now, Arrangement next, String place, List<Move> moves) {
    if (!next.equals(now)) {
      moves.add(new Move(place, () -> dock.apply(next)));
    }
  }
}
