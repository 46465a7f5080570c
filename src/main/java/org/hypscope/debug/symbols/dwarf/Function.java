package org.hypscope.debug.symbols.dwarf;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A function at an address.
 *
 * @param name as the source spells it
 * @param inlined whether its code stands inside that of another
 * @param returns its type; empty in assembly, which has none
 * @param parameters in order
 */
public record Function(String name, boolean inlined, String returns, List<Parameter> parameters) {
  /**
   * A parameter of a function at one instruction.
   *
   * @param name as the source spells it
   * @param type as C spells it
   * @param place where it is before that instruction
   */
  public record Parameter(String name, String type, Place place) {}

  /** The function's head as C writes it. */
  public String prototype() {
    if (returns.isEmpty()) {
      return name;
    }
    return returns
        + (returns.endsWith("*") ? "" : " ")
        + name
        + "("
        + (parameters.isEmpty()
            ? "void"
            : parameters.stream()
                .map(each -> joined(each.type(), each.name()))
                .collect(Collectors.joining(", ")))
        + ")";
  }

  private static String joined(String type, String name) {
    return type.endsWith("*") ? type + name : type + " " + name;
  }
}
