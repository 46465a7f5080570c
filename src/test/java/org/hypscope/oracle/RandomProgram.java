package org.hypscope.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hypscope.arm.decode.Field;
import org.hypscope.arm.decode.Form;
import org.hypscope.arm.isa.A32;
import org.hypscope.arm.isa.Row;

/**
 * Straight-line code made from the instruction rows: every row that neither branches nor needs a
 * special state, with random fields, on registers with values that matter. Words that the row calls
 * UNPREDICTABLE are left out. Memory is accessed around {@link #DATA} only, aligned, because memory
 * is Strongly-ordered while the MMU is off.
 */
final class RandomProgram {
  /** The middle of the data that loads and stores reach. */
  static final int DATA = 0x40041000;

  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "B|BL|BX|BXJ|BKPT|BLX .*|CDP.*|MCR.*|MRC.*|MRRC.*|LDC.*|STC.*|CPS.*|ERET|HVC|SMC|SVC|UDF"
              + "|SRS|RFE|MRS.*|MSR.*|SETEND|WFE|WFI|YIELD|.* PC.*|.*EX[BDH]?|SWPB?|.*literal.*"
              + "|.*user registers.*|.*exception return.*|ADR.*");
  private static final Pattern MEMORY =
      Pattern.compile("(LDR|STR|LDM|STM|PUSH|POP)[A-Z]*( \\(.*)?");
  private static final int[] VALUES = {
    0,
    1,
    2,
    -1,
    0x80000000,
    0x7fffffff,
    0x8000,
    0x7fff8000,
    0x80008000,
    0x00ff00ff,
    0x7f80ff01,
    31,
    32,
    33
  };
  private static final int MOVW = 0xe3000000;
  private static final int MOVT = 0xe3400000;
  private static final int MSR_FLAGS = 0xe328f200;
  private static final int AL = 0xe;

  private final SplittableRandom random;
  private final List<Integer> words = new ArrayList<>();

  RandomProgram(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The rows that programs are made of. */
  static List<Form> forms() {
    return A32.rows().stream()
        .map(Row::form)
        .filter(form -> !LEFT_OUT.matcher(form.title()).matches())
        .collect(Collectors.toList());
  }

  /** A program with every row {@code times} times, in random order. */
  int[] words(int times) {
    List<Form> forms = forms();
    for (int n = 0; n < times * forms.size(); n++) {
      add(forms.get(random.nextInt(forms.size())));
    }
    return words.stream().mapToInt(Integer::intValue).toArray();
  }

  private void add(Form form) {
    int word = fields(form);
    if (form.unpredictable(word) != null || coveredByOthers(form, word) || wild(form, word)) {
      return;
    }
    if (random.nextInt(3) == 0) {
      words.add(MSR_FLAGS | random.nextInt(16));
    }
    for (Field field : form.pattern().fields()) {
      if (field.isRegister()) {
        load(field.of(word), VALUES[random.nextInt(VALUES.length)] + random.nextInt(-1, 2));
      }
    }
    if (isMemory(form)) {
      prepareAddress(form, word);
    }
    words.add(word);
  }

  private int fields(Form form) {
    int word = form.pattern().value() | form.pattern().shouldValue();
    for (Field field : form.pattern().fields()) {
      int value =
          switch (field.name()) {
            case "cond" -> random.nextInt(4) == 0 ? random.nextInt(AL) : AL;
            case "list" -> random.nextInt(1, 0x8000);
            case "imm12" -> isMemory(form) ? random.nextInt(0x40) * 8 : random.nextInt(0x1000);
            case "imm4L" -> random.nextInt(2) * 8;
            case "imm5" -> isMemory(form) ? random.nextInt(1, 4) : random.nextInt(32);
            default -> field.isRegister() ? random.nextInt(15) : random.nextInt(1 << field.width());
          };
      word |= value << field.low();
    }
    return word;
  }

  private static boolean isMemory(Form form) {
    return MEMORY.matcher(form.title()).matches();
  }

  /** Whether a load or store adds a base address to itself. */
  private static boolean wild(Form form, int word) {
    Field index = form.pattern().find("Rm");
    return isMemory(form) && index != null && index.of(word) == form.pattern().get("Rn").of(word);
  }

  private static boolean coveredByOthers(Form form, int word) {
    return A32.rows().stream()
        .map(Row::form)
        .anyMatch(
            other ->
                other != form
                    && other.group() != null
                    && other.pattern().matches(word)
                    && Integer.bitCount(other.pattern().mask())
                        > Integer.bitCount(form.pattern().mask()));
  }

  private void prepareAddress(Form form, int word) {
    Field index = form.pattern().find("Rm");
    if (index != null) {
      load(index.of(word), 0x40 * random.nextInt(4));
    }
    Field base = form.pattern().find("Rn");
    load(base == null ? 13 : base.of(word), DATA + 8 * random.nextInt(-8, 8));
  }

  private void load(int register, int value) {
    if (register < 15) {
      words.add(MOVW | (value & 0xf000) << 4 | register << 12 | value & 0xfff);
      words.add(MOVT | (value >>> 28) << 16 | register << 12 | value >>> 16 & 0xfff);
    }
  }
}
