package org.hypscope.ui.translation;

import java.util.List;
import org.hypscope.debug.AddressSpace;
import org.hypscope.debug.WalkView;

/** A walk as Markdown. */
final class WalkText {
  private WalkText() {}

  static String of(WalkView walk) {
    StringBuilder text = new StringBuilder("### ").append(walk.sentence()).append("\n\n");
    if (!walk.steps().isEmpty()) {
      text.append("| stage, level | table | entry | descriptor | kind | fields |\n");
      text.append("|---|---|---|---|---|---|\n");
      steps(text, walk.steps());
      steps(text, walk.stage2());
    }
    walk.attributes().forEach(each -> text.append("- ").append(line(each)).append('\n'));
    walk.fault()
        .ifPresent(
            fault -> {
              text.append("- ").append(fault.taken()).append('\n');
              fault
                  .registers()
                  .forEach(r -> text.append(String.format("- %s = 0x%08x%n", r.name(), r.value())));
            });
    return text.toString();
  }

  private static void steps(StringBuilder text, List<WalkView.Step> steps) {
    for (WalkView.Step step : steps) {
      steps(text, step.nested());
      text.append(
          String.format(
              "| %d, %d | %s | 0x%x (bits %d:%d) | %s | %s | %s |%n",
              step.stage(),
              step.level(),
              table(step),
              step.index(),
              step.indexHigh(),
              step.indexLow(),
              step.value(),
              step.kind(),
              String.join("; ", step.attributes().stream().map(WalkText::line).toList())));
    }
  }

  /** {@code TTBR0 PA:0x40014000}. */
  static String table(WalkView.Step step) {
    AddressSpace space =
        step.descriptorIpa().isPresent() ? AddressSpace.IPA : AddressSpace.PHYSICAL;
    String register = step.register().isEmpty() ? "" : step.register() + " ";
    return register + space.name(step.table());
  }

  static String line(WalkView.Attribute each) {
    return (each.name() + " " + each.value() + " " + each.meaning()).trim();
  }
}
