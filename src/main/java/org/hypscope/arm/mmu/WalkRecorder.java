package org.hypscope.arm.mmu;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.arm.bus.AccessKind;

/** Writes down what a walk looks at, for {@link Translator#explain}. */
final class WalkRecorder {
  private final List<WalkStep> steps = new ArrayList<>();

  void shortDescriptor(
      Translation t, int level, long pa, boolean underStage2, long address, int value) {
    boolean read = t.fault == null;
    String kind = read ? ShortText.kind(level, value) : "unreadable";
    List<Attribute> attributes = read ? ShortText.attributes(level, value) : List.of();
    add(
        "short",
        1,
        level,
        t,
        pa,
        underStage2 ? address : -1,
        value & 0xffff_ffffL,
        4,
        kind,
        attributes);
  }

  void longDescriptor(
      Translation t,
      LongWalk.Kind walk,
      int level,
      long pa,
      boolean underStage2,
      long address,
      long value) {
    boolean read = t.fault == null;
    String kind = read ? LongText.kind(level, value) : "unreadable";
    List<Attribute> attributes = read ? LongText.attributes(walk, level, value) : List.of();
    int stage = walk == LongWalk.Kind.STAGE2 ? 2 : 1;
    add("long", stage, level, t, pa, underStage2 ? address : -1, value, 8, kind, attributes);
  }

  private void add(
      String format,
      int stage,
      int level,
      Translation t,
      long pa,
      long ipa,
      long value,
      int bytes,
      String kind,
      List<Attribute> attributes) {
    long at = t.s1ptw ? -1 : pa;
    steps.add(new WalkStep(stage, format, level, at, ipa, value, bytes, kind, attributes));
  }

  Walk finish(
      Regime regime, long input, AccessKind access, boolean privileged, Translation t, int dacr) {
    boolean faulted = t.fault != null;
    boolean hyp = regime == Regime.HYP;
    return new Walk(
        regime,
        input,
        access,
        privileged,
        List.copyOf(steps),
        t.off && !faulted,
        t.ipa,
        faulted ? -1 : t.pa,
        blockBytes(),
        faulted ? "" : Attributes.describe(t.attributes),
        faulted ? "" : Permissions.describe(t.permitted(dacr), hyp),
        t.describeFault());
  }

  private long blockBytes() {
    if (steps.isEmpty()) {
      return 0;
    }
    WalkStep last = steps.get(steps.size() - 1);
    return switch (last.kind()) {
      case "supersection" -> 1 << 24;
      case "section" -> 1 << 20;
      case "large page" -> 1 << 16;
      case "small page", "page" -> 1 << 12;
      case "block" -> 1L << LongWalk.shift(last.level());
      default -> 0;
    };
  }
}
