package org.hypscope.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A device, or one core's part of it, at one instant: a table in words.
 *
 * @param title its name
 * @param note one sentence on the whole; empty for none
 * @param columns the headings; the first column tells the lines apart
 * @param lines one a register, interrupt, timer or core
 */
public record DeviceView(String title, String note, List<Column> columns, List<Line> lines) {
  /** Copies the lists. */
  public DeviceView {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /**
   * A heading.
   *
   * @param moves whether what stands below follows the time, so that its change says nothing
   */
  public record Column(String name, boolean moves) {}

  /** As many cells as there are columns. */
  public record Line(List<Cell> cells) {
    /** Copies the list. */
    public Line {
      cells = List.copyOf(cells);
    }

    private String key() {
      return cells.get(0).text();
    }
  }

  /** What stands in a cell, and whether the last command changed it. */
  public record Cell(String text, boolean changed) {}

  static DeviceView of(String title, String note, List<Column> columns, List<List<String>> lines) {
    List<Line> made = new ArrayList<>();
    for (List<String> line : lines) {
      made.add(new Line(line.stream().map(text -> new Cell(text, false)).toList()));
    }
    return new DeviceView(title, note, columns, made);
  }

  /** The same, with what is not as it was in {@code before} marked. */
  DeviceView since(DeviceView before) {
    return new DeviceView(
        title, note, columns, lines.stream().map(line -> since(line, before)).toList());
  }

  private Line since(Line line, DeviceView before) {
    Line old =
        before.lines.stream()
            .filter(each -> each.key().equals(line.key()))
            .findFirst()
            .orElse(null);
    List<Cell> cells = new ArrayList<>();
    for (int n = 0; n < line.cells.size(); n++) {
      String text = line.cells.get(n).text();
      boolean same = old != null && Objects.equals(old.cells.get(n).text(), text);
      cells.add(new Cell(text, !same && !columns.get(n).moves()));
    }
    return new Line(cells);
  }
}
