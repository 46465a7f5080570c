package org.hypscope.debug.symbols.unwind;

import java.util.Arrays;

/** How the registers of a caller are found from those of its callee, at one place of the code. */
final class CfiRow {
  private static final Rule UNSPECIFIED = new Rule(Kind.UNSPECIFIED, 0, null);

  /** Where a register of the caller is. */
  enum Kind {
    UNSPECIFIED,
    UNDEFINED,
    SAME,
    OFFSET,
    VALUE_OFFSET,
    REGISTER,
    EXPRESSION,
    VALUE_EXPRESSION
  }

  /**
   * One register's rule (DWARF 5, 6.4.1).
   *
   * @param operand distance from the CFA, or a register
   * @param expression of the last two kinds
   */
  record Rule(Kind kind, int operand, byte[] expression) {}

  private final Rule[] rules;
  private int cfaRegister;
  private int cfaOffset;
  private byte[] cfaExpression;

  CfiRow() {
    rules = new Rule[16];
    Arrays.fill(rules, UNSPECIFIED);
    cfaRegister = FrameRegisters.SP;
  }

  private CfiRow(CfiRow from) {
    rules = from.rules.clone();
    cfaRegister = from.cfaRegister;
    cfaOffset = from.cfaOffset;
    cfaExpression = from.cfaExpression;
  }

  CfiRow copy() {
    return new CfiRow(this);
  }

  void set(long register, Kind kind, long operand) {
    set(register, new Rule(kind, (int) operand, null));
  }

  void set(long register, Kind kind, byte[] expression) {
    set(register, new Rule(kind, 0, expression));
  }

  /** Gives {@code register} the rule that {@code other} has; no core register is passed over. */
  void restore(long register, CfiRow other) {
    if (register >= 0 && register < 16) {
      set(register, other.rules[(int) register]);
    }
  }

  /** Registers beyond R15, those of VFP, play no part in finding callers. */
  private void set(long register, Rule rule) {
    if (register >= 0 && register < 16) {
      rules[(int) register] = rule;
    }
  }

  void cfa(long register, long offset) {
    cfaRegister(register);
    cfaOffset(offset);
  }

  void cfaRegister(long register) {
    if (register < 0 || register > 15) {
      throw new BadTableException("a frame address from register " + register);
    }
    cfaRegister = (int) register;
    cfaExpression = null;
  }

  void cfaOffset(long offset) {
    cfaOffset = (int) offset;
  }

  void cfa(byte[] expression) {
    cfaExpression = expression;
  }

  Rule rule(int register) {
    return rules[register];
  }

  /** The canonical frame address: the caller's SP. */
  int cfa(FrameRegisters frame, StackReader reader) {
    return cfaExpression == null
        ? frame.need(cfaRegister) + cfaOffset
        : new Expression(frame, reader).value(cfaExpression);
  }
}
