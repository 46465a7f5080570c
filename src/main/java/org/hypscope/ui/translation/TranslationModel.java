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
    /** A read at PC. */
    public static Question atPc() {
      return new Question("", null, Access.READ, true);
    }
  }

  private static final int DIGITS = 8;
  private static final int IPA_DIGITS = 10;

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
    AddressSpace space = question.space() == null ? snapshot.currentSpace() : question.space();
    int digits = space == AddressSpace.IPA ? IPA_DIGITS : DIGITS;
    Optional<Long> address = address(question.text().trim(), digits);
    if (address.isEmpty()) {
      walk.set(null);
      sentence.set(
          "'" + question.text().trim() + "' is no address: write 0x40010000, or a symbol.");
      return;
    }
    WalkView answer = snapshot.walk(space, address.get(), question.access(), question.privileged());
    walk.set(answer);
    sentence.set(answer.sentence());
  }

  /** An address of up to so many hexadecimal digits. */
  private Optional<Long> address(String text, int most) {
    if (text.isEmpty()) {
      return Optional.of(Integer.toUnsignedLong(snapshot.pc()));
    }
    int plus = text.indexOf('+');
    String name = plus < 0 ? text : text.substring(0, plus).trim();
    Optional<Long> base =
        snapshot.symbols().address(name).map(Integer::toUnsignedLong).or(() -> number(name, most));
    Optional<Long> offset =
        plus < 0 ? Optional.of(0L) : number(text.substring(plus + 1).trim(), most);
    return base.flatMap(b -> offset.map(o -> b + o & (1L << 4 * most) - 1));
  }

  private static Optional<Long> number(String text, int most) {
    String digits = text.toLowerCase(Locale.ROOT).replace("_", "");
    boolean marked = digits.startsWith("0x");
    digits = marked ? digits.substring(2) : digits;
    boolean fits = digits.matches("[0-9a-f]{1," + most + "}");
    return fits ? Optional.of(Long.parseLong(digits, 16)) : Optional.empty();
  }
}
