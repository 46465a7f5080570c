package org.hypscope.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalLong;
import org.hypscope.debug.AddressSpace;
import org.hypscope.debug.WalkView;

/** What {@code translate} prints of a walk. */
record WalkLines(WalkView walk) {
  void print(PrintWriter out, boolean json) {
    if (json) {
      out.println(json());
    } else {
      text(out);
    }
    out.flush();
  }

  private void text(PrintWriter out) {
    out.println(walk.sentence());
    steps(out, walk.steps(), "");
    walk.ipa().ifPresent(ipa -> out.printf("%nstage 1 gives %s%n", AddressSpace.IPA.name(ipa)));
    steps(out, walk.stage2(), "");
    if (walk.physical().isPresent() && !walk.off()) {
      out.printf("%n%s%n", AddressSpace.PHYSICAL.name(walk.physical().getAsLong()));
    }
    attributes(out, walk.attributes(), "  ");
    walk.fault().ifPresent(fault -> fault(out, fault));
  }

  private static void fault(PrintWriter out, WalkView.Fault fault) {
    out.printf("%n%s%n  %s%n", fault.text(), fault.taken());
    for (WalkView.Register each : fault.registers()) {
      out.printf("  %-6s 0x%08x  %s%n", each.name(), each.value(), each.meaning());
    }
  }

  private static void steps(PrintWriter out, List<WalkView.Step> steps, String indent) {
    for (WalkView.Step step : steps) {
      out.println(indent.stripTrailing());
      if (!step.nested().isEmpty()) {
        out.printf("%s    stage 2 of %s%n", indent, place(step));
        steps(out, step.nested(), indent + "    | ");
        out.println(indent + "    |");
      }
      step(out, step, indent);
    }
  }

  private static void step(PrintWriter out, WalkView.Step step, String indent) {
    out.printf(
        "%sstage %d level %d  table %s%s, entry 0x%x from bits %d:%d%n",
        indent,
        step.stage(),
        step.level(),
        base(step),
        step.register().isEmpty() ? "" : " (" + step.register() + ")",
        step.index(),
        step.indexHigh(),
        step.indexLow());
    if (step.descriptorAddress().isPresent()) {
      String at = AddressSpace.PHYSICAL.name(step.descriptorAddress().getAsLong());
      out.printf("%s  at %s: %s  %s%n", indent, at, step.value(), step.kind());
    } else {
      out.printf("%s  cannot be read: stage 2 refuses it%n", indent);
    }
    attributes(out, step.attributes(), indent + "    ");
  }

  private static String place(WalkView.Step step) {
    return AddressSpace.IPA.name(step.descriptorIpa().orElse(step.table()));
  }

  private static String base(WalkView.Step step) {
    boolean ipa = step.descriptorIpa().isPresent();
    return (ipa ? AddressSpace.IPA : AddressSpace.PHYSICAL).name(step.table());
  }

  private static void attributes(
      PrintWriter out, List<WalkView.Attribute> attributes, String indent) {
    for (WalkView.Attribute each : attributes) {
      String line =
          each.value().isEmpty()
              ? String.format("%s%-14s %s", indent, each.name(), each.meaning())
              : String.format(
                  "%s%-14s %-12s %s", indent, each.name(), each.value(), each.meaning());
      out.println(line.stripTrailing());
    }
  }

  private Json json() {
    Json json =
        new Json()
            .put("space", walk.space().label())
            .put("address", hex(walk.address()))
            .put("access", walk.access().word())
            .put("privileged", walk.privileged())
            .put("mmu_off", walk.off())
            .put("text", walk.sentence())
            .put("steps", walk.steps().stream().map(WalkLines::step).toList())
            .put("ipa", hex(walk.ipa()))
            .put("stage2", walk.stage2().stream().map(WalkLines::step).toList())
            .put("pa", hex(walk.physical()))
            .put("attributes", walk.attributes().stream().map(WalkLines::attribute).toList());
    walk.fault().ifPresent(fault -> json.put("fault", fault(fault)));
    return json;
  }

  private static Object step(WalkView.Step step) {
    return new Json()
        .put("stage", step.stage())
        .put("format", step.format())
        .put("level", step.level())
        .put("register", step.register().isEmpty() ? null : step.register())
        .put("table", hex(step.table()))
        .put("index", step.index())
        .put("index_bits", step.indexHigh() + ":" + step.indexLow())
        .put("descriptor_ipa", hex(step.descriptorIpa()))
        .put("descriptor_pa", hex(step.descriptorAddress()))
        .put("descriptor", step.value())
        .put("kind", step.kind())
        .put("fields", step.attributes().stream().map(WalkLines::attribute).toList())
        .put("nested", step.nested().stream().map(WalkLines::step).toList())
        .map();
  }

  private static Object attribute(WalkView.Attribute each) {
    return new Json()
        .put("name", each.name())
        .put("value", each.value())
        .put("meaning", each.meaning())
        .map();
  }

  private static Json fault(WalkView.Fault fault) {
    Json registers = new Json();
    fault.registers().forEach(each -> registers.hex(each.name(), each.value()));
    return new Json()
        .put("text", fault.text())
        .put("taken", fault.taken())
        .put("registers", registers);
  }

  private static String hex(OptionalLong address) {
    return address.isPresent() ? hex(address.getAsLong()) : null;
  }

  private static String hex(long address) {
    return String.format("0x%08x", address);
  }
}
