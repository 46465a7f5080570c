package org.hypscope.arm.mmu;

import static org.hypscope.arm.mmu.ShortText.add;
import static org.hypscope.arm.mmu.ShortText.flag;
import static org.hypscope.arm.mmu.ShortText.ns;

import java.util.ArrayList;
import java.util.List;

/** Long descriptors in the manual's words (ARM ARM B3.6.1, B3.6.2). */
final class LongText {
  private static final long ADDRESS = 0xff_ffff_f000L;
  private static final String[] AP = {
    "PL1 read/write, PL0 none",
    "PL1 read/write, PL0 read/write",
    "PL1 read, PL0 none",
    "PL1 read, PL0 read"
  };
  private static final String[] S2AP = {"none", "read", "write", "read/write"};
  private static final String[] SH = {
    "Non-shareable", "reserved", "Outer Shareable", "Inner Shareable"
  };

  private LongText() {}

  static String kind(int level, long d) {
    if ((d & 1) == 0) {
      return "invalid";
    }
    if (level == 3) {
      return (d & 2) != 0 ? "page" : "reserved";
    }
    return (d & 2) != 0 ? "table" : "block";
  }

  static List<Attribute> attributes(LongWalk.Kind walk, int level, long d) {
    List<Attribute> list = new ArrayList<>();
    switch (kind(level, d)) {
      case "table" -> table(list, walk, d);
      case "block", "page" -> leaf(list, walk, level, d);
      default -> {}
    }
    return list;
  }

  private static void table(List<Attribute> list, LongWalk.Kind walk, long d) {
    boolean pl1 = walk == LongWalk.Kind.PL1_S || walk == LongWalk.Kind.PL1_NS;
    if (walk == LongWalk.Kind.PL1_S) {
      flag(list, "NSTable", (int) (d >>> 63), "Non-secure below", "no limit");
    }
    if (walk != LongWalk.Kind.STAGE2) {
      int ap = (int) (d >>> 61) & 3;
      String words = (ap & 2) != 0 ? "no writes below" : "no limit on writes";
      String user = (ap & 1) != 0 ? "no access from PL0 below" : "no limit on PL0";
      add(list, "APTable[1:0]", ap, pl1 ? words + ", " + user : words);
      flag(list, "XNTable", (int) (d >>> 60), "never executed below", "no limit");
    }
    if (pl1) {
      flag(list, "PXNTable", (int) (d >>> 59), "never executed at PL1 below", "no limit");
    }
    add(list, "base", d & ADDRESS, "address of the next table");
  }

  private static void leaf(List<Attribute> list, LongWalk.Kind walk, int level, long d) {
    boolean stage2 = walk == LongWalk.Kind.STAGE2;
    boolean pl1 = walk == LongWalk.Kind.PL1_S || walk == LongWalk.Kind.PL1_NS;
    flag(list, "XN", (int) (d >>> 54), "never executed", "may be executed");
    if (pl1) {
      flag(list, "PXN", (int) (d >>> 53), "never executed at PL1", "may be executed at PL1");
    }
    flag(list, "Contiguous", (int) (d >>> 52), "one of a run (a hint)", "on its own");
    add(list, "base", d & ADDRESS & -(1L << LongWalk.shift(level)), "output address");
    if (pl1) {
      flag(list, "nG", (int) (d >>> 11), "only in the present ASID", "global");
    }
    flag(list, "AF", (int) (d >>> 10), "accessed", "not yet accessed: faults");
    int sh = (int) (d >>> 8) & 3;
    add(list, "SH", sh, SH[sh]);
    access(list, walk, (int) (d >>> 6) & 3);
    if (stage2) {
      int memAttr = (int) (d >>> 2) & 15;
      String type = Attributes.describe(Attributes.fromMemAttr(memAttr, sh));
      add(list, "MemAttr[3:0]", memAttr, type);
    } else {
      ns(list, walk == LongWalk.Kind.PL1_S, (int) (d >>> 5));
      int index = (int) (d >>> 2) & 7;
      String mair = walk == LongWalk.Kind.HYP ? "HMAIR" : "MAIR";
      String where = "byte " + (index & 3) + " of " + mair + (index >>> 2);
      add(list, "AttrIndx", index, where);
    }
  }

  private static void access(List<Attribute> list, LongWalk.Kind walk, int ap) {
    switch (walk) {
      case STAGE2 -> add(list, "S2AP", ap, S2AP[ap]);
      case HYP -> add(list, "AP[2:1]", ap, (ap & 2) != 0 ? "PL2 read" : "PL2 read/write");
      default -> add(list, "AP[2:1]", ap, AP[ap]);
    }
  }
}
