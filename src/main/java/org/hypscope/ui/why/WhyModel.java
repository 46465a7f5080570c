package org.hypscope.ui.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hypscope.debug.Origin;
import org.hypscope.time.Mark;
import org.hypscope.ui.TimeState.Question;

/** Who wrote a value, and from what, as lines from the newest write back. */
public final class WhyModel {
  /**
   * One write.
   *
   * @param level how many values stand between it and the one that was asked about
   * @param text what was written by what
   * @param at the instant before it; empty where nothing has written it since reset
   */
  public record Line(int level, String text, Optional<Mark> at) {}

  /**
   * What is shown.
   *
   * @param heading what was asked, and how that stands
   * @param open whether the answer is being worked out
   * @param lines the answer; empty while there is none
   */
  public record Answer(String heading, boolean open, List<Line> lines) {}

  private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>();

  /** What is shown; null while nothing was asked. */
  public ReadOnlyObjectProperty<Answer> answer() {
    return answer.getReadOnlyProperty();
  }

  /** Shows {@code question}; null shows that nothing was asked. */
  public void show(Question question) {
    answer.set(question == null ? null : answer(question));
  }

  private static Answer answer(Question question) {
    String asked = "Who wrote " + question.place() + " before " + question.at() + "?";
    List<Line> lines = new ArrayList<>();
    question.answer().ifPresent(origin -> add(lines, origin, 0));
    String stands = question.isOpen() ? "  Looking back through the run ..." : question.failure();
    return new Answer(
        stands.isEmpty() ? asked : asked + "  " + stands.trim(),
        question.isOpen(),
        List.copyOf(lines));
  }

  private static void add(List<Line> lines, Origin origin, int level) {
    String from = level == 0 ? "" : "from ";
    lines.add(new Line(level, from + origin.line(), origin.at()));
    origin.from().forEach(each -> add(lines, each, level + 1));
  }

  /** The answer as an indented Markdown list. */
  public String asMarkdown() {
    if (answer.get() == null) {
      return "";
    }
    StringBuilder text = new StringBuilder(answer.get().heading()).append("\n\n");
    for (Line line : answer.get().lines()) {
      text.append("  ".repeat(line.level())).append("- ").append(line.text()).append('\n');
    }
    return text.toString();
  }
}
