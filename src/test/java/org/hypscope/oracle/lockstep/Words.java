package org.hypscope.oracle.lockstep;

import java.util.List;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Decoded;
import org.hypscope.arm.decode.Field;
import org.hypscope.arm.sysreg.Encoding;
import org.hypscope.arm.sysreg.SysRegs;

/** Random instruction words of a row, fields drawn so that most of them are worth running. */
final class Words {
  private static final int TRIES = 500;
  private static final int AL = 0xe;
  private static final List<Encoding> ENCODINGS =
      SysRegs.rows().stream().flatMap(row -> row.encodings().stream()).toList();
  private static final Mode[] MODES = Mode.values();

  private final Values values;

  Words(Values values) {
    this.values = values;
  }

  /**
   * A word that decodes to {@code subject} and that its row does not call UNPREDICTABLE under the
   * ITSTATE {@code it}, or 0.
   */
  int draw(Subject subject, int it) {
    int word = 0;
    for (int n = 0; n < TRIES && word == 0; n++) {
      word = once(subject, it);
    }
    return word;
  }

  private int once(Subject subject, int it) {
    int word = fields(subject);
    Decoded decoded = subject.decode(word);
    boolean other = decoded.form != subject.form() || decoded.form.unpredictable(word, it) != null;
    return other || Registers.dangerous(decoded.word, decoded.form) ? 0 : word;
  }

  private int fields(Subject subject) {
    int word = subject.form().pattern().value() | subject.form().pattern().shouldValue();
    for (Field field : subject.form().pattern().fields()) {
      word |= value(field) << field.low();
    }
    return subject.field("coproc") == null ? near(subject, word) : systemRegister(subject, word);
  }

  /** Most T32 branches of 25 bits stay within the code of the batch and the traps around it. */
  private int near(Subject subject, int word) {
    Field high = subject.field("imm10") == null ? subject.field("imm10H") : subject.field("imm10");
    if (high == null || subject.field("J1") == null || values.onceIn(8)) {
      return word;
    }
    int signs = -subject.field("S").of(word);
    return with(with(with(word, subject.field("J1"), 1), subject.field("J2"), 1), high, signs);
  }

  private int value(Field field) {
    int any = values.bits() & -1 >>> 32 - field.width();
    return switch (field.name()) {
      case "cond" -> values.onceIn(4) ? values.below(AL) : AL;
      case "imm24" -> (values.bits() >> 15) & -1 >>> 32 - field.width();
      case "mode" -> values.onceIn(8) ? any : MODES[values.below(MODES.length)].encoding();
      default -> any;
    };
  }

  /** Three words in four name a register that exists. */
  private int systemRegister(Subject subject, int word) {
    Field opc1 = subject.field("opc1");
    Field crm = subject.field("CRm");
    if (values.onceIn(4) || opc1 == null || crm == null) {
      return word;
    }
    Encoding at = ENCODINGS.get(values.below(ENCODINGS.size()));
    Field crn = subject.field("CRn");
    if (at.wide() != (crn == null)) {
      return word;
    }
    int made =
        with(with(with(word, subject.field("coproc"), at.cp()), opc1, at.opc1()), crm, at.crm());
    return crn == null ? made : with(with(made, crn, at.crn()), subject.field("opc2"), at.opc2());
  }

  /** {@code word} with {@code value} in {@code field}; as it is where that is null. */
  static int with(int word, Field field, int value) {
    if (field == null) {
      return word;
    }
    int mask = (-1 >>> 32 - field.width()) << field.low();
    return word & ~mask | value << field.low() & mask;
  }
}
