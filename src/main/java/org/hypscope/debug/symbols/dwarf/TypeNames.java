package org.hypscope.debug.symbols.dwarf;

import java.util.Optional;
import java.util.stream.Collectors;

/** Spells types as C does. */
final class TypeNames {
  private static final int DEEPEST = 8;

  private TypeNames() {}

  /** The type that {@code entry} says it has; {@code void} where it says none. */
  static String of(Entry entry) {
    return spell(entry.type(), 0);
  }

  private static String spell(Optional<Entry> type, int depth) {
    if (type.isEmpty()) {
      return "void";
    }
    Entry entry = type.get();
    if (depth > DEEPEST) {
      return "...";
    }
    return switch (entry.tag()) {
      case Names.TAG_POINTER -> pointer(entry, "*", depth);
      case Names.TAG_REFERENCE -> pointer(entry, "&", depth);
      case Names.TAG_CONST -> qualified(entry, "const", depth);
      case Names.TAG_VOLATILE -> qualified(entry, "volatile", depth);
      case Names.TAG_RESTRICT -> spell(entry.type(), depth + 1);
      case Names.TAG_ARRAY -> spell(entry.type(), depth + 1) + " []";
      case Names.TAG_STRUCTURE -> tagged("struct", entry);
      case Names.TAG_CLASS -> tagged("class", entry);
      case Names.TAG_UNION -> tagged("union", entry);
      case Names.TAG_ENUMERATION -> tagged("enum", entry);
      case Names.TAG_SUBROUTINE_TYPE -> function(entry, "", depth);
      default -> entry.name().orElse("?");
    };
  }

  private static String pointer(Entry entry, String mark, int depth) {
    Optional<Entry> target = entry.type();
    if (target.isPresent() && target.get().tag() == Names.TAG_SUBROUTINE_TYPE) {
      return function(target.get(), "(" + mark + ")", depth);
    }
    String to = spell(target, depth + 1);
    return to.endsWith("*") ? to + mark : to + " " + mark;
  }

  private static String qualified(Entry entry, String word, int depth) {
    String of = spell(entry.type(), depth + 1);
    return of.endsWith("*") ? of + " " + word : word + " " + of;
  }

  private static String tagged(String word, Entry entry) {
    return word + " " + entry.name().orElse("(unnamed)");
  }

  private static String function(Entry entry, String mark, int depth) {
    String parameters =
        entry.unit().children(entry).stream()
            .filter(each -> each.tag() == Names.TAG_FORMAL_PARAMETER)
            .map(each -> spell(each.type(), depth + 1))
            .collect(Collectors.joining(", "));
    return spell(entry.type(), depth + 1)
        + " "
        + mark
        + "("
        + (parameters.isEmpty() ? "void" : parameters)
        + ")";
  }
}
