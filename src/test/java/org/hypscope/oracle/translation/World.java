package org.hypscope.oracle.translation;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.oracle.lockstep.Values;

/** Translation registers and the tables that they point to. */
final class World {
  private static final int SPOTS = 10;
  private static final int SCTLR = 0x00c5_0478;
  private static final int HSCTLR_OFF = 0x30c5_0838;
  private static final int WXN = 1 << 19;
  private static final int EE = 1 << 25;
  private static final int[] SCTLR_BITS = {1 << 29, 1 << 28, 1 << 20, WXN, EE, 1 << 12, 1 << 2, 2};
  private static final int[] MEMORY = {
    0, 4, 0x44, 0xff, 0xee, 0xaa, 0xbb, 0x4f, 0xf4, 0xfa, 0xaf, 0x4a, 0xdd
  };
  private static final int NORMAL = 0xff << 24;
  private static final int VM = 1;
  private static final int PTW = 1 << 2;
  private static final int DC = 1 << 12;
  private static final int TGE = 1 << 27;
  private static final int PAGE = 0x1000;

  private final Values values;
  private final int program;
  private final boolean secured;
  private final Arena arena;
  private final int[] controls = new int[CaseWords.HSCTLR + 1];
  private final List<Spot> spots = new ArrayList<>();
  private final List<Spot> hypSpots = new ArrayList<>();
  private String format;
  private StageTwo stageTwo;
  private long guest = -1;

  /**
   * A world whose tables lie at {@code base}.
   *
   * @param program where the supervisor is
   * @param secured whether QEMU has the Security Extensions
   */
  World(Values values, int program, boolean secured, int base) {
    this.values = values;
    this.program = program;
    this.secured = secured;
    this.arena = new Arena(base);
    int hsctlr = hyp();
    set("HSCTLR", hsctlr);
    if (values.onceIn(2)) {
      stageTwo = new StageTwo(values, arena, (hsctlr & EE) != 0);
    }
    int hcr = hcr();
    set("HCR", hcr);
    pl1((hcr & (DC | TGE)) != 0);
    set("VBAR", (int) guest);
    set("CONTEXTIDR", values.bits());
  }

  private int hcr() {
    if (stageTwo == null) {
      return values.onceIn(24) ? TGE : 0;
    }
    set("VTCR", stageTwo.vtcr());
    setWide("VTTBR", stageTwo.vttbr() | (long) values.below(256) << 48);
    return VM
        | (values.onceIn(4) ? PTW : 0)
        | (values.onceIn(8) ? DC : 0)
        | (values.onceIn(16) ? TGE : 0);
  }

  private int hyp() {
    int hsctlr = HSCTLR_OFF;
    for (int bit : new int[] {WXN, EE, 1 << 12, 1 << 2, 2}) {
      hsctlr |= values.onceIn(3) ? bit : 0;
    }
    if (values.onceIn(4)) {
      hypSpots.add(new Spot(Targets.near(values), "flat"));
      return hsctlr;
    }
    LongStage stage = new LongStage(values, arena, (hsctlr & EE) != 0, program + 2 * PAGE);
    stage.safeAtItself(program);
    stage.safeAtItself(guestPage());
    addSpots(hypSpots, stage, false, 40);
    set("HTCR", stage.control());
    setWide("HTTBR", stage.ttbr(false));
    set("HMAIR0", memory());
    set("HMAIR1", memory() & ~NORMAL | NORMAL);
    return hsctlr | 1;
  }

  /** The page of the vectors of PL1 and the code of accesses. */
  int guestPage() {
    return program + PAGE;
  }

  private void pl1(boolean off) {
    int sctlr = SCTLR;
    for (int bit : SCTLR_BITS) {
      sctlr |= values.onceIn(bit == 2 ? 6 : 3) ? bit : 0;
    }
    boolean on = !off && !values.onceIn(8);
    set("SCTLR", sctlr | (on ? 1 : 0));
    placeTables();
    StageOne stage = values.onceIn(2) ? shortFormat(sctlr) : longFormat(sctlr);
    format = !on ? "PL1 off" : stage instanceof ShortStage ? "PL1 short" : "PL1 long";
    if (on) {
      translated(stage);
    } else {
      flat();
    }
  }

  private void placeTables() {
    if (stageTwo != null) {
      long most = (1L << stageTwo.bits(32)) - 1;
      arena.placeAt(values.bits() & most & -Arena.SIZE);
    }
  }

