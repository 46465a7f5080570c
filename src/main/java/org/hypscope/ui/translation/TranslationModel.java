package org.hypscope.ui.translation;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.AddressSpace;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.WalkView;
import org.hypscope.debug.WalkView.Access;

/** One address walked through the translation tables of one instant. */
public final class TranslationModel {
  private static final int SP = 13;
  private static final long VA_LIMIT = 1L << 32;
  private static final long IPA_LIMIT = 1L << 40;

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

  /** An address that the machine holds and that a person wants to see walked. */
  public enum Offer {
    PC(null, Access.FETCH),
    SP(null, Access.WRITE),
    VBAR(AddressSpace.PL1, Access.FETCH),
    HVBAR(AddressSpace.HYP, Access.FETCH);

    private final AddressSpace space;
    private final Access access;

    Offer(AddressSpace space, Access access) {
      this.space = space;
      this.access = access;
    }

    /** What the address is used for. */
    public Access access() {
      return access;
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

  /** The address that {@code offer} is now, as a person would type it. */
  public String typed(Offer offer) {
    return String.format("0x%08x", snapshot == null ? 0 : value(offer));
  }

  /** The regime that uses {@code offer}; null for that of the code that runs. */
  public AddressSpace space(Offer offer) {
    boolean secure = snapshot != null && snapshot.secure();
    return offer.space == AddressSpace.PL1 && secure ? AddressSpace.PL1_SECURE : offer.space;
  }

  private int value(Offer offer) {
    return switch (offer) {
      case PC -> snapshot.pc();
      case SP -> snapshot.register(Bank.at(Bank.map(snapshot.mode())[SP]));
      case VBAR, HVBAR -> (int) snapshot.sysReg(SysRegs.byName(offer.name()));
    };
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
    OptionalLong address = address(question.text().trim());
    long limit = space == AddressSpace.IPA ? IPA_LIMIT : VA_LIMIT;
    if (address.isEmpty() || address.getAsLong() >= limit) {
      walk.set(null);
      sentence.set(
          String.format(
              "'%s' is no address of %d bits: write 0x40010000, or a symbol.",
              question.text().trim(), Long.numberOfTrailingZeros(limit)));
      return;
    }
    WalkView answer =
        snapshot.walk(space, address.getAsLong(), question.access(), question.privileged());
    walk.set(answer);
    sentence.set(answer.sentence());
  }

  private OptionalLong address(String text) {
    if (text.isEmpty()) {
      return OptionalLong.of(Integer.toUnsignedLong(snapshot.pc()));
    }
    int plus = text.indexOf('+');
    OptionalLong base = symbol(plus < 0 ? text : text.substring(0, plus).trim());
    OptionalLong offset = plus < 0 ? OptionalLong.of(0) : number(text.substring(plus + 1).trim());
    return base.isPresent() && offset.isPresent()
        ? OptionalLong.of(base.getAsLong() + offset.getAsLong())
        : OptionalLong.empty();
  }

  private OptionalLong symbol(String name) {
    Optional<Integer> address = snapshot.symbols().address(name);
    return address.isPresent()
        ? OptionalLong.of(Integer.toUnsignedLong(address.get()))
        : number(name);
  }

  private static OptionalLong number(String text) {
    String digits = text.toLowerCase(Locale.ROOT).replace("_", "");
    boolean marked = digits.startsWith("0x");
    digits = marked ? digits.substring(2) : digits;
    boolean fits = digits.matches("[0-9a-f]{1,10}");
    return fits ? OptionalLong.of(Long.parseLong(digits, 16)) : OptionalLong.empty();
  }
}
