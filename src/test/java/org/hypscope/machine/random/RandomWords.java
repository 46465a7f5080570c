package org.hypscope.machine.random;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.hypscope.arm.decode.Field;
import org.hypscope.arm.decode.Form;
import org.hypscope.arm.isa.A32;
import org.hypscope.arm.isa.Row;
import org.hypscope.arm.isa.T32;
import org.hypscope.arm.sysreg.Encoding;
import org.hypscope.arm.sysreg.SysRegs;

/**
 * Instructions drawn from the rows of both instruction sets: those that compute, and those that
 * access memory at r10, which like r11 none of them writes.
 */
final class RandomWords {
  static final int BASE = 10;
  private static final int PC = 15;
  private static final int TRIES = 200;
  private static final Set<String> KEPT = Set.of("pc", "r10", "r11", "CPSR", "SPSR");

  /** What a program writes with care, or not at all. */
  private static final Set<String> CAREFUL =
      Set.of(
          "B", "BL", "BLX", "BX", "BXJ", "CBZ", "CBNZ", "TBB", "TBH", "SVC", "HVC", "SMC", "BKPT",
          "UDF", "ERET", "RFE", "SRS", "MSR", "CPS", "SETEND", "WFI", "WFE", "YIELD", "SEV", "MCR",
          "MCRR", "MRC", "MRRC", "CDP", "LDC", "STC", "VMSR", "ENTERX", "LEAVEX", "POP", "PUSH");

  private static final List<Row> A32_ROWS = usable(A32.rows());
  private static final List<Row> T32_ROWS = usable(T32.rows());
  private static final List<Encoding> REGISTERS =
      SysRegs.rows().stream()
          .flatMap(row -> row.encodings().stream())
          .filter(each -> !each.wide() && each.cp() == PC)
          .toList();

  private final SplittableRandom random;

  RandomWords(SplittableRandom random) {
    this.random = random;
  }

  private static List<Row> usable(List<Row> rows) {
    return rows.stream()
        .filter(row -> !CAREFUL.contains(row.form().mnemonic().split("[ .]")[0]))
        .filter(row -> !isMemory(row.form()) || base(row.form()) != null)
        .toList();
  }

  private static boolean isMemory(Form form) {
    return form.effects().toString().contains("memory");
  }

  private static Field base(Form form) {
    return form.pattern().find("Rn");
  }

  /** An A32 instruction. */
  int a32() {
    return draw(A32_ROWS);
  }

  /** A T32 instruction: below 0x10000 a narrow one. */
  int t32() {
    return draw(T32_ROWS);
  }

  /** MRC p15 of some register, to one of r0 to r7. */
  int mrc() {
    Encoding of = REGISTERS.get(random.nextInt(REGISTERS.size()));
    int to = random.nextInt(8) << 12;
    return 0xee100f10 | of.opc1() << 21 | of.crn() << 16 | to | of.opc2() << 5 | of.crm();
  }

  private int draw(List<Row> rows) {
    for (int n = 0; n < TRIES; n++) {
      Form form = rows.get(random.nextInt(rows.size())).form();
      int word = word(form);
      if (isFit(form, word)) {
        return word;
      }
    }
    return rows == A32_ROWS ? 0xe320f000 : 0xbf00; // NOP
  }

  private boolean isFit(Form form, int word) {
    List<String> writes = List.of(form.effects().writes(form.image(word)).split(", "));
    boolean odd = form.unpredictable(word) != null && random.nextInt(30) != 0;
    return form.covers(word) && !odd && writes.stream().noneMatch(KEPT::contains);
  }

  private int word(Form form) {
    int word = form.pattern().value() | form.pattern().shouldValue();
    boolean memory = isMemory(form);
    for (Field field : form.pattern().fields()) {
      word |= value(field, memory) << field.low();
    }
    return word;
  }

  private int value(Field field, boolean memory) {
    int any = random.nextInt() & -1 >>> 32 - field.width();
    return switch (field.name()) {
      case "cond" -> random.nextInt(4) == 0 ? random.nextInt(14) : 14;
      case "Rn" -> memory ? BASE & -1 >>> 32 - field.width() : any;
      case "W" -> memory ? 0 : any;
      case "P", "U" -> memory ? 1 : any;
      case "Rm" -> memory && field.width() == 4 && random.nextInt(20) != 0 ? PC : any;
      default -> any;
    };
  }
}
