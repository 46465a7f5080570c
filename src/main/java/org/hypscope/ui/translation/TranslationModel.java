package org.hypscope.ui.translation;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.hypscope.debug.AddressSpace;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.WalkView;
import org.hypscope.debug.WalkView.Access;

/** One address walked through the translation tables of one instant. */
public final class TranslationModel {
  /**
   * What is asked.
   *
   * @param text an address or a symbol, with an offset if wanted; blank for PC
   * @param space the regime; null for that of the code that runs
   * @param access what for
   * @param privileged by PL1 or HYP, and not by PL0
   */
  public record Question(String text, AddressSpace space, Access access, boolean privileged) {
    /** A fetch at PC. */
    public static Question atPc() {
      return new Question("", null, Access.FETCH, true);
    }
  }

  private final ReadOnlyObjectWrapper<WalkView> walk = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private Snapshot snapshot;
  private Question question = Question.atPc();

  /** The walk; null while nothing is open, or where the question is no address. */
  public ReadOnlyObjectProperty<WalkView> walk() {
    return walk.getReadOnlyProperty();
  }

  /** What came of it, or why there is no walk, in one sentence; empty while nothing is open. */
  public ReadOnlyStringProperty sentence() {
    return sentence.getReadOnlyProperty();
  }

  /** Shows the present question at {@code next}; null shows nothing. */
  public void show(Snapshot next) {
    snapshot = next;
    answer();
  }

  /** Asks something else. */
  public void ask(Question next) {
    question = next;
    answer();
  }

  /** The walk as text. */
  public String asText() {
    return walk.get() == null ? sentence.get() : WalkText.of(walk.get());
  }

  private void answer() {
    if (snapshot == null) {
      walk.set(null);
      sentence.set("");
      return;
    }
    Optional<Integer> address = address(question.text().trim());
    if (address.isEmpty()) {
      walk.set(null);
      sentence.set(
          "'" + question.text().trim() + "' is no address: write 0x40010000, or a symbol.");
      return;
    }
    AddressSpace space = question.space() == null ? snapshot.currentSpace() : question.space();
    WalkView answer =
        snapshot.walk(
            space, Integer.toUnsignedLong(address.get()), question.access(), question.privileged());
    walk.set(answer);
    sentence.set(answer.sentence());
  }

  private Optional<Integer> address(String text) {
    if (text.isEmpty()) {
      return Optional.of(snapshot.pc());
    }
    int plus = text.indexOf('+');
    String name = plus < 0 ? text : text.substring(0, plus).trim();
    Optional<Integer> base = snapshot.symbols().address(name).or(() -> number(name));
    Optional<Integer> offset = plus < 0 ? Optional.of(0) : number(text.substring(plus + 1).trim());
    return base.flatMap(b -> offset.map(o -> b + o));
  }

  private static Optional<Integer> number(String text) {
    String digits = text.toLowerCase(Locale.ROOT).replace("_", "");
    boolean marked = digits.startsWith("0x");
    digits = marked ? digits.substring(2) : digits;
    boolean fits = digits.matches("[0-9a-f]{1,8}");
    return fits ? Optional.of(Integer.parseUnsignedInt(digits, 16)) : Optional.empty();
  }
}
