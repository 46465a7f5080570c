package org.hypscope.abi;

import java.util.ArrayList;
import java.util.List;

/**
 * Where each argument of a function goes, from the caller of {@code call(function, ...)} by the
 * EABI, through a shift by one register, to where the function looks for it.
 *
 * @param prototype the function's
 * @param arguments one for each parameter
 */
public record Passing(Prototype prototype, List<Argument> arguments) {
  private static final int CARRIED = 3;

  /**
   * One argument.
   *
   * @param parameter as declared
   * @param sent the register in which the caller puts it, or its first; above 3 on the stack
   * @param arrives where the shift brings it, or -1 where nothing carries it
   * @param wanted the register in which the function looks for it, or its first
   */
  public record Argument(Prototype.Parameter parameter, int sent, int arrives, int wanted) {
    /** Whether it comes to where it is looked for. */
    public boolean right() {
      return arrives == wanted;
    }

    /** {@code r2:r3}, {@code r1}, or {@code the stack}. */
    static String place(int register, boolean wide) {
      if (register < 0) {
        return "nowhere";
      }
      if (register > CARRIED || wide && register + 1 > CARRIED) {
        return "the stack";
      }
      return wide ? "r" + register + ":r" + (register + 1) : "r" + register;
    }

    /** The whole way in one sentence's part. */
    public String words() {
      boolean wide = parameter.wide();
      return "%s is sent in %s, arrives in %s and is looked for in %s"
          .formatted(
              parameter.text(), place(sent, wide), place(arrives, wide), place(wanted, wide));
    }
  }

  /** Copies the list. */
  public Passing {
    arguments = List.copyOf(arguments);
  }

  /** How the arguments of {@code prototype} travel. */
  public static Passing of(Prototype prototype) {
    List<Integer> sent = prototype.registers(1);
    List<Integer> wanted = prototype.registers(0);
    List<Argument> arguments = new ArrayList<>();
    for (int n = 0; n < sent.size(); n++) {
      Prototype.Parameter parameter = prototype.parameters().get(n);
      int last = sent.get(n) + (parameter.wide() ? 1 : 0);
      int arrives = last > CARRIED ? -1 : sent.get(n) - 1;
      arguments.add(new Argument(parameter, sent.get(n), arrives, wanted.get(n)));
    }
    return new Passing(prototype, arguments);
  }

  /** The arguments that do not come to where they are looked for. */
  public List<Argument> wrong() {
    return arguments.stream().filter(each -> !each.right()).toList();
  }
}
