package org.hypscope.debug;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One translation, step by step, as the core would do it at one instant. Immutable, for any thread.
 *
 * @param space what kind of address is translated
 * @param address the address
 * @param access what it is translated for
 * @param privileged whether by PL1 or HYP, and not by PL0
 * @param off whether neither stage translates, so that the address is physical as it is
 * @param steps the descriptors read for the address itself, in order: of stage 1, or of stage 2
 *     where an IPA is translated
 * @param ipa what stage 1 made of the address, where stage 2 follows
 * @param stage2 the descriptors read for {@code ipa}
 * @param physical the physical address; empty where the access faults
 * @param attributes what the access meets there: memory type, cacheability, shareability
 * @param fault what the access takes instead
 */
public record WalkView(
    AddressSpace space,
    long address,
    Access access,
    boolean privileged,
    boolean off,
    List<Step> steps,
    OptionalLong ipa,
    List<Step> stage2,
    OptionalLong physical,
    List<Attribute> attributes,
    Optional<Fault> fault) {
  /** Copies the lists. */
  public WalkView {
    steps = List.copyOf(steps);
    stage2 = List.copyOf(stage2);
    attributes = List.copyOf(attributes);
  }

  /** What an address is translated for. */
  public enum Access {
    READ("read"),
    WRITE("write"),
    FETCH("fetch");

    private final String word;

    Access(String word) {
      this.word = word;
    }

    /** Its name in a sentence. */
    public String word() {
      return word;
    }
  }

  /**
   * A descriptor that a walk read.
   *
   * @param stage 1 or 2
   * @param format {@code short} or {@code long}
   * @param level 1 to 3
   * @param register what holds the base of the first table ({@code TTBR0}); empty for a later one
   * @param table the address of the table: an IPA where {@code nested} is not empty
   * @param index the entry's number in the table
   * @param indexHigh the highest bit of the address that makes the index
   * @param indexLow the lowest
   * @param descriptorIpa where the descriptor lies by IPA; empty where stage 2 does not translate
   *     it
   * @param descriptorAddress where it lies by physical address; empty where stage 2 refused
   * @param descriptor its value
   * @param bytes its size, 4 or 8
   * @param kind in the manual's words: section, small page, table, block, page, invalid, ...
   * @param attributes its fields, in words
   * @param nested the stage 2 walk that found the descriptor
   */
  public record Step(
      int stage,
      String format,
      int level,
      String register,
      long table,
      int index,
      int indexHigh,
      int indexLow,
      OptionalLong descriptorIpa,
      OptionalLong descriptorAddress,
      long descriptor,
      int bytes,
      String kind,
      List<Attribute> attributes,
      List<Step> nested) {
    /** Copies the lists. */
    public Step {
      attributes = List.copyOf(attributes);
      nested = List.copyOf(nested);
    }

    /** The descriptor as hexadecimal digits of its size. */
    public String value() {
      return String.format(bytes == 4 ? "0x%08x" : "0x%016x", descriptor);
    }
  }

  /**
   * A field and what it says.
   *
   * @param name the manual's name, such as {@code AP[2:0]}
   * @param value as a number
   * @param meaning in words
   */
  public record Attribute(String name, String value, String meaning) {}

  /**
   * A fault that an access takes.
   *
   * @param text what and where, in a few words: {@code permission fault, stage 2, level 3}
   * @param taken in which mode and at which vector it is answered
   * @param registers the registers that report it and the values that they get
   */
  public record Fault(String text, String taken, List<Register> registers) {
    /** Copies the list. */
    public Fault {
      registers = List.copyOf(registers);
    }
  }

  /** A register and the value that it gets. */
  public record Register(String name, int value, String meaning) {}

  /** What came of it, in one sentence. */
  public String sentence() {
    String what = space.name(address) + " " + access.word();
    if (fault.isPresent()) {
      return what + ": " + fault.get().text() + ".";
    }
    String where = AddressSpace.PHYSICAL.name(physical.orElse(address));
    String stage = space == AddressSpace.IPA ? "stage 2" : "the MMU";
    return off
        ? what + ": " + where + ", because " + stage + " is off."
        : what + ": " + where + ".";
  }
}
