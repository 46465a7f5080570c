package org.hypscope.arm.mmu;

/**
 * What tells TLB entries of one address space from those of another, as one non-negative number:
 * regime, which stages translated, VMID, ASID, and whether the entry is global.
 */
final class TlbKey {
  static final int GLOBAL = 1 << 8;
  static final int ASID = 0xff;
  static final int REGIME = 3 << 20;
  static final int VMID = 0xff << 9;

  /** What tells the space of an address apart, but for its ASID. */
  static final int SPACE = REGIME | VMID;

  private static final int STAGE1 = 1 << 17;
  private static final int STAGE2 = 1 << 18;

  /** What a key can say of the stages that translated. */
  static final int[] STAGES = {0, STAGE1, STAGE2, STAGE1 | STAGE2};

  private TlbKey() {}

  static int of(Regime regime, boolean stage1, boolean stage2, int vmid, int asid) {
    int stages = (stage1 ? STAGE1 : 0) | (stage2 ? STAGE2 : 0);
    return regime(regime) | stages | vmid << 9 | asid;
  }

  /** The regime's part alone. */
  static int regime(Regime regime) {
    return regime.ordinal() << 20;
  }

  /** The same space for entries that every ASID shares. */
  static int global(int key) {
    return key & ~ASID | GLOBAL;
  }
}
