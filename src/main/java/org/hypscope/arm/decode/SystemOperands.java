package org.hypscope.arm.decode;

/** Operands of the system instructions: status registers, banked registers, barriers. */
final class SystemOperands {
  private static final String[] BARRIERS = {
    "#0", "oshld", "oshst", "osh", "#4", "nshld", "nshst", "nsh", "#8", "ishld", "ishst", "ish",
    "#12", "ld", "st", "sy"
  };
  private static final String[] SPSRS = {
    null, null, null, null, null, null, null, null, null, null, null, null, null, null, "fiq", null,
    "irq", null, "svc", null, "abt", null, "und", null, null, null, null, null, "mon", null, "hyp",
    null
  };
  private static final String[] MODES = {"irq", "svc", "abt", "und"};

  private SystemOperands() {}

  static void psr(Text out) {
    out.add(out.get("R") == 1 ? "SPSR" : "CPSR");
  }

  /** CPSR_fsxc with the fields of the mask. */
  static void mask(Text out) {
    int mask = out.get("mask");
    psr(out);
    out.add("_");
    for (int n = 3; n >= 0; n--) {
      out.add((mask >>> n & 1) != 0 ? String.valueOf("cxsf".charAt(n)) : "");
    }
  }

  /** The banked register that R and SYSm name (tables B9-1 and B9-2). */
  static void banked(Text out) {
    String name = bankedName(out.pattern(), out.word());
    int encoded = out.get("R") << 6 | 0x20 | out.get("M") << 4 | out.get("SYSm4");
    out.add(name != null ? name : "(UNDEF: " + encoded + ")");
  }

  /** The name of the banked register in {@code word}, or null where R and SYSm name none. */
  static String bankedName(Pattern pattern, int word) {
    int sysm = pattern.get("SYSm4").of(word) | pattern.get("M").of(word) << 4;
    return bankedName(pattern.get("R").of(word), sysm);
  }

  private static String bankedName(int r, int sysm) {
    if (r == 1) {
      return SPSRS[sysm] == null ? null : "SPSR_" + SPSRS[sysm];
    }
    if (sysm < 16) {
      String bank = sysm < 8 ? "_usr" : "_fiq";
      int n = 8 + (sysm & 7);
      return n == 15 ? null : (n < 13 ? "R" + n : n == 13 ? "SP" : "LR") + bank;
    }
    String kind = (sysm & 1) == 0 ? "LR_" : "SP_";
    if (sysm < 24) {
      return kind + MODES[sysm - 16 >> 1];
    }
    return switch (sysm) {
      case 28, 29 -> kind + "mon";
      case 30 -> "ELR_hyp";
      case 31 -> "SP_hyp";
      default -> null;
    };
  }

  static void interruptFlags(Text out) {
    out.add(out.get("A") == 1 ? "a" : "");
    out.add(out.get("I") == 1 ? "i" : "");
    out.add(out.get("F") == 1 ? "f" : "");
  }

  static void cpsMode(Text out) {
    out.add(out.get("M") == 1 ? ",#" + out.get("mode") : "");
  }

  static void barrier(Text out) {
    out.add(BARRIERS[out.get("option")]);
  }

  /** ISB has one named option. */
  static void isbOption(Text out) {
    int option = out.get("option");
    out.add(option == 15 ? "sy" : "#" + option);
  }

  /** Rt of MRC, where R15 stands for the flags. */
  static void transferred(Text out) {
    int t = out.get("Rt");
    out.add(t == 15 ? "APSR_nzcv" : Registers.name(t));
  }
}
