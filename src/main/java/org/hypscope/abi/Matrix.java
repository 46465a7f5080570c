package org.hypscope.abi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every caller before every handler.
 *
 * @param cells in order of images, handlers and callers
 * @param recognised what each handler, by image and column, was told to be by its behaviour
 */
public record Matrix(List<MatrixCell> cells, Map<Column, String> recognised) {
  /**
   * A handler of an image.
   *
   * @param image the image's name
   * @param name such as {@code K4+M}
   */
  public record Column(String image, String name) {}

  /** Copies both. */
  public Matrix {
    cells = List.copyOf(cells);
    recognised = Map.copyOf(recognised);
  }

  /** The images, in order. */
  public List<String> images() {
    return cells.stream().map(cell -> cell.id().image()).distinct().toList();
  }

  /** The handlers of {@code image}, in order. */
  public List<String> columns(String image) {
    return cells.stream()
        .filter(cell -> cell.id().image().equals(image))
        .map(cell -> cell.id().column())
        .distinct()
        .toList();
  }

  /** The callers, in order. */
  public List<String> rows() {
    return cells.stream().map(cell -> cell.id().row()).distinct().toList();
  }

  /** The cell of a caller before a handler. */
  public Optional<MatrixCell> cell(String image, String row, String column) {
    return cells.stream()
        .filter(cell -> cell.id().image().equals(image))
        .filter(cell -> cell.id().row().equals(row) && cell.id().column().equals(column))
        .findFirst();
  }
}
