package org.hypscope.arm.isa;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.decode.Condition;
import org.hypscope.arm.decode.Effects;
import org.hypscope.arm.decode.Form;
import org.hypscope.arm.decode.Image;
import org.hypscope.arm.decode.Pattern;
import org.hypscope.arm.decode.Rule;
import org.hypscope.arm.decode.Template;

/** Writes one row: what must be there in {@link #row}, the rest by chained calls. */
final class RowBuilder {
  /** A mnemonic, its variant in brackets, and the manual's name of a T32 encoding. */
  private static final java.util.regex.Pattern TITLE =
      java.util.regex.Pattern.compile("(.*?)(?: \\((.*)\\))?(?: (T\\d))?");

  /** L of the loads and stores of elements or structures. */
  private static final int LOAD = 1 << 20;

  private final String name;
  private final Pattern pattern;
  private final Image image;
  private final Template template;
  private final Operation operation;
  private final List<Rule> rules = new ArrayList<>();
  private String section = "";
  private String effects = "->";
  private String group;
  private Condition except;
  private Operation inIt;
  private boolean always;

  private RowBuilder(
      String name, Pattern pattern, Image image, String template, Operation operation) {
    this.name = name;
    this.pattern = pattern;
    this.image = image;
    this.operation = operation;
    this.template = Template.parse(template, layout());
  }

  /** A row; {@code name} is the mnemonic, with the variant in brackets: {@code LDR (literal)}. */
  static RowBuilder row(String name, String pattern, String template, Operation operation) {
    return new RowBuilder(name, Pattern.parse(pattern), null, template, operation);
  }

  /**
   * A row of a T32 encoding of 16 or 32 bits, executed as the A32 word {@code image}, which is in
   * the notation of {@link Image}. The manual's name of the encoding ends that of the row: {@code
   * LDR (literal) T1}. Template, effects and conditions speak of the image.
   */
  static RowBuilder thumb(
      String name, String pattern, String image, String template, Operation operation) {
    Pattern raw = Pattern.parse(pattern);
    return new RowBuilder(name, raw, Image.parse(image, raw), template, operation);
  }

  /**
   * Whether T32 has the same word but for its first byte: coprocessor, Floating-point and Advanced
   * SIMD encodings (ARM ARM A7.4 to A7.9).
   */
  boolean isShared() {
    int first = pattern.value() >>> 24;
    boolean coprocessor = (first & 0xc) == 0xc && (first & 0xf) != 0xf;
    boolean element = first == 0xf4 && (pattern.mask() & ~pattern.value() & LOAD) != 0;
    return coprocessor || (first & 0xfe) == 0xf2 || element;
  }

  /** The T32 encoding of an A32 one that {@link #isShared()}. In an IT block it is conditional. */
  RowBuilder t32() {
    return as(name + " T1", wide(pattern.toString()), pattern.toString(), conditional());
  }

  private String conditional() {
    String syntax = template.toString();
    if (template.names().contains("c")) {
      return syntax;
    }
    return syntax.replaceFirst("(?=[. ]|$)", "{c}");
  }

  /** The pattern with the first byte of T32. */
  private static String wide(String a32) {
    List<String> first = new ArrayList<>();
    String rest = a32.trim();
    while (first.size() < 8) {
      boolean cond = rest.startsWith("cond");
      boolean bit = rest.charAt(0) == '0' || rest.charAt(0) == '1';
      int end = cond ? 4 : bit ? 1 : rest.indexOf(' ');
      String token = rest.substring(0, end);
      first.addAll(cond ? List.of("1", "1", "1", "0") : List.of(token));
      rest = rest.substring(end).trim();
    }
    String op = String.join("", first.subList(4, 7));
    if (op.equals("001")) {
      return "111 " + first.get(7) + " 1111 " + rest;
    }
    return (op.equals("010") ? "11111001" : String.join(" ", first)) + " " + rest;
  }

  /**
   * The T32 encoding {@code encoding} (the manual's name for it) of this A32 one, as which it is
   * executed. {@code fields} says which fields of the A32 pattern are made otherwise than by taking
   * those of the same name, as {@link Image} writes it.
   */
  RowBuilder t32(String encoding, String bits, String syntax, String... fields) {
    StringBuilder text = new StringBuilder();
    for (String token : pattern.toString().trim().split("\\s+")) {
      String made = token;
      for (String field : fields) {
        if (field.split("=")[0].equals(token.split(":")[0])) {
          made = token.contains(":") ? width(token, field) : field;
        }
      }
      text.append(made).append(' ');
    }
    return as(name + " " + encoding, bits, text.toString(), syntax);
  }

  private static String width(String token, String field) {
    return token + field.substring(field.indexOf('='));
  }

  /** This instruction as the T32 encoding {@code title}, executed as the image {@code a32}. */
  RowBuilder as(String title, String bits, String a32, String syntax) {
    RowBuilder row = thumb(title, bits, a32, syntax, operation);
    row.rules.addAll(rules);
    row.section = section;
    row.effects = effects;
    row.group = group;
    row.except = except;
    return row;
  }

  private Pattern layout() {
    return image == null ? pattern : image.pattern();
  }

  /** Whether there is a field of this name to be read. */
  boolean has(String field) {
    return layout().find(field) != null;
  }

  /** The name with the variant in brackets. */
  String name() {
    return name;
  }

  /** The notation of the pattern. */
  String pattern() {
    return pattern.toString();
  }

  /** The assembly syntax. */
  String template() {
    return template.toString();
  }

  /** Cases in which one of these register fields is R13 or R15, which T32 reserves. */
  RowBuilder noSpOrPc(String... registers) {
    for (String register : registers) {
      unpredictable(register + "==13", register + "==15");
    }
    return this;
  }

  /** The manual's section. */
  RowBuilder section(String number) {
    section = number;
    return this;
  }

  /** What it reads and writes, in the notation of {@link Effects}. */
  RowBuilder effects(String text) {
    effects = text;
    return this;
  }

  /** Cases in which it is UNPREDICTABLE and goes on as the pseudocode reads without them. */
  RowBuilder unpredictable(String... conditions) {
    return rules(false, conditions);
  }

  /** Cases in which it is UNPREDICTABLE and this core, as QEMU does, treats it as UNDEFINED. */
  RowBuilder undefined(String... conditions) {
    return rules(true, conditions);
  }

  private RowBuilder rules(boolean undefined, String... conditions) {
    for (String condition : conditions) {
      rules.add(new Rule(Condition.parse(condition, layout()), undefined));
    }
    return this;
  }

  /** Words of the pattern that are not of this encoding: UNDEFINED where no other row has them. */
  RowBuilder except(String condition) {
    except = Condition.parse(condition, layout());
    return this;
  }

  /** The group of rows that it overlaps with. */
  RowBuilder group(String name) {
    group = name;
    return this;
  }

  /** What it does in an IT block, where that is another thing: there S (bit 20) is clear. */
  RowBuilder inIt(Operation other) {
    inIt = other;
    return this;
  }

  /** Executed in an IT block whatever the condition. */
  RowBuilder always() {
    always = true;
    return this;
  }

  Row build() {
    Matcher parts = TITLE.matcher(name);
    parts.matches();
    String variant =
        Stream.of(parts.group(2), parts.group(3))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    Form form =
        new Form(
            parts.group(1),
            variant,
            pattern,
            template,
            section,
            Effects.parse(effects, layout()),
            List.copyOf(rules),
            group,
            except,
            image,
            inIt != null);
    return new Row(form, operation, inIt, always);
  }
}
