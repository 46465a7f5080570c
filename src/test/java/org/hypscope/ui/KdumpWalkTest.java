package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.VectorBase;
import org.junit.jupiter.api.Test;

/**
 * The walk through the kdump sample, and the talk, are in README.md once: this test presses exactly
 * their keys, with the keyboard alone, and looks for exactly their texts.
 */
class KdumpWalkTest extends WindowTest {
  @Test
  void theWalkOfTheReadmeShowsWhatItPromises() throws IOException {
    walk("## Five minutes with the kdump sample");
  }

  @Test
  void theTalkGoesToTheWildBranchBackByOneKeyAndToTheCauseByOneQuestion() throws IOException {
    walk("## The talk");
    assertThat(workbench.message()).isEmpty();
  }

  private void walk(String heading) throws IOException {
    List<ReadmeTable.Row> rows = ReadmeTable.under(heading);
    assertThat(rows).hasSizeGreaterThan(4);
    for (ReadmeTable.Row row : rows) {
      row.presses().forEach(this::press);
      row.shows().forEach(this::eventuallyShows);
    }
  }

  private void press(ReadmeTable.Press press) {
    if (press.keys().isEmpty()) {
      write(press.typed());
    } else {
      push(press.keys().toArray(KeyCode[]::new));
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
}
