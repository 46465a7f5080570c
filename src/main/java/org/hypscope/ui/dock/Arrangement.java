package org.hypscope.ui.dock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which view stands where: the heart of docking, of which the window is a picture. Views are known
 * by their words; one that stands nowhere is closed. Every change makes another arrangement.
 *
 * @param main what the main window shows; an empty group where all is closed or elsewhere
 * @param floating windows of their own
 */
public record Arrangement(Part main, List<Floating> floating) {
  /** Copies the windows. */
  public Arrangement {
    floating = List.copyOf(floating);
    List<String> views = views(main, floating);
    if (new HashSet<>(views).size() < views.size()) {
      throw new IllegalArgumentException("a view stands in one place only");
    }
  }

  /** {@code main} and no other window. */
  public static Arrangement of(Part main) {
    return new Arrangement(main, List.of());
  }

  /** The views that stand somewhere: of the main window, then of the others. */
  public List<String> views() {
    return views(main, floating);
  }

  private static List<String> views(Part main, List<Floating> floating) {
    return Stream.concat(Stream.of(main), floating.stream().map(Floating::part))
        .flatMap(part -> part.views().stream())
        .toList();
  }

  /** Whether {@code view} stands somewhere. */
  public boolean holds(String view) {
    return views().contains(view);
  }

  /** Whether {@code view} stands in a window of its own. */
  public boolean isFloating(String view) {
    return holds(view) && !main.views().contains(view);
  }

  /** The group that holds {@code view}; empty where it is closed. */
  public Optional<Group> groupOf(String view) {
    return parts().flatMap(part -> part.groupOf(view).stream()).findFirst();
  }

  private Stream<Part> parts() {
    return Stream.concat(Stream.of(main), floating.stream().map(Floating::part));
  }

  /** The same without {@code view}; a window without views goes. */
  public Arrangement close(String view) {
    return each(part -> part.without(view));
  }

  /** The same without what is not in {@code known}. */
  public Arrangement only(Set<String> known) {
    Arrangement left = this;
    for (String view : views()) {
      left = known.contains(view) ? left : left.close(view);
    }
    return left;
  }

  /** The same with {@code view} last, and in front, among the tabs of {@code other}. */
  public Arrangement into(String view, String other) {
    return into(view, Integer.MAX_VALUE, other);
  }

  /** As {@link #into(String, String)}, before the tab at {@code index} of those without it. */
  public Arrangement into(String view, int index, String other) {
    return anchor(view, other)
        .map(anchor -> close(view).changed(part -> part.with(view, index, anchor)))
        .orElse(this);
  }

  /** The same with {@code view} at {@code side} of the group of {@code other}. */
  public Arrangement beside(String view, Side side, String other) {
    return anchor(view, other)
        .map(anchor -> close(view).changed(part -> part.with(Group.of(view), side, anchor)))
        .orElse(this);
  }

  /** A view of the group of {@code other} that stays when {@code view} goes. */
  private Optional<String> anchor(String view, String other) {
    return groupOf(other).stream()
        .flatMap(group -> Stream.concat(Stream.of(other), group.views().stream()))
        .filter(each -> !each.equals(view))
        .findFirst();
  }

  /** The same with {@code view} at {@code side} of all that the main window shows. */
  public Arrangement besideAll(String view, Side side) {
    Arrangement rest = close(view);
    Group added = Group.of(view);
    if (rest.main.views().isEmpty()) {
      return new Arrangement(added, rest.floating);
    }
    int quarter = Split.WHOLE / 4;
    boolean first = side.isFirst();
    Part all =
        Split.of(
            side.isDown(),
            first ? List.of(added, rest.main) : List.of(rest.main, added),
            first ? List.of(quarter, 3 * quarter) : List.of(3 * quarter, quarter));
    return new Arrangement(all, rest.floating);
  }

  /** The same with {@code view} in a window of its own at such a place. */
  public Arrangement floated(String view, int x, int y, int width, int height) {
    Arrangement rest = close(view);
    List<Floating> more = new ArrayList<>(rest.floating);
    more.add(new Floating(x, y, width, height, Group.of(view)));
    return new Arrangement(rest.main, more);
  }

  /** The same with {@code view}, where it stands somewhere, in front of its group. */
  public Arrangement inFront(String view) {
    return changed(part -> part.inFront(view));
  }

  /**
   * The same with {@code view} in the main window and in front: among those that stand beside it in
   * {@code home}, else in the largest group.
   */
  public Arrangement docked(String view, Arrangement home) {
    if (main.views().contains(view)) {
      return inFront(view);
    }
    if (main.views().isEmpty()) {
      return new Arrangement(Group.of(view), close(view).floating);
    }
    List<String> mates = home.groupOf(view).map(Group::views).orElse(List.of());
    String anchor =
        mates.stream().filter(main.views()::contains).findFirst().orElseGet(this::crowded);
    return into(view, anchor);
  }

  private String crowded() {
    String most = main.views().get(0);
    for (String view : main.views()) {
      if (size(view) > size(most)) {
        most = view;
      }
    }
    return most;
  }

  private int size(String view) {
    return main.groupOf(view).map(group -> group.views().size()).orElse(0);
  }

  /** The group of {@code view} with all the room of its window, and all that is elsewhere. */
  public Arrangement alone(String view) {
    return changed(part -> part.groupOf(view).<Part>map(group -> group).orElse(part)).inFront(view);
  }

  /** Whether {@code other} differs in shares, places and in what is in front only. */
  public boolean isShapedLike(Arrangement other) {
    boolean alike = main.isShapedLike(other.main) && floating.size() == other.floating.size();
    for (int n = 0; alike && n < floating.size(); n++) {
      alike = floating.get(n).part().isShapedLike(other.floating.get(n).part());
    }
    return alike;
  }

  /** The same with {@code view} as wide as {@code share} of its window, if it can be. */
  public Arrangement widened(String view, double share) {
    return changed(part -> part.widened(view, share));
  }

  /** What share of the main window's width {@code view} has; 0 where it is not there. */
  public double width(String view) {
    return main.views().contains(view) ? main.width(view) : 0;
  }

  private Arrangement changed(Function<Part, Part> change) {
    return each(part -> Optional.of(change.apply(part)));
  }

  private Arrangement each(Function<Part, Optional<Part>> change) {
    List<Floating> left = new ArrayList<>();
    for (Floating window : floating) {
      change.apply(window.part()).map(window::around).ifPresent(left::add);
    }
    Part rest = main.views().isEmpty() ? main : change.apply(main).orElseGet(Group::of);
    return new Arrangement(rest, left);
  }
}
