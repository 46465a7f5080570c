package org.hypscope.arm.sysreg;

import java.util.List;

/**
 * A field of a system register, bits {@code high} to {@code low}.
 *
 * @param meaning what the field is, in plain words
 * @param values what each value means, from 0 on; empty where the field is a number or an address
 */
public record Field(String name, int high, int low, String meaning, List<String> values) {
  /** The field's value within {@code register}. */
  public long of(long register) {
    return (register >>> low) & mask();
  }

  /** What the field says in {@code register}, in words. */
  public String describe(long register) {
    long value = of(register);
    if (value < values.size()) {
      return meaning + ": " + values.get((int) value);
    }
    String number = high == low ? Long.toString(value) : "0x" + Long.toHexString(value);
    return meaning + ": " + number;
  }

  /** The bits as the manual writes them: {@code 31:5} or {@code 27}. */
  public String bits() {
    return high == low ? Integer.toString(high) : high + ":" + low;
  }

  private long mask() {
    return -1L >>> (63 - (high - low));
  }
}
