package org.hypscope.oracle.lockstep;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hypscope.arm.core.Decoded;
import org.hypscope.arm.decode.Field;
import org.hypscope.arm.decode.Form;
import org.hypscope.arm.isa.A32;
import org.hypscope.arm.isa.IsaDecoder;
import org.hypscope.arm.isa.Row;
import org.hypscope.arm.isa.T32;

/** A row as it is tested: in its instruction set, with what its effects say about it. */
final class Subject {
  private static final int T32_END = 0xf7ed8dde;

  /** Effects on registers and flags alone, in the notation of the rows. */
  private static final Pattern COMPUTES =
      Pattern.compile("(->| |([^ :]+:)?([RSDQV][a-z0-9]*(\\+1)?|NZCV?|C|Q|GE|NZ|FPSCR|flags))+");

  private static final int A32_END = 0xe14ddd7e;
  private static final short T32_NOP = (short) 0xbf00;
  private static final int IT_BLOCK = 4;
  private static final int MOST_BYTES = 96;

  private final String set;
  private final Row row;
  private final boolean computes;
  private final boolean memory;
  private final boolean pc;

  private Subject(String set, Row row) {
    this.set = set;
    this.row = row;
    this.computes = COMPUTES.matcher(row.form().effects().toString()).matches();
    this.memory = row.form().effects().toString().contains("memory");
    this.pc = row.form().effects().toString().matches(".*->.*(pc|R[a-z]|list).*");
  }

  /** Every row of every instruction set. */
  static List<Subject> all() {
    List<Subject> all = new ArrayList<>();
    A32.rows().forEach(row -> all.add(new Subject("A32", row)));
    T32.rows().forEach(row -> all.add(new Subject("T32", row)));
    return List.copyOf(all);
  }

  /** The name of the instruction set and the row's. */
  String title() {
    return set + " " + form().title();
  }

  Form form() {
    return row.form();
  }

  /** Whether it is a T32 row. */
  boolean thumb() {
    return !set.equals("A32");
  }

  private boolean wide() {
    return form().pattern().width() == 32;
  }

  /** {@code words}, whatever an IT block left to do, and a hypercall that ends the case. */
  byte[] code(int... words) {
    ByteBuffer code = ByteBuffer.allocate(MOST_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int word : words) {
      if (!thumb()) {
        code.putInt(word);
      } else {
        if (word >>> 16 != 0) {
          code.putShort((short) (word >>> 16));
        }
        code.putShort((short) word);
      }
    }
    if (thumb()) {
      for (int n = 0; n < IT_BLOCK; n++) {
        code.putShort(T32_NOP);
      }
      code.putShort((short) (T32_END >>> 16)).putShort((short) T32_END);
    } else {
      code.putInt(A32_END);
    }
    return Arrays.copyOf(code.array(), code.position());
  }

  /** The row of the load-exclusive that belongs to this store-exclusive, or null. */
  Subject opener(List<Subject> all) {
    String name = form().mnemonic();
    if (!name.startsWith("STREX")) {
      return null;
    }
    String load = "LD" + name.substring(2);
    return all.stream()
        .filter(each -> each.set.equals(set) && each.form().mnemonic().equals(load))
        .findFirst()
        .orElse(null);
  }

  /** The word as the decoder of its set sees it. */
  Decoded decode(int word) {
    return thumb()
        ? IsaDecoder.instance().t32(wide() ? word >>> 16 : word, word)
        : IsaDecoder.instance().a32(word);
  }

  /** How {@code word} disassembles under the ITSTATE {@code it}. */
  String text(int word, int it) {
    return thumb()
        ? T32.disassembler().t32(wide() ? word >>> 16 : word, word, 0, it).text()
        : A32.disassembler().a32(word, 0).text();
  }

  /** Whether it reads and writes nothing but registers and flags. */
  boolean computes() {
    return computes;
  }

  /** Whether it accesses memory at a base register, and neither a coprocessor nor exclusively. */
  boolean accesses() {
    boolean plain = field("coproc") == null && !form().mnemonic().contains("EX");
    return memory && plain && imageField("Rn") != null;
  }

  boolean touchesMemory(int word) {
    return memory && (reads(word, "memory") || writes(word, "memory"));
  }

  boolean writesPc(int word) {
    return pc && writes(word, "pc");
  }

  boolean reads(int word, String what) {
    return has(form().effects().reads(form().image(word)), what);
  }

  boolean writes(int word, String what) {
    return has(form().effects().writes(form().image(word)), what);
  }

  private static boolean has(String list, String what) {
    return List.of(list.toLowerCase(Locale.ROOT).split(", ")).contains(what);
  }

  /** The field of this name of the word that is executed, or null. */
  Field imageField(String name) {
    return form().imagePattern().find(name);
  }

  /** The field of this name of the word itself, or null. */
  Field field(String name) {
    return form().pattern().find(name);
  }

  @Override
  public String toString() {
    return title();
  }
}
