package org.hypscope.arm.mmu;

/**
 * Memory attributes as one number: the eight bits that MAIR holds for a region (0x00
 * Strongly-ordered, 0x04 Device, else outer and inner cacheability, four bits each), and SH in bits
 * 9:8 (ARM ARM B3.8).
 */
final class Attributes {
  static final int STRONGLY_ORDERED = 0x200;
  static final int DEVICE = 0x204;

  /** Normal, Non-cacheable: fetches with the MMU off. */
  static final int UNCACHED = 0x244;

  /** What HCR.DC gives: Normal, Non-shareable, Write-Back Write-Allocate. */
  static final int DEFAULT_CACHEABLE = 0xff;

  private static final int NON_CACHEABLE = 4;
  private static final int INNER_SHAREABLE = 3;
  private static final int OUTER_SHAREABLE = 2;

  /** The short format's two bits: Non-cacheable, Write-Back WA, Write-Through, Write-Back no WA. */
  private static final int[] CACHE = {NON_CACHEABLE, 0xf, 0xa, 0xe};

  private Attributes() {}

  static boolean isNormal(int attributes) {
    return (attributes & 0xf0) != 0;
  }

  /** Stage 1, short descriptors: TEX, C and B, without and with TEX remap (SCTLR.TRE). */
  static int fromTex(int texcb, boolean s, boolean remap, int prrr, int nmrr) {
    return remap ? remapped(texcb & 7, s, prrr, nmrr) : direct(texcb, s);
  }

  private static int direct(int texcb, boolean s) {
    int shareable = s ? OUTER_SHAREABLE << 8 : 0;
    if ((texcb & 0x10) != 0) {
      return CACHE[texcb >>> 2 & 3] << 4 | CACHE[texcb & 3] | shareable;
    }
    return switch (texcb) {
      case 0 -> STRONGLY_ORDERED;
      case 1, 8 -> DEVICE;
      case 2 -> 0xaa | shareable;
      case 3 -> 0xee | shareable;
      case 7 -> 0xff | shareable;
      default -> 0x44 | shareable;
    };
  }

  private static int remapped(int n, boolean s, int prrr, int nmrr) {
    int type = prrr >>> 2 * n & 3;
    if (type == 0) {
      return STRONGLY_ORDERED;
    }
    if (type == 1) {
      return DEVICE;
    }
    boolean shared = (prrr >>> (s ? 19 : 18) & 1) != 0;
    boolean inner = (prrr >>> 24 + n & 1) != 0;
    int sh = shared ? inner ? INNER_SHAREABLE : OUTER_SHAREABLE : 0;
    return CACHE[nmrr >>> 16 + 2 * n & 3] << 4 | CACHE[nmrr >>> 2 * n & 3] | sh << 8;
  }

  /** Stage 1, long descriptors: AttrIndx selects a byte of MAIR. */
  static int fromMair(int index, int sh, int mair0, int mair1) {
    int attr = (index < 4 ? mair0 : mair1) >>> 8 * (index & 3) & 0xff;
    if ((attr & 0xf0) == 0) {
      return attr | OUTER_SHAREABLE << 8;
    }
    return attr == 0x44 ? 0x44 | OUTER_SHAREABLE << 8 : attr | sh << 8;
  }

  /** Stage 2: MemAttr[3:0]. */
  static int fromMemAttr(int memAttr, int sh) {
    if (memAttr >>> 2 == 0) {
      return (memAttr & 3) == 0 ? STRONGLY_ORDERED : DEVICE;
    }
    return cache2(memAttr >>> 2) << 4 | cache2(memAttr & 3) | sh << 8;
  }

  private static int cache2(int two) {
    return switch (two) {
      case 2 -> 0xb;
      case 3 -> 0xf;
      default -> NON_CACHEABLE;
    };
  }

  /** Stage 1 under stage 2: the stricter of both (B3.8.5). */
  static int combine(int one, int two) {
    if (!isNormal(one) || !isNormal(two)) {
      int first = isNormal(one) ? two & 0xff : one & 0xff;
      int second = isNormal(two) ? first : two & 0xff;
      return Math.min(first, second) == 0 ? STRONGLY_ORDERED : DEVICE;
    }
    int outer = cache(one >>> 4 & 15, two >>> 4 & 15);
    int inner = cache(one & 15, two & 15);
    boolean uncached = outer == NON_CACHEABLE && inner == NON_CACHEABLE;
    int sh = uncached ? OUTER_SHAREABLE : shareability(one >>> 8 & 3, two >>> 8 & 3);
    return outer << 4 | inner | sh << 8;
  }

  private static int cache(int one, int two) {
    if (one == NON_CACHEABLE || two == NON_CACHEABLE) {
      return NON_CACHEABLE;
    }
    boolean through = (one & 0xc) == 8 || (two & 0xc) == 8;
    return (through ? 8 : 0xc) | one & 3;
  }

  private static int shareability(int one, int two) {
    if (one == OUTER_SHAREABLE || two == OUTER_SHAREABLE) {
      return OUTER_SHAREABLE;
    }
    return one == INNER_SHAREABLE || two == INNER_SHAREABLE ? INNER_SHAREABLE : 0;
  }

  /** In words: {@code Normal, outer write-back, inner write-back, Inner Shareable}. */
  static String describe(int attributes) {
    if (!isNormal(attributes)) {
      return (attributes & 0xff) == 0 ? "Strongly-ordered" : "Device";
    }
    String[] sh = {"Non-shareable", "reserved shareability", "Outer Shareable", "Inner Shareable"};
    String outer = cacheWords(attributes >>> 4 & 15);
    String inner = cacheWords(attributes & 15);
    String cached = outer.equals(inner) ? outer : "outer " + outer + ", inner " + inner;
    return "Normal, " + cached + ", " + sh[attributes >>> 8 & 3];
  }

  private static String cacheWords(int nibble) {
    if (nibble == NON_CACHEABLE) {
      return "non-cacheable";
    }
    String policy = (nibble & 0xc) == 8 || (nibble & 0xc) == 0 ? "write-through" : "write-back";
    return policy + ((nibble & 1) != 0 ? " write-allocate" : "");
  }
}
