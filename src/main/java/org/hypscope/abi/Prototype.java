package org.hypscope.abi;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function's C prototype, as far as it decides where the EABI puts each argument (AAPCS 6.5:
 * 64-bit arguments take an even register and the next).
 *
 * @param function the symbol
 * @param parameters in order
 * @param text as written
 */
public record Prototype(String function, List<Parameter> parameters, String text) {
  private static final Pattern SHAPE =
      Pattern.compile("[\\w\\s*]*?[\\s*](\\w+)\\s*\\(([\\w\\s*,]*)\\)\\s*;?");
  private static final Pattern WIDE =
      Pattern.compile("\\b(u64|s64|__u64|__s64|uint64_t|int64_t|phys_addr_t|long\\s+long)\\b");

  /** The regular expression of every prototype that {@link #parse} reads. */
  public static final String PATTERN = SHAPE.pattern();

  /**
   * A parameter.
   *
   * @param text as written
   * @param wide whether it has 64 bits
   */
  public record Parameter(String text, boolean wide) {}

  /** Copies the list. */
  public Prototype {
    parameters = List.copyOf(parameters);
  }

  /**
   * Reads a declaration such as {@code void f(struct kvm *, u64)}. {@code phys_addr_t} has 64 bits,
   * as in an LPAE kernel.
   *
   * @throws IllegalArgumentException with a sentence if it is none
   */
  public static Prototype parse(String text) {
    Matcher matcher = SHAPE.matcher(text.trim());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no prototype; write for example void f(struct kvm *, u64)");
    }
    List<Parameter> parameters = new ArrayList<>();
    String inside = matcher.group(2).trim();
    if (!inside.isEmpty() && !inside.equals("void")) {
      for (String each : inside.split(",")) {
        boolean wide = !each.contains("*") && WIDE.matcher(each).find();
        parameters.add(new Parameter(each.trim(), wide));
      }
    }
    return new Prototype(matcher.group(1), parameters, text.trim());
  }

  /** The first register of each argument, where the first free one is R{@code first}. */
  public List<Integer> registers(int first) {
    List<Integer> registers = new ArrayList<>();
    int next = first;
    for (Parameter each : parameters) {
      next += each.wide() ? next & 1 : 0;
      registers.add(next);
      next += each.wide() ? 2 : 1;
    }
    return registers;
  }
}
