package org.hypscope.oracle.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists of registers, which every tool writes in its own way, in one way. */
final class RegisterLists {
  private static final Pattern LIST = Pattern.compile("\\{([^}]*)\\}");
  private static final Pattern RANGE =
      Pattern.compile("([sd])(\\d+)(\\[\\])?-[sd](\\d+)(?:\\[\\])?");

  private RegisterLists() {}

  /** Every list in {@code text} without ranges: {@code {d1-d3}} as {@code {d1, d2, d3}}. */
  static String plain(String text) {
    return text.indexOf('{') < 0 ? text : LIST.matcher(text).replaceAll(RegisterLists::list);
  }

  private static String list(MatchResult list) {
    List<String> names = new ArrayList<>();
    for (String part : list.group(1).split(", ?")) {
      Matcher range = RANGE.matcher(part);
      if (range.matches()) {
        int last = Integer.parseInt(range.group(4));
        for (int n = Integer.parseInt(range.group(2)); n <= last; n++) {
          names.add(range.group(1) + n + Objects.requireNonNullElse(range.group(3), ""));
        }
      } else {
        names.add(part);
      }
    }
    return "{" + String.join(", ", names) + "}";
  }
}