  private StageOne shortFormat(int sctlr) {
    ShortStage stage = new ShortStage(values, arena, (sctlr & EE) != 0, secured);
    int walk = values.bits() & 0x3b;
    set("TTBCR", stage.ttbcr());
    setWide("TTBR0", stage.ttbr(false) & 0xffff_ffffL | walk);
    boolean nowhere = values.onceIn(16);
    long base = nowhere ? Targets.nothing(values) & -0x4000 : stage.ttbr(true) & 0xffff_ffffL;
    setWide("TTBR1", base | walk);
    set("DACR", stage.dacr());
    set("MAIR0", values.bits() & 0xff0f_0000 | regions());
    set("MAIR1", values.bits());
    return stage;
  }

  /** The types of PRRR: Strongly-ordered, Device or Normal, the last region Normal. */
  private int regions() {
    int types = 2 << 14;
    for (int n = 0; n < 7; n++) {
      types |= (values.onceIn(3) ? values.below(2) : 2) << 2 * n;
    }
    return types;
  }

  private StageOne longFormat(int sctlr) {
    LongStage stage = new LongStage(values, arena, (sctlr & EE) != 0, 0);
    set("TTBCR", stage.control());
    setWide("TTBR0", stage.ttbr(false) | (long) values.below(256) << 48);
    setWide("TTBR1", stage.ttbr(true) | (long) values.below(256) << 48);
    set("DACR", values.bits());
    set("MAIR0", memory());
    set("MAIR1", memory() & ~NORMAL | NORMAL);
    return stage;
  }

  private int memory() {
    int word = 0;
    for (int n = 0; n < 4; n++) {
      word |= MEMORY[values.below(MEMORY.length)] << 8 * n;
    }
    return word;
  }

  private void translated(StageOne stage) {
    int outputBits = stage instanceof ShortStage ? 32 : 40;
    long target = stageTwo == null ? guestPage() : stageTwo.safeFor(guestPage(), outputBits);
    guest = target < 0 ? -1 : stage.safeFor(target);
    var needed = arena.pages();
    addSpots(spots, stage, stageTwo != null, outputBits);
    if (stageTwo != null) {
      arena.pages().forEach(page -> stageTwo.mapTable(page, needed.contains(page)));
    }
  }

  private void addSpots(List<Spot> list, StageOne stage, boolean underStage2, int outputBits) {
    for (int n = 0; n < SPOTS; n++) {
      long pa = Targets.draw(values);
      long target = underStage2 ? stageTwo.leafFor(pa, outputBits) : pa;
      Spot spot = target < 0 ? null : stage.leafFor(target);
      if (spot != null) {
        list.add(spot);
      }
    }
  }

  private void flat() {
    guest = stageTwo == null ? guestPage() : stageTwo.safeFor(guestPage(), 32);
    for (int n = 0; n < SPOTS; n++) {
      long address =
          stageTwo == null ? Targets.near(values) : stageTwo.leafFor(Targets.draw(values), 32);
      if (address >= 0) {
        spots.add(new Spot(address, "flat"));
      }
    }
  }

  private void set(String name, int value) {
    controls[CaseWords.control(name)] = value;
  }

  private void setWide(String name, long value) {
    controls[CaseWords.control(name)] = (int) value;
    controls[CaseWords.control(name) + 1] = (int) (value >>> 32);
  }

  /** A control's low word. */
  int control(String name) {
    return controls[CaseWords.control(name)];
  }

  /** The controls, by position. */
  int[] controls() {
    return controls;
  }

  /** The memory of the tables. */
  Arena arena() {
    return arena;
  }

  /** Where PL1 and PL0 find the code of accesses, or -1 where they do not. */
  long guest() {
    return guest;
  }

  /** Whether nothing but User mode may run: HCR.TGE. */
  boolean userOnly() {
    return (control("HCR") & TGE) != 0;
  }

  /**
   * Whether QEMU can tell the outcome of an operation: it ends itself where a Domain fault would
   * have to be told in a PAR of 64 bits.
   */
  boolean canTell(int operation) {
    boolean wide = operation < Operations.BOTH || stageTwo != null;
    boolean denies = (~control("DACR") & 0x5555_5555) != 0;
    return operation >= Operations.HYP || !(format.equals("PL1 short") && wide && denies);
  }

  /** The addresses of PL1 and PL0, or of Hyp. */
  List<Spot> spots(boolean ofHyp) {
    return ofHyp ? hypSpots : spots;
  }

  /** The regime in words, such as {@code PL1 short + stage 2}. */
  String regime(boolean ofHyp) {
    if (ofHyp) {
      return (control("HSCTLR") & 1) != 0 ? "Hyp" : "Hyp off";
    }
    return format + (stageTwo == null ? "" : " + stage 2");
  }
}
