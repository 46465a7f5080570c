package org.hypscope.ui.hypercall;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hypscope.abi.AbiView;
import org.hypscope.abi.Prototype;
import org.hypscope.abi.RegisterMeaning;
import org.hypscope.abi.Shift;
import org.hypscope.debug.AddressSpace;
import org.hypscope.debug.Snapshot;

/** The arguments of a function called through KVM's shift, once its prototype is known. */
public final class ShiftModel {
  /**
   * What to show.
   *
   * @param prototype the text of the prototype, as typed or found; empty where none is known
   * @param from who says so, in words
   * @param shift what becomes of the arguments; empty while no prototype is known
   * @param complaint what is wrong with the text, or empty
   */
  public record Story(String prototype, String from, Optional<Shift> shift, String complaint) {}

  private final ReadOnlyObjectWrapper<Story> story = new ReadOnlyObjectWrapper<>();
  private final Map<String, Prototype> declared;
  private List<Integer> registers = List.of();
  private String function = "";
  private String typed = "";
  private String typedFor = "";

  /** A model that knows the prototypes {@code declared} by function. */
  public ShiftModel(Map<String, Prototype> declared) {
    this.declared = Map.copyOf(declared);
  }

  /** What to show; null where no function is called. */
  public ReadOnlyObjectProperty<Story> story() {
    return story.getReadOnlyProperty();
  }

  /** Shows the call {@code view} as seen from {@code now}. */
  public void show(AbiView view, Snapshot now) {
    if (view == null || now == null || !view.caller().call().equals("call-function")) {
      story.set(null);
      return;
    }
    registers = view.registers().stream().limit(4).map(RegisterMeaning::value).toList();
    function = name(now, registers.get(0) & ~1);
    story.set(typedFor.equals(function) && !typed.isBlank() ? byHand() : known(now));
  }

  /**
   * Takes {@code text} for the prototype of the function that is called; blank for what is known.
   */
  public void type(String text, Snapshot now) {
    typed = text;
    typedFor = function;
    if (story.get() != null) {
      story.set(typed.isBlank() ? known(now) : byHand());
    }
  }

  private Story byHand() {
    try {
      Prototype prototype = Prototype.parse(typed);
      return new Story(typed, "as typed", shift(prototype), "");
    } catch (IllegalArgumentException e) {
      return new Story(typed, "", Optional.empty(), e.getMessage());
    }
  }

  private Story known(Snapshot now) {
    Prototype contract = declared.get(function);
    if (contract != null) {
      return new Story(contract.text(), "as a contract declares it", shift(contract), "");
    }
    return compiled(now, registers.get(0) & ~1)
        .map(found -> new Story(found.text(), "from the debug information", shift(found), ""))
        .orElse(new Story("", "", Optional.empty(), ""));
  }

  /** What the compiler left, if it is a prototype that can be read. */
  private static Optional<Prototype> compiled(Snapshot now, int address) {
    try {
      return now.sources().functions(address).stream()
          .filter(each -> !each.inlined() && !each.returns().isEmpty())
          .findFirst()
          .map(each -> Prototype.parse(each.prototype()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Shift> shift(Prototype prototype) {
    return Optional.of(Shift.of(prototype, registers));
  }

  private static String name(Snapshot now, int address) {
    return now.symbols(AddressSpace.HYP).describe(address).replaceFirst("\\+0x.*", "");
  }

  /** The arguments as Markdown; empty where nothing is shown. */
  public String asMarkdown() {
    Story now = story.get();
    if (now == null || now.shift().isEmpty()) {
      return "";
    }
    Shift shift = now.shift().get();
    String rows =
        row("sent", shift, shift.sent())
            + row("arrives", shift, shift.arrives())
            + row("looked for", shift, shift.wanted());
    return "\n`%s` (%s)\n\n| | r0 | r1 | r2 | r3 |\n|---|---|---|---|---|\n%s\n- %s\n"
        .formatted(now.prototype(), now.from(), rows, String.join("\n- ", shift.sentences()));
  }

  private static String row(String name, Shift shift, List<Shift.Slot> slots) {
    return slots.stream()
        .map(slot -> shift.words(slot) + (slot.right() ? "" : " \u2715"))
        .collect(Collectors.joining(" | ", "| " + name + " | ", " |\n"));
  }
}
