package org.hypscope.arm.mmu;

import org.hypscope.arm.bus.AccessKind;

/** Access permissions as six bits, see {@link Translation} (ARM ARM B3.7). */
final class Permissions {
  private static final int FETCH = 1 << AccessKind.FETCH.ordinal();
  private static final int READ = 1 << AccessKind.READ.ordinal();
  private static final int WRITE = 1 << AccessKind.WRITE.ordinal();
  private static final int RW = READ | WRITE;
  private static final int USER = 3;

  /** Reads and writes by AP[2:0]; 0b100 is reserved and permits nothing. */
  private static final int[] AP = {
    0, RW, RW | READ << USER, RW | RW << USER, 0, READ, READ | READ << USER, READ | READ << USER
  };

  private Permissions() {}

  /** The bit that an access needs. */
  static int needed(AccessKind access, boolean privileged) {
    return 1 << access.ordinal() << (privileged ? 0 : USER);
  }

  /** Stage 1 of PL1 and PL0: {@code ap} is AP[2:0]. */
  static int stage1(int ap, boolean xn, boolean pxn, boolean wxn, boolean uwxn) {
    int rw = AP[ap];
    int privileged = rw & RW;
    int user = rw >>> USER;
    boolean privilegedXn = xn || pxn || wxn && writable(privileged) || uwxn && writable(user);
    boolean userXn = xn || wxn && writable(user);
    return withFetch(privileged, privilegedXn) | withFetch(user, userXn) << USER;
  }

  /** Stage 1 of HYP: AP[2] alone counts. */
  static int hyp(boolean readOnly, boolean xn, boolean wxn) {
    return withFetch(readOnly ? READ : RW, xn || wxn && !readOnly);
  }

  /** Stage 2: S2AP bit 0 permits reads, bit 1 writes, at PL1 and PL0 alike. */
  static int stage2(int s2ap, boolean xn) {
    int rw = ((s2ap & 1) != 0 ? READ : 0) | ((s2ap & 2) != 0 ? WRITE : 0);
    int one = withFetch(rw, xn);
    return one | one << USER;
  }

  /** What is left of {@code permissions} under DACR: Manager is not checked (B3.7.3). */
  static int inDomain(int permissions, int domain, int dacr) {
    if (domain == Translation.NO_DOMAIN) {
      return permissions;
    }
    return switch (dacr >>> 2 * domain & 3) {
      case 1 -> permissions;
      case 3 -> Translation.ALL;
      default -> 0;
    };
  }

  /** Whether DACR gives no access to the domain at all. */
  static boolean noAccess(int domain, int dacr) {
    return domain != Translation.NO_DOMAIN && (dacr >>> 2 * domain & 1) == 0;
  }

  /** In words: {@code PL1 read/write/execute, PL0 none}. */
  static String describe(int permissions, boolean hyp) {
    String privileged = words(permissions & 7);
    return hyp ? "PL2 " + privileged : "PL1 " + privileged + ", PL0 " + words(permissions >>> USER);
  }

  static String words(int bits) {
    StringBuilder text = new StringBuilder();
    append(text, bits & READ, "read");
    append(text, bits & WRITE, "write");
    append(text, bits & FETCH, "execute");
    return text.isEmpty() ? "none" : text.toString();
  }

  private static void append(StringBuilder text, int bit, String word) {
    if (bit != 0) {
      text.append(text.isEmpty() ? "" : "/").append(word);
    }
  }

  /** A fetch needs permission to read (B3.7.2). */
  private static int withFetch(int rw, boolean xn) {
    return rw | (!xn && (rw & READ) != 0 ? FETCH : 0);
  }

  private static boolean writable(int rw) {
    return (rw & WRITE) != 0;
  }
}
