package org.hypscope.abi;

import java.util.Arrays;
import java.util.List;

/**
 * A rule that findings name.
 *
 * @param id such as {@code thumb-bit}
 * @param detail the number of the detail in the ABI's list, 1 to 17
 * @param why the mechanism behind it
 * @param toDo what would put it right
 */
public record RuleView(String id, int detail, String why, String toDo) {
  /** All rules, by detail. */
  public static List<RuleView> all() {
    return Arrays.stream(Rule.values()).map(Rule::view).toList();
  }
}
