package org.hypscope.arm.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The assembly syntax of an encoding: text with placeholders in braces, such as {@code add{S}{c}
 * {Rd}, {Rn}, #{const}}. A placeholder is an operand that {@link Operands} knows, a register field,
 * or any other field, written as a decimal number; {@code {name+1}} adds one first. A placeholder
 * whose name is a brace stands for that brace.
 */
public final class Template {
  private final String text;
  private final List<Consumer<Text>> pieces = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  private Template(String text, Pattern pattern) {
    this.text = text;
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('{', at);
      if (open < 0) {
        literal(text.substring(at));
        return;
      }
      literal(text.substring(at, open));
      int close = text.indexOf('}', open + 2);
      placeholder(text.substring(open + 1, close), pattern);
      at = close + 1;
    }
  }

  /**
   * Reads the notation described above for words of {@code pattern}.
   *
   * @throws IllegalArgumentException if a placeholder is neither an operand nor a field
   */
  public static Template parse(String text, Pattern pattern) {
    return new Template(text, pattern);
  }

  private void literal(String piece) {
    if (!piece.isEmpty()) {
      pieces.add(out -> out.add(piece));
    }
  }

  private void placeholder(String name, Pattern pattern) {
    if (name.equals("{") || name.equals("}")) {
      literal(name);
      return;
    }
    names.add(name);
    Consumer<Text> operand = Operands.find(name);
    if (operand != null) {
      pieces.add(operand);
      return;
    }
    boolean next = name.endsWith("+1");
    Field field = pattern.get(next ? name.substring(0, name.length() - 2) : name);
    int plus = next ? 1 : 0;
    if (field.isRegister()) {
      pieces.add(out -> out.add(Registers.name(field.of(out.word()) + plus & 15)));
    } else {
      pieces.add(out -> out.addNumber(field.of(out.word()) + plus));
    }
  }

  String format(Text out) {
    for (Consumer<Text> piece : pieces) {
      piece.accept(out);
    }
    return out.toString();
  }

  /** The placeholders in order, without braces. */
  public List<String> names() {
    return List.copyOf(names);
  }

  /** The notation it was read from. */
  @Override
  public String toString() {
    return text;
  }
}
