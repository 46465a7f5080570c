package org.hypscope.oracle.lockstep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hypscope.oracle.Tools;

/**
 * The program that runs cases one after another, made from its source and the list of {@link
 * Slots}. A record holds the state before a case and, from {@link #OUT} on, the state after it.
 */
public final class Supervisor {
  /** Where the program is. */
  static final int BASE = 0x40200000;

  /** Where in a record the state after the case begins, in bytes. */
  public static final int OUT = 0x400;

  /** The bytes of a record. */
  public static final int STRIDE = 0x800;

  private static final Path SOURCE = Path.of("src/test/resources/lockstep/supervisor.S");

  private final Path elf;
  private final Map<String, Integer> symbols = new HashMap<>();

  private Supervisor(Path elf) {
    this.elf = elf;
  }

  /** Assembles the program into {@code folder}. */
  static Supervisor build(Path folder) {
    return build(folder, SOURCE, definitions(), "-Ttext=0x" + Integer.toHexString(BASE));
  }

  /**
   * Assembles {@code program}, which runs records in its own way, after {@code definitions}; {@code
   * places} are the linker's.
   */
  public static Supervisor build(Path folder, Path program, String definitions, String... places) {
    Path source = folder.resolve("supervisor.S");
    Path object = folder.resolve("supervisor.o");
    Supervisor made = new Supervisor(folder.resolve("supervisor.elf"));
    try {
      Files.writeString(source, definitions + constants() + Files.readString(program));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Tools.run(List.of(Tools.AS, "-o", object.toString(), source.toString()));
    List<String> link = new ArrayList<>(List.of(Tools.LD, "-o", made.elf.toString()));
    link.addAll(List.of(places));
    link.add(object.toString());
    Tools.run(link);
    made.readSymbols();
    return made;
  }

  private static String constants() {
    return String.format(".equ OUT, %d%n.equ STRIDE, %d%n", OUT, STRIDE);
  }

  private static String definitions() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(".equ VECTOR, %d%n", Slots.VECTOR));
    text.append(String.format(".equ D0, %d%n.equ SP_HYP, %d%n", Slots.D0, Slots.SP_HYP));
    text.append(".macro SAVE\n");
    for (int n = 0; n < Slots.COUNT; n++) {
      Slot slot = Slots.all().get(n);
      if (!slot.save().isEmpty()) {
        text.append(String.format("%s%nstr r1, [sp, #%d]%n", slot.save(), OUT + 4 * n));
        text.append(slot.after()).append('\n');
      }
    }
    text.append(".endm\n.macro LOAD\n");
    for (int n = Slots.COUNT - 1; n >= 0; n--) {
      Slot slot = Slots.all().get(n);
      if (!slot.load().isEmpty()) {
        text.append(String.format("ldr r1, [sp, #%d]%n%s%n", 4 * n, slot.load()));
      }
    }
    return text.append(".endm\n").toString();
  }

  private void readSymbols() {
    String listing = Tools.run(List.of("arm-linux-gnueabihf-nm", elf.toString()));
    for (String line : listing.split("\n")) {
      String[] parts = line.trim().split(" ");
      if (parts.length == 3) {
        symbols.put(parts[2], Integer.parseUnsignedInt(parts[0], 16));
      }
    }
  }

  /** The program. */
  public Path elf() {
    return elf;
  }

  /** The address of a label of the source. */
  public int symbol(String name) {
    return symbols.get(name);
  }
}
