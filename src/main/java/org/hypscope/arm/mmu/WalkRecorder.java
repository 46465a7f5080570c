package org.hypscope.arm.mmu;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.arm.bus.AccessKind;

/** Writes down what a walk looks at, for {@link Translator#explain}. */
final class WalkRecorder {
  private final List<WalkStep> steps = new ArrayList<>();

  /** {@code ipa} is -1 where no stage 2 lies under the walk. */
  void shortDescriptor(Translation t, boolean secure, int level, long pa, long ipa, int value) {
    boolean read = t.fault == null;
    String kind = read ? ShortText.kind(level, value) : "unreadable";
    List<Attribute> attributes = read ? ShortText.attributes(secure, level, value) : List.of();
    add("short", 1, level, t, pa, ipa, value & 0xffff_ffffL, 4, kind, attributes);
  }

  /** {@code ipa} is -1 where no stage 2 lies under the walk. */
  void longDescriptor(Translation t, LongWalk.Kind walk, int level, long pa, long ipa, long value) {
    boolean read = t.fault == null;
    String kind = read ? LongText.kind(level, value) : "unreadable";
    List<Attribute> attributes = read ? LongText.attributes(walk, level, value) : List.of();
    int stage = walk == LongWalk.Kind.STAGE2 ? 2 : 1;
    add("long", stage, level, t, pa, ipa, value, 8, kind, attributes);
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

  /** The smaller of what both stages map, where there are two. */
  private long blockBytes() {
    long stage1 = 0;
    for (WalkStep step : steps) {
      stage1 = step.stage() == 1 ? bytes(step) : stage1;
    }
    long last = steps.isEmpty() ? 0 : bytes(steps.get(steps.size() - 1));
    return stage1 == 0 ? last : Math.min(stage1, last);
  }

  private static long bytes(WalkStep step) {
    return switch (step.kind()) {
      case "supersection" -> 1 << 24;
      case "section" -> 1 << 20;
      case "large page" -> 1 << 16;
      case "small page", "page" -> 1 << 12;
      case "block" -> 1L << LongWalk.shift(step.level());
      default -> 0;
    };
  }
}
