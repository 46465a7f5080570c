package org.hypscope.ui.timeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.shape.Shape;

/** The shapes of a picture, used again for the next: a new shape would have to be styled. */
final class ShapePool {
  private final Map<String, Deque<Shape>> spare = new HashMap<>();
  private final List<Shape> drawn = new ArrayList<>();

  /** Begins a picture: what the one before drew can be used. */
  void begin() {
    for (int n = drawn.size() - 1; n >= 0; n--) {
      Shape shape = drawn.get(n);
      spare.computeIfAbsent(kind(shape), k -> new ArrayDeque<>()).addFirst(shape);
    }
    drawn.clear();
  }

  /**
   * Adds a shape of the style class {@code kind} to the picture, made by {@code maker} if need be.
   */
  <T extends Shape> T add(String kind, Class<T> type, Supplier<T> maker) {
    Deque<Shape> used = spare.get(kind);
    T shape = used == null || used.isEmpty() ? made(kind, maker) : type.cast(used.poll());
    drawn.add(shape);
    return shape;
  }

  /** The picture's shapes, in the order in which they were added. */
  List<Shape> drawn() {
    return drawn;
  }

  private static <T extends Shape> T made(String kind, Supplier<T> maker) {
    T shape = maker.get();
    shape.getStyleClass().add(kind);
    return shape;
  }

  private static String kind(Shape shape) {
    return shape.getStyleClass().get(0);
  }
}
