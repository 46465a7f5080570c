package org.hypscope.ui.hypercall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hypscope.abi.AbiView;
import org.hypscope.abi.Outcome;
import org.hypscope.abi.RegisterMeaning;
import org.hypscope.abi.Verdict;
import org.hypscope.debug.Snapshot;
import org.hypscope.ui.NumberWords;

/** A hypercall as the window tells it: both sides, the verdict before it runs, what it did. */
public final class HypercallModel {
  /** How the verdict is marked: a colour, a shape and a word that go together. */
  public enum Mark {
    /** What the caller was promised. */
    OK("✓"),
    /** Not known how it ends, or it leaves for good as promised. */
    NOTE("→"),
    /** Not what the caller was promised. */
    STOP("✕");

    private final String shape;

    Mark(String shape) {
      this.shape = shape;
    }

    /** The shape beside the word. */
    public String shape() {
      return shape;
    }
  }

  /**
   * Everything that the view shows at one instant.
   *
   * @param view both sides and the prediction
   * @param verdict what the call did, once it is over
   * @param standing whether the window stands at the HVC
   * @param underWay whether the call has been made and is not over
   * @param where what the machine is doing now, once the call is made: mode, vector, PC
   */
  public record Story(
      AbiView view, Optional<Verdict> verdict, boolean standing, boolean underWay, String where) {
    /** The outcome: as it was once the call is over, as predicted before. */
    public Outcome outcome() {
      return verdict.map(Verdict::outcome).orElse(view.prediction().outcome());
    }

    /** How the outcome is marked. */
    public Mark mark() {
      return switch (outcome()) {
        case WORKS -> view.findings().isEmpty() ? Mark.OK : Mark.STOP;
        case NO_RETURN, UNDECIDED -> view.findings().isEmpty() ? Mark.NOTE : Mark.STOP;
        default -> Mark.STOP;
      };
    }

    /** "Before the call", "Under way" or "After the call". */
    public String phase() {
      return verdict.isPresent() ? "after the call" : underWay ? "under way" : "before the call";
    }

    /** Whether the prediction held, in words; empty while the call is not over. */
    public String held() {
      return verdict.map(v -> v.held() ? "prediction held" : "prediction did not hold").orElse("");
    }
  }

  private final ReadOnlyObjectWrapper<Story> story = new ReadOnlyObjectWrapper<>();

  /** What to show; null while there is no hypercall to speak of. */
  public ReadOnlyObjectProperty<Story> story() {
    return story.getReadOnlyProperty();
  }

  /** Shows the hypercall {@code view}, seen from {@code now}; nothing if either is null. */
  public void show(AbiView view, Verdict verdict, Snapshot now) {
    if (view == null || now == null) {
      story.set(null);
      return;
    }
    boolean standing = now.mark().equals(view.at());
    Optional<Verdict> over = standing ? Optional.empty() : Optional.ofNullable(verdict);
    boolean underWay = !standing && over.isEmpty();
    Story next = new Story(view, over, standing, underWay, standing ? "" : where(now));
    if (!next.equals(story.get())) {
      story.set(next);
    }
  }

  private static String where(Snapshot now) {
    List<String> parts = new ArrayList<>();
    parts.add("mode " + now.mode());
    now.vectorTables().stream()
        .filter(table -> table.taken() >= 0)
        .map(table -> String.format("vector %s+0x%02x taken", table.register(), table.taken()))
        .findFirst()
        .ifPresent(parts::add);
    parts.add(
        "PC "
            + NumberWords.grouped(now.pc())
            + NumberWords.symbol(now.pc(), now.symbols()).map(name -> " " + name).orElse(""));
    return String.join(" \u00b7 ", parts);
  }

  /** The story as Markdown. */
  public String asMarkdown() {
    Story now = story.get();
    if (now == null) {
      return "";
    }
    AbiView view = now.view();
    StringBuilder text = new StringBuilder();
    text.append("**").append(now.outcome().word()).append("** (").append(now.phase()).append(")  ");
    text.append(view.verdict()).append("\n\n");
    now.verdict().ifPresent(v -> text.append(v.sentence()).append("\n\n"));
    text.append("- ").append(view.caller().sentence()).append('\n');
    view.caller().evidence().forEach(line -> text.append("  - ").append(line).append('\n'));
    text.append("- ").append(view.handler().sentence()).append('\n');
    view.handler().evidence().forEach(line -> text.append("  - ").append(line).append('\n'));
    text.append("\n| register | value | to the caller | to the handler | left behind |\n");
    text.append("|---|---|---|---|---|\n");
    for (RegisterMeaning each : view.registers()) {
      text.append(
          String.format(
              "| %s | 0x%08x | %s | %s | %s |%n",
              each.register(), each.value(), each.toCaller(), each.toHandler(), each.leftBehind()));
    }
    return text.toString();
  }
}
