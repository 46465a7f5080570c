package org.hypscope.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCode;

/** A table of README.md that says which keys to press and what the window then shows. */
final class ReadmeTable {
  private static final Pattern ROW = Pattern.compile("^\\| (.*) \\| (.*) \\|$");
  private static final Pattern PRESS = Pattern.compile("(type )?`([^`]+)`");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  /** A row: the keys in order, or text to type, and the texts to be seen. */
  record Row(List<Press> presses, List<String> shows) {}

  /** Keys pressed together, or a text. */
  record Press(List<KeyCode> keys, String typed) {}

  private ReadmeTable() {}

  /** The rows of the table under {@code heading}. */
  static List<Row> under(String heading) throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    List<Row> rows = new ArrayList<>();
    for (String line : readme.substring(readme.indexOf(heading)).split("\n")) {
      Matcher row = ROW.matcher(line);
      if (row.matches() && row.group(1).contains("`")) {
        rows.add(new Row(presses(row.group(1)), quoted(row.group(2))));
      } else if (!rows.isEmpty()) {
        return rows;
      }
    }
    return rows;
  }

  private static List<Press> presses(String cell) {
    List<Press> presses = new ArrayList<>();
    Matcher matcher = PRESS.matcher(cell);
    while (matcher.find()) {
      presses.add(
          matcher.group(1) != null
              ? new Press(List.of(), matcher.group(2))
              : new Press(keys(matcher.group(2)), ""));
    }
    return presses;
  }

  private static List<KeyCode> keys(String label) {
    return Arrays.stream(label.split("\\+")).map(ReadmeTable::key).toList();
  }

  private static KeyCode key(String name) {
    return switch (name) {
      case "Ctrl" -> KeyCode.CONTROL;
      case "Shift" -> KeyCode.SHIFT;
      case "Esc" -> KeyCode.ESCAPE;
      default -> KeyCode.getKeyCode(name);
    };
  }

  private static List<String> quoted(String cell) {
    List<String> texts = new ArrayList<>();
    Matcher matcher = QUOTED.matcher(cell);
    while (matcher.find()) {
      texts.add(matcher.group(1));
    }
    return texts;
  }
}
