package org.hypscope.arm.decode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hypscope.arm.arch.Cond;

/**
 * What an instruction reads and writes, declared in its row as {@code "Rn Rm -> Rd S:NZCV"}.
 *
 * <p>An item is a register field ({@code Rd}; {@code Rt+1} for the second of a pair), {@code list}
 * for the registers of a register list in bits 15:0 and {@code userlist} for their User mode
 * copies, or words taken as they are, with {@code _} for a blank ({@code memory}, {@code NZCV},
 * {@code lr}). {@code S:item} counts only if the field S is set, {@code wback:item} only if the
 * base is written back, {@code cond:item} likewise for any condition of {@link Condition} without
 * blanks.
 */
public final class Effects {
  private final String text;
  private final Pattern pattern;
  private final List<Item> reads;
  private final List<Item> writes;

  private record Item(Condition when, String name) {}

  private Effects(String text, Pattern pattern, List<Item> reads, List<Item> writes) {
    this.text = text;
    this.pattern = pattern;
    this.reads = reads;
    this.writes = writes;
  }

  /** Reads the notation described above for words of {@code pattern}. */
  public static Effects parse(String text, Pattern pattern) {
    String[] sides = (" " + text + " ").split("->", -1);
    if (sides.length != 2) {
      throw new IllegalArgumentException("effects need one '->': " + text);
    }
    return new Effects(text, pattern, items(sides[0], pattern), items(sides[1], pattern));
  }

  private static List<Item> items(String text, Pattern pattern) {
    List<Item> items = new ArrayList<>();
    for (String token : text.trim().split("\\s+")) {
      int colon = token.indexOf(':');
      if (!token.isEmpty()) {
        Condition when = colon < 0 ? null : Condition.parse(token.substring(0, colon), pattern);
        items.add(new Item(when, token.substring(colon + 1).replace('_', ' ')));
      }
    }
    return items;
  }

  /** What {@code word} reads, its condition's flags last: "r1, r2, C". Empty for nothing. */
  public String reads(int word) {
    Field cond = pattern.find("cond");
    return reads(word, cond == null ? Cond.AL : Cond.of(cond.of(word)));
  }

  /** As the other method, under this condition. */
  String reads(int word, Cond cond) {
    Set<String> names = names(reads, word);
    flagsOf(cond, names);
    return String.join(", ", names);
  }

  /** What {@code word} writes if its condition passes: "r0, NZCV". Empty for nothing. */
  public String writes(int word) {
    return String.join(", ", names(writes, word));
  }

  private Set<String> names(List<Item> items, int word) {
    Set<String> names = new LinkedHashSet<>();
    for (Item item : items) {
      if (item.when == null || item.when.holds(word)) {
        add(item.name, word, names);
      }
    }
    return names;
  }

  private void add(String name, int word, Set<String> names) {
    Field field = pattern.find(name.replace("+1", ""));
    if (name.endsWith("list")) {
      String bank = name.equals("list") ? "" : "_usr";
      for (int n = 0; n < 16; n++) {
        if ((word >>> n & 1) != 0) {
          names.add(Registers.name(n) + (n >= 8 && n < 15 ? bank : ""));
        }
      }
    } else if (SimdStructures.isList(name.replace('.', ':'))) {
      SimdStructures.addList(name.replace('.', ':'), pattern, word, names);
    } else if (name.equals("table")) {
      SimdOperands.addTable(pattern, word, names);
    } else if (name.equals("singles") || name.equals("doubles")) {
      FpOperands.addList(name.equals("singles"), pattern, word, names);
    } else if (FpOperands.isRegister(name)) {
      names.add(FpOperands.register(name, pattern, word));
    } else if (SimdOperands.isRegister(name)) {
      names.add(SimdOperands.register(name, pattern, word));
    } else if (field == null || field.name().charAt(0) != 'R') {
      names.add(name);
    } else {
      names.add(Registers.name(field.of(word) + (name.endsWith("+1") ? 1 : 0) & 15));
    }
  }

  private static void flagsOf(Cond cond, Set<String> names) {
    String flags =
        switch (cond) {
          case EQ, NE -> "Z";
          case CS, CC -> "C";
          case MI, PL -> "N";
          case VS, VC -> "V";
          case HI, LS -> "CZ";
          case GE, LT -> "NV";
          case GT, LE -> "NZV";
          case AL -> "";
        };
    if (!flags.isEmpty()) {
      names.add(flags);
    }
  }

  /** The notation it was read from. */
  @Override
  public String toString() {
    return text;
  }
}
