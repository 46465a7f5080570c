package org.hypscope.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hypscope.arm.mmu.Regime;
import org.hypscope.arm.mmu.Walk;
import org.hypscope.arm.mmu.WalkStep;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.debug.WalkView.Attribute;
import org.hypscope.debug.WalkView.Step;

/** Makes views of walks: puts the walks of stage 2 under the steps that they serve. */
final class Walks {
  private final SysRegFile registers;
  private final Walk walk;
  private final AddressSpace space;

  Walks(SysRegFile registers, AddressSpace space, Walk walk) {
    this.registers = registers;
    this.space = space;
    this.walk = walk;
  }

  WalkView view(WalkView.Access access) {
    List<Step> steps = new ArrayList<>();
    List<WalkStep> pending = new ArrayList<>();
    for (WalkStep each : walk.steps()) {
      if (each.stage() == 2) {
        pending.add(each);
      } else {
        List<Step> nested = stage2(pending, each.descriptorAddressIpa());
        pending.clear();
        steps.add(step(each, walk.input(), steps.isEmpty(), nested));
      }
    }
    boolean ipaGiven = space == AddressSpace.IPA;
    List<Step> last = stage2(pending, ipaGiven ? walk.input() : walk.ipa());
    boolean twoStages = !ipaGiven && !last.isEmpty();
    return new WalkView(
        space,
        walk.input(),
        access,
        walk.privileged(),
        walk.mmuOff(),
        ipaGiven ? last : steps,
        twoStages ? OptionalLong.of(walk.ipa()) : OptionalLong.empty(),
        ipaGiven ? List.of() : last,
        walk.fault() == null ? OptionalLong.of(walk.pa()) : OptionalLong.empty(),
        attributes(),
        fault(access));
  }

  private List<Step> stage2(List<WalkStep> walked, long ipa) {
    List<Step> steps = new ArrayList<>();
    for (WalkStep each : walked) {
      steps.add(step(each, ipa, steps.isEmpty(), List.of()));
    }
    return steps;
  }

  private Step step(WalkStep from, long input, boolean first, List<Step> nested) {
    TableIndex index = TableIndex.of(registers, walk.regime(), from, input, first);
    boolean underStage2 = from.descriptorAddressIpa() >= 0;
    long at = underStage2 ? from.descriptorAddressIpa() : from.descriptorAddress();
    int entry = index.of(input);
    return new Step(
        from.stage(),
        from.format(),
        from.level(),
        index.register(),
        at - (long) entry * from.descriptorBytes(),
        entry,
        index.high(),
        index.low(),
        underStage2 ? OptionalLong.of(from.descriptorAddressIpa()) : OptionalLong.empty(),
        from.descriptorAddress() < 0
            ? OptionalLong.empty()
            : OptionalLong.of(from.descriptorAddress()),
        from.descriptor(),
        from.descriptorBytes(),
        from.kind(),
        from.attributes().stream().map(Walks::attribute).toList(),
        nested);
  }

  private static Attribute attribute(org.hypscope.arm.mmu.Attribute from) {
    return new Attribute(from.name(), "0x" + Long.toHexString(from.value()), from.meaning());
  }

  private List<Attribute> attributes() {
    boolean unknown = walk.mmuOff() && space == AddressSpace.IPA;
    if (walk.fault() != null || unknown) {
      return List.of();
    }
    List<Attribute> all = new ArrayList<>();
    all.add(new Attribute("memory", "", walk.memoryType()));
    all.add(new Attribute("permits", "", walk.permissions()));
    if (walk.blockBytes() > 0) {
      all.add(new Attribute("maps", "", size(walk.blockBytes())));
    }
    return all;
  }

  private static String size(long bytes) {
    return bytes >= 1 << 30
        ? (bytes >> 30) + " GB"
        : bytes >= 1 << 20 ? (bytes >> 20) + " MB" : (bytes >> 10) + " KB";
  }

  private Optional<WalkView.Fault> fault(WalkView.Access access) {
    return walk.fault() == null
        ? Optional.empty()
        : Optional.of(new FaultReport(registers, walk).view(access));
  }

  /** Whether the regime of {@code space} is PL1's or that of its second stage. */
  static Regime regime(AddressSpace space) {
    return switch (space) {
      case PL1 -> Regime.PL1_NS;
      case PL1_SECURE -> Regime.PL1_S;
      case HYP -> Regime.HYP;
      case IPA -> Regime.STAGE2;
      case PHYSICAL -> throw new IllegalArgumentException("A physical address is not translated.");
    };
  }
}
