package org.hypscope.arm.isa;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.decode.Condition;
import org.hypscope.arm.decode.Effects;
import org.hypscope.arm.decode.Form;
import org.hypscope.arm.decode.Pattern;
import org.hypscope.arm.decode.Rule;
import org.hypscope.arm.decode.Template;

/** Writes one row: what must be there in {@link #row}, the rest by chained calls. */
final class RowBuilder {
  private final String mnemonic;
  private final Pattern pattern;
  private final Template template;
  private final Operation operation;
  private final List<Rule> rules = new ArrayList<>();
  private String variant = "";
  private String section = "";
  private String effects = "->";
  private String group;
  private Condition except;

  private RowBuilder(String mnemonic, Pattern pattern, Template template, Operation operation) {
    this.mnemonic = mnemonic;
    this.pattern = pattern;
    this.template = template;
    this.operation = operation;
  }

  /** A row; {@code name} is the mnemonic, with the variant in brackets: {@code LDR (literal)}. */
  static RowBuilder row(String name, String pattern, String template, Operation operation) {
    Pattern parsed = Pattern.parse(pattern);
    String[] parts = name.split(" \\(|\\)");
    RowBuilder row = new RowBuilder(parts[0], parsed, Template.parse(template, parsed), operation);
    row.variant = parts.length == 2 ? parts[1] : "";
    return row;
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
      rules.add(new Rule(Condition.parse(condition, pattern), undefined));
    }
    return this;
  }

  /** Words of the pattern that are not of this encoding: UNDEFINED where no other row has them. */
  RowBuilder except(String condition) {
    except = Condition.parse(condition, pattern);
    return this;
  }

  /** The group of rows that it overlaps with. */
  RowBuilder group(String name) {
    group = name;
    return this;
  }

  Row build() {
    Effects parsed = Effects.parse(effects, pattern);
    return new Row(
        new Form(
            mnemonic,
            variant,
            pattern,
            template,
            section,
            parsed,
            List.copyOf(rules),
            group,
            except),
        operation);
  }
}
