package org.hypscope.arm.mmu;

import org.hypscope.arm.bus.AccessKind;
import org.hypscope.arm.bus.Bus;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.arm.sysreg.TranslationRegs;

/**
 * Translation as the core uses it: the TLB first, then a walk. Allocates nothing. Knows by {@link
 * #refresh} when the registers have changed.
 */
public final class Lookup {
  private static final int EAE_ASID = 48;
  private static final int A1 = 1 << 22;
  private static final int REGIMES = 3;

  private final SysRegFile sysRegs;
  private final Translator translator;
  private final Controls controls;
  private final Tlb tlb = new Tlb();
  private final Translation result = new Translation();
  private final int[] keys = new int[REGIMES];
  private final boolean[] flat = new boolean[REGIMES];
  private final boolean[] ordered = new boolean[REGIMES];
  private final int[] dacr = new int[REGIMES];
  private boolean normal;
  private boolean stage1Normal;
  private int evicted = -1;
  private int invalidated = -1;

  /** Translates with these registers and this physical memory. */
  public Lookup(SysRegFile sysRegs, Bus bus) {
    this.sysRegs = sysRegs;
    this.translator = new Translator(sysRegs, bus);
    this.controls = new Controls(sysRegs);
    recompute();
  }

  /** The translator that walks. */
  public Translator translator() {
    return translator;
  }

  /** The TLB as it is now. */
  public TlbImage image() {
    return tlb.image();
  }

  /** Has the TLB of {@code image}, taken with the registers that there are now. */
  public void restore(TlbImage image) {
    controls.changed(tlb);
    recompute();
    tlb.restore(image);
  }

  /** Looks at the registers again. Returns whether earlier answers may no longer hold. */
  public boolean refresh() {
    boolean changed = controls.changed(tlb);
    if (changed) {
      recompute();
    }
    return changed;
  }

  private void recompute() {
    int vmid = (int) (sysRegs.rawGet(HypRegs.VTTBR) >>> 48) & 0xff;
    for (int i = 0; i < REGIMES; i++) {
      Regime regime = i == 0 ? Regime.PL1_S : i == 1 ? Regime.PL1_NS : Regime.HYP;
      boolean stage1 = translator.stage1On(regime);
      boolean stage2 = translator.stage2On(regime);
      boolean secure = regime == Regime.PL1_S;
      int asid = regime == Regime.HYP ? 0 : asid(secure);
      keys[i] = TlbKey.of(regime, stage1, stage2, regime == Regime.PL1_NS ? vmid : 0, asid);
      flat[i] = !stage1 && !stage2;
      ordered[i] = !stage1 && !translator.defaultCacheable(regime);
      dacr[i] = sysRegs.word(TranslationRegs.DACR, secure);
    }
  }

  /** The current ASID: from CONTEXTIDR, or from the TTBR that TTBCR.A1 names. */
  private int asid(boolean secure) {
    if (!translator.longFormat(secure ? Regime.PL1_S : Regime.PL1_NS)) {
      return sysRegs.word(TranslationRegs.CONTEXTIDR, secure) & 0xff;
    }
    boolean one = (sysRegs.word(TranslationRegs.TTBCR, secure) & A1) != 0;
    long ttbr = sysRegs.rawGet(one ? TranslationRegs.TTBR1 : TranslationRegs.TTBR0, secure);
    return (int) (ttbr >>> EAE_ASID) & 0xff;
  }

  /**
   * Translates {@code address}.
   *
   * @return the physical address, or -1 where it faults: {@link #result} says how
   */
  public long physical(Regime regime, int address, AccessKind access, boolean privileged) {
    evicted = -1;
    int index = regime.ordinal();
    if (flat[index]) {
      normal = access == AccessKind.FETCH;
      stage1Normal = normal;
      return address & 0xffff_ffffL;
    }
    int page = address >>> 12;
    int slot = tlb.find(page, keys[index]);
    int needed = Permissions.needed(access, privileged);
    if (slot >= 0 && (tlb.permitted(slot, dacr[index]) & needed) != 0) {
      stage1Normal = tlb.isNormalInStage1(slot) && !(ordered[index] && access != AccessKind.FETCH);
      normal = tlb.isNormal(slot) && stage1Normal;
      return tlb.frame(slot) | address & 0xfff;
    }
    translator.translate(regime, address & 0xffff_ffffL, access, privileged, result);
    if (result.fault != null) {
      return -1;
    }
    evicted = tlb.put(page, keys[index], result);
    normal = result.isNormal();
    stage1Normal = result.stage1Normal;
    return result.pa;
  }

  /** Whether no stage of {@code regime} translates. */
  public boolean isFlat(Regime regime) {
    return flat[regime.ordinal()];
  }

  /** The outcome of the last walk. */
  public Translation result() {
    return result;
  }

  /** Whether the last address translated is Normal memory, which may be accessed unaligned. */
  public boolean isNormal() {
    return normal;
  }

  /** Whether it would be but for stage 2. */
  public boolean isNormalInStage1() {
    return stage1Normal;
  }

  /** The virtual page whose entry the last translation evicted, or -1. */
  public int evicted() {
    return evicted;
  }

  /**
   * The virtual page of which alone the last invalidation may have forgotten something, or -1 where
   * there may be others.
   */
  public int invalidated() {
    return invalidated;
  }

  /** Forgets every entry. */
  public void clear() {
    invalidated = -1;
    tlb.clear();
  }

  /** TLBIALL, TLBIALLH: every entry of a regime; of {@code PL1_NS} those of the present VMID. */
  public void invalidateAll(Regime regime) {
    int mask = regime == Regime.PL1_NS ? TlbKey.SPACE : TlbKey.REGIME;
    invalidated = -1;
    tlb.invalidate(keys[regime.ordinal()] & mask, mask);
  }

  /** TLBIALLNSNH: every entry of Non-secure PL1 and PL0, of any VMID. */
  public void invalidateNonSecure() {
    invalidated = -1;
    tlb.invalidate(TlbKey.regime(Regime.PL1_NS), TlbKey.REGIME);
  }

  /** TLBIASID: the entries of one ASID that are not global. */
  public void invalidateAsid(Regime regime, int asid) {
    int mask = TlbKey.SPACE | TlbKey.ASID | TlbKey.GLOBAL;
    invalidated = -1;
    tlb.invalidate(keys[regime.ordinal()] & TlbKey.SPACE | asid, mask);
  }

  /** TLBIMVA: the entries that map {@code address}, global ones and those of {@code asid}. */
  public void invalidateAddress(Regime regime, int address, int asid) {
    int space = keys[regime.ordinal()] & TlbKey.SPACE;
    boolean onePage = tlb.invalidateAddress(address, space, asid);
    invalidated = onePage ? address >>> 12 : -1;
  }

  /** TLBIMVAA, TLBIMVAH: the entries that map {@code address}, of any ASID. */
  public void invalidateAddress(Regime regime, int address) {
    invalidateAddress(regime, address, -1);
  }
}
