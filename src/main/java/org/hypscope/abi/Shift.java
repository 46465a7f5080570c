package org.hypscope.abi;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * r0 to r3 on their way from {@code call(function, ...)} through a shift by one register to the
 * function: what the caller puts where by the EABI, what arrives, and what the function looks for.
 *
 * @param passing how the arguments travel
 * @param sent r0 to r3 at the HVC
 * @param arrives r0 to r3 at the function; r3 is left as it was sent
 * @param wanted what the function takes r0 to r3 for
 */
public record Shift(Passing passing, List<Slot> sent, List<Slot> arrives, List<Slot> wanted) {
  private static final int REGISTERS = 4;

  /** Which part of an argument a register holds. */
  public enum Part {
    /** All of a 32-bit argument. */
    WHOLE,
    /** Bits 31 to 0 of a 64-bit argument. */
    LOW,
    /** Bits 63 to 32 of a 64-bit argument. */
    HIGH,
    /** The function pointer itself. */
    FUNCTION,
    /** Nothing that was meant: padding, or what was there before. */
    NOTHING
  }

  /**
   * A register at one stage.
   *
   * @param register 0 to 3
   * @param value what it holds there
   * @param argument the number of the argument from 0, or -1
   * @param part which part of it
   * @param right for {@link #wanted}, whether what arrives is what is looked for; else true
   */
  public record Slot(int register, int value, int argument, Part part, boolean right) {
    private boolean holdsSame(Slot other) {
      return argument == other.argument && part == other.part;
    }
  }

  /** Copies the lists. */
  public Shift {
    sent = List.copyOf(sent);
    arrives = List.copyOf(arrives);
    wanted = List.copyOf(wanted);
  }

  /** What becomes of the arguments of {@code prototype}; {@code registers} are r0 to r3. */
  public static Shift of(Prototype prototype, List<Integer> registers) {
    Passing passing = Passing.of(prototype);
    List<Slot> sent = slots(passing, registers, true);
    sent.set(0, new Slot(0, registers.get(0), -1, Part.FUNCTION, true));
    List<Slot> arrives = new ArrayList<>();
    for (int n = 0; n < REGISTERS; n++) {
      Slot from = sent.get(Math.min(n + 1, REGISTERS - 1));
      boolean stale = n == REGISTERS - 1;
      arrives.add(
          new Slot(
              n,
              from.value(),
              stale ? -1 : from.argument(),
              stale ? Part.NOTHING : from.part(),
              true));
    }
    List<Integer> values = arrives.stream().map(Slot::value).toList();
    List<Slot> wanted = new ArrayList<>();
    for (Slot each : slots(passing, values, false)) {
      boolean right = each.part() == Part.NOTHING || each.holdsSame(arrives.get(each.register()));
      wanted.add(new Slot(each.register(), each.value(), each.argument(), each.part(), right));
    }
    return new Shift(passing, sent, arrives, wanted);
  }

  private static List<Slot> slots(Passing passing, List<Integer> values, boolean sent) {
    List<Slot> slots = new ArrayList<>();
    for (int n = 0; n < REGISTERS; n++) {
      slots.add(new Slot(n, values.get(n), -1, Part.NOTHING, true));
    }
    for (int number = 0; number < passing.arguments().size(); number++) {
      Passing.Argument each = passing.arguments().get(number);
      int at = sent ? each.sent() : each.wanted();
      boolean wide = each.parameter().wide();
      if (at + (wide ? 1 : 0) < REGISTERS) {
        put(slots, at, number, wide ? Part.LOW : Part.WHOLE);
        if (wide) {
          put(slots, at + 1, number, Part.HIGH);
        }
      }
    }
    return slots;
  }

  private static void put(List<Slot> slots, int at, int argument, Part part) {
    slots.set(at, new Slot(at, slots.get(at).value(), argument, part, true));
  }

  /** Whether every argument comes to where the function looks for it. */
  public boolean intact() {
    return passing.wrong().isEmpty();
  }

  /** What {@code slot} holds, in words: {@code ipa, low word}. */
  public String words(Slot slot) {
    String name =
        slot.argument() < 0 ? "" : passing.arguments().get(slot.argument()).parameter().text();
    return switch (Objects.requireNonNull(slot.part())) {
      case WHOLE -> name;
      case LOW -> name + ", low word";
      case HIGH -> name + ", high word";
      case FUNCTION -> "the function";
      case NOTHING -> "-";
    };
  }

  /** What becomes of each argument, a sentence each. */
  public List<String> sentences() {
    return passing.arguments().stream()
        .map(each -> (each.right() ? "\u2713 " : "\u2715 ") + each.words() + ".")
        .toList();
  }
}
