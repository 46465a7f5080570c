package org.hypscope.arm.mmu;

/** PAR, the result of an address translation operation, in its two formats (ARM ARM B4.1.112). */
public final class Par {
  private static final long F = 1;
  private static final long SUPERSECTION = 1 << 1;
  private static final long NS = 1 << 9;
  private static final long LPAE = 1 << 11;
  private static final long FSTAGE = 1 << 9;
  private static final long S2WLK = 1 << 8;
  private static final long SHAREABLE = 1 << 7;
  private static final long NOT_OUTER_SHAREABLE = 1 << 10;
  private static final int SHORT_STRONGLY_ORDERED = 1 << 4;
  private static final int SHORT_DEVICE = 3 << 4;

  private Par() {}

  /** The 32-bit format. */
  public static long shortFormat(Translation t) {
    if (t.fault != null) {
      int fs = t.fault.shortStatus(t.level);
      return F | (long) fs << 1;
    }
    long address =
        t.superSection
            ? t.pa & 0xff00_0000L | t.pa >>> 16 & 0xff_0000L | SUPERSECTION
            : t.pa & 0xffff_f000L;
    return address | (t.nonSecure ? NS : 0) | shortAttributes(t.attributes);
  }

  private static long shortAttributes(int attributes) {
    if (!Attributes.isNormal(attributes)) {
      return SHAREABLE | ((attributes & 0xff) == 0 ? SHORT_STRONGLY_ORDERED : SHORT_DEVICE);
    }
    int sh = attributes >>> 8 & 3;
    long shared = (sh != 0 ? SHAREABLE : 0) | (sh == 3 ? NOT_OUTER_SHAREABLE : 0);
    int inner = shortCache(attributes & 15);
    return shared | (inner == 0 ? 0 : 4 | inner) << 4 | shortCache(attributes >>> 4 & 15) << 2;
  }

  /** 0 Non-cacheable, 1 Write-Back Write-Allocate, 2 Write-Through, 3 Write-Back. */
  private static int shortCache(int nibble) {
    if (nibble == 4) {
      return 0;
    }
    boolean through = (nibble & 0xc) == 8 || (nibble & 0xc) == 0;
    return through ? 2 : (nibble & 1) != 0 ? 1 : 3;
  }

  /** The 64-bit format. */
  public static long longFormat(Translation t) {
    if (t.fault != null) {
      long status = (long) t.fault.longStatus(t.level) << 1;
      return LPAE | F | status | (t.stage == 2 ? FSTAGE : 0) | (t.s1ptw ? S2WLK : 0);
    }
    long attributes = (long) (t.attributes & 0xff) << 56 | (long) (t.attributes >>> 8 & 3) << 7;
    return LPAE | t.pa & 0xff_ffff_f000L | (t.nonSecure ? NS : 0) | attributes;
  }
}
