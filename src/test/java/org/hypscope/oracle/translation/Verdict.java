package org.hypscope.oracle.translation;

import java.util.Locale;
import org.hypscope.arm.mmu.Fault;
import org.hypscope.arm.sysreg.Syndrome;

/** What the words that a case leaves say, in words: {@code fine}, or which fault. */
final class Verdict {
  static final String FINE = "fine";

  private static final String UNCACHED = "fine, uncached";
  private static final int F = 1;
  private static final int LPAE = 1 << 11;
  private static final int PAR_STAGE2 = 1 << 9;
  private static final int PAR_WALK = 1 << 8;
  private static final int FSR_LPAE = 1 << 9;
  private static final int HSR_S1PTW = 1 << 7;
  private static final int HYP_TRAP = 5;
  private static final int PREFETCH = 3;
  private static final int DATA = 4;

  private Verdict() {}

  /** Of an address translation operation: its {@link CaseWords#OPERATION_WORDS} words. */
  static String ofOperation(int vector, int par, int high, int hsr) {
    if (vector != CaseWords.NOT_TAKEN) {
      return "taken: " + ofSyndrome(hsr);
    }
    return ofPar(par, high);
  }

  /** Of PAR: whether memory that is found is cached is told apart, where PAR tells. */
  private static String ofPar(int par, int high) {
    if ((par & F) == 0) {
      int attributes = high >>> 24;
      boolean uncached = (attributes & 0xf0) == 0 || attributes == 0x44;
      return (par & LPAE) != 0 && uncached ? UNCACHED : FINE;
    }
    if ((par & LPAE) == 0) {
      return shortStatus(par >>> 1 & 0x1f);
    }
    String stage = (par & PAR_WALK) != 0 ? ", walk" : (par & PAR_STAGE2) != 0 ? ", stage 2" : "";
    return longStatus(par >>> 1 & 0x3f) + stage;
  }

  /** Of an access, from its results. */
  static String ofAccess(Snippet access, int[] out) {
    int vector = out[CaseWords.result("vector")];
    int hsr = out[CaseWords.result("HSR")];
    int from = hsr & 0xffff;
    if (vector == HYP_TRAP && hsr >>> 26 == Syndrome.HVC && from < 8) {
      return switch (from) {
        case 1 -> FINE;
        case PREFETCH -> status(out[CaseWords.result("IFSR")]);
        case DATA -> status(out[CaseWords.result("DFSR")]);
        default -> "vector " + from;
      };
    }
    boolean undefined = vector == 1 || vector == HYP_TRAP && hsr >>> 26 == 0;
    if (hsr >>> 26 == Syndrome.HVC || undefined) {
      return access.operation()
          ? ofPar(out[CaseWords.result("PAR")], out[CaseWords.result("PAR.high")])
          : FINE;
    }
    return ofSyndrome(hsr);
  }

  private static String ofSyndrome(int hsr) {
    int kind = hsr >>> 26;
    if (kind < 0x20 || kind > 0x25) {
      return String.format("class %02x", kind);
    }
    String walk = (hsr & HSR_S1PTW) != 0 ? ", walk" : "";
    String stage = (kind & 1) == 0 && walk.isEmpty() ? ", to Hyp" : "";
    return longStatus(hsr & 0x3f) + walk + stage;
  }

  private static String status(int fsr) {
    return (fsr & FSR_LPAE) != 0
        ? longStatus(fsr & 0x3f)
        : shortStatus(fsr & 0xf | fsr >>> 6 & 0x10);
  }

  private static String shortStatus(int status) {
    for (Fault fault : Fault.values()) {
      for (int level = 1; level <= 2; level++) {
        if (fault.shortStatus(level) == status) {
          return name(fault, level);
        }
      }
    }
    return String.format("FS %02x", status);
  }

  private static String longStatus(int status) {
    for (Fault fault : Fault.values()) {
      for (int level = 1; level <= 3; level++) {
        if (fault.longStatus(level) == status && fault != Fault.DOMAIN) {
          return name(fault, level);
        }
      }
    }
    return status >>> 2 == 0xf
        ? name(Fault.DOMAIN, status & 3)
        : String.format("STATUS %02x", status);
  }

  private static String name(Fault fault, int level) {
    String name = fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return fault.hasLevel() ? name + " L" + level : name;
  }
}
