package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCode;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.VectorBase;
import org.junit.jupiter.api.Test;

/**
 * The walk through the kdump sample is in README.md once: this test presses exactly its keys, with
 * the keyboard alone, and looks for exactly its texts.
 */
class KdumpWalkTest extends WindowTest {
  private static final Pattern ROW = Pattern.compile("^\\| (.*) \\| (.*) \\|$");
  private static final Pattern PRESS = Pattern.compile("(type )?`([^`]+)`");

  private record Step(String press, List<String> shows) {}

  @Test
  void theWalkOfTheReadmeShowsWhatItPromises() throws IOException {
    List<Step> steps = steps();
    assertThat(steps).hasSizeGreaterThan(4);
    for (Step step : steps) {
      pressAll(step.press());
      step.shows().forEach(this::eventuallyShows);
    }
  }

  @Test
  void theCallLightsHypAndMarksTheVectorsTaken() {
    push(KeyCode.ENTER);
    eventuallyShows("Before HVC 4");
    eventuallyShows("HYP branches to 0x00000002");
    assertThat(head("SVC")).as("live before the call").contains("live");
    assertThat(text()).contains("HYP branches to 0x00000002").contains("UNPREDICTABLE");

    push(KeyCode.F7);
    eventually("HYP", () -> snapshot().mode() == Mode.HYP);
    assertThat(head("HYP")).as("lit after the call").contains("live");
    assertThat(taken()).isEqualTo(0x14);

    push(KeyCode.F9);
    eventually("the end", () -> snapshot().stop().isEnd());
    assertThat(workbench.state().verdict().get().held()).isTrue();
    assertThat(snapshot().console())
        .anyMatch(line -> line.text().contains("HYP panic: prefetch abort at 0x00000002"));
  }

  private int taken() {
    return snapshot().vectorTables().stream()
        .filter(table -> table.which() == VectorBase.HYP)
        .findFirst()
        .orElseThrow()
        .taken();
  }

  private Snapshot snapshot() {
    return workbench.state().snapshot().get();
  }

  private List<String> head(String mode) {
    return lookup("#head-" + mode).query().getStyleClass();
  }

  private void pressAll(String press) {
    Matcher matcher = PRESS.matcher(press);
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        write(matcher.group(2));
      } else {
        push(keys(matcher.group(2)));
      }
    }
  }

  private static KeyCode[] keys(String label) {
    return Arrays.stream(label.split("\\+")).map(KdumpWalkTest::key).toArray(KeyCode[]::new);
  }

  private static KeyCode key(String name) {
    return switch (name) {
      case "Ctrl" -> KeyCode.CONTROL;
      case "Shift" -> KeyCode.SHIFT;
      case "Esc" -> KeyCode.ESCAPE;
      default -> KeyCode.getKeyCode(name);
    };
  }

  /** The rows of the table under the README's heading of the walk. */
  private static List<Step> steps() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String walk = readme.substring(readme.indexOf("## Five minutes with the kdump sample"));
    List<Step> steps = new ArrayList<>();
    for (String line : walk.split("\n")) {
      Matcher row = ROW.matcher(line);
      if (row.matches() && row.group(1).contains("`")) {
        steps.add(new Step(row.group(1), quoted(row.group(2))));
      } else if (!steps.isEmpty()) {
        return steps;
      }
    }
    return steps;
  }

  private static List<String> quoted(String cell) {
    List<String> texts = new ArrayList<>();
    Matcher matcher = Pattern.compile("`([^`]+)`").matcher(cell);
    while (matcher.find()) {
      texts.add(matcher.group(1));
    }
    return texts;
  }
}
