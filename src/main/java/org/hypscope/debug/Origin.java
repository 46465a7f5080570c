package org.hypscope.debug;

import java.util.List;
import java.util.Optional;
import org.hypscope.time.Mark;

/**
 * Who last wrote a place, and from what.
 *
 * @param place what was asked about
 * @param value what it holds since then
 * @param before what it held before
 * @param writer what wrote it
 * @param at the instant before that, empty where nothing has written it since
 * @param core the core that did it
 * @param pc the address of the instruction, or of the one in whose place an exception was entered
 * @param symbol the name of that address, empty for none
 * @param instruction how it reads, empty where nothing can be fetched
 * @param from where the value comes from, as far as was asked; empty for a constant
 */
public record Origin(
    Place place,
    long value,
    long before,
    Writer writer,
    Optional<Mark> at,
    int core,
    int pc,
    String symbol,
    String instruction,
    List<Origin> from) {
  /** What writes places. */
  public enum Writer {
    /** An instruction. */
    INSTRUCTION("written by"),
    /** The entry of an exception, instead of or by the instruction. */
    EXCEPTION("set by the exception entry at"),
    /** The board's firmware, which answered an SMC: it sets a core that it switches on, too. */
    FIRMWARE("set by the firmware's answer to"),
    /** A person, in the debugger. */
    EDIT("edited before"),
    /** Nothing since the image was loaded: it is of a segment, or what a boot loader passed on. */
    LOADER("as it was loaded with the image"),
    /** Nothing since reset: it is what the board has there. */
    RESET("as the board has it at reset");

    private final String words;

    Writer(String words) {
      this.words = words;
    }

    /** As it stands in a sentence, before the instruction. */
    public String words() {
      return words;
    }
  }

  /** Copies the list. */
  public Origin {
    from = List.copyOf(from);
  }

  /** This, with where its value comes from. */
  Origin with(List<Origin> sources) {
    return new Origin(place, value, before, writer, at, core, pc, symbol, instruction, sources);
  }

  /** One line: {@code HVBAR = 0x40010000, written by mcr ... at 0x40010040 (main+0x40), #12}. */
  public String line() {
    String head = String.format("%s = 0x%x, %s", place, value, writer.words());
    if (at.isEmpty()) {
      return head + ".";
    }
    String name = symbol.isEmpty() ? "" : " (" + symbol + ")";
    String text = instruction.isEmpty() ? "an instruction" : instruction;
    return String.format("%s %s at 0x%08x%s, %s.", head, text, pc, name, at.get());
  }
}
