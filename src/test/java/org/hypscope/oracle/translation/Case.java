package org.hypscope.oracle.translation;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.hypscope.oracle.lockstep.Values;

/** Operations and one access in a world. */
final class Case {
  private static final int MASKED = Psr.A | Psr.I | Psr.F;
  private static final int PAGE = 0xfff;

  /** An address translation operation, by its number, and where it looks. */
  record Operation(int number, long address, String leaf) {}

  private final World world;
  private final int[] words = new int[CaseWords.IN_COUNT];
  private final List<Operation> operations = new ArrayList<>();
  private Snippet access;
  private Mode mode;
  private String leaf = "";

  Case(World world, Values values) {
    this.world = world;
    System.arraycopy(world.controls(), 0, words, 0, world.controls().length);
    for (int n = 0; n < CaseWords.MOST_OPERATIONS; n++) {
      addOperation(values);
    }
    words[CaseWords.OPERATIONS] = operations.size();
    drawAccess(values);
  }

  private void addOperation(Values values) {
    int number = values.below(Operations.all().size());
    List<Spot> spots = world.spots(number >= Operations.HYP);
    if (spots.isEmpty() || !world.canTell(number)) {
      return;
    }
    Spot spot = spots.get(values.below(spots.size()));
    boolean near = values.onceIn(10);
    boolean wild = values.onceIn(20);
    long address =
        wild ? values.bits() & 0xffff_ffffL : spot.address() + (near ? values.bits() >> 12 : 0);
    address = address & 0xffff_ffffL | values.below(PAGE);
    int at = CaseWords.OPERATIONS + 1 + 2 * operations.size();
    words[at] = number;
    words[at + 1] = (int) address;
    operations.add(new Operation(number, address, wild || near ? "anywhere" : spot.leaf()));
  }

  private void drawAccess(Values values) {
    Snippet drawn = Snippet.all().get(values.below(Snippet.all().size()));
    Mode in = mode(drawn, values);
    boolean hyp = in == Mode.HYP;
    List<Spot> spots = world.spots(hyp);
    long code = hyp ? world.guestPage() : world.guest();
    if (in == null || code < 0 || spots.isEmpty()) {
      return;
    }
    access = drawn;
    mode = in;
    Spot spot = spots.get(values.below(spots.size()));
    leaf = spot.leaf();
    for (int n = 1; n <= 12; n++) {
      words[CaseWords.R0_IN + n] = values.bits();
    }
    words[CaseWords.R0_IN] = (int) spot.address() + inPage(values);
    words[CaseWords.R0_IN + 12] = drawn.text().contains("r12]") ? 0 : values.bits();
    words[CaseWords.PC] = (int) code + drawn.offset();
    boolean bigEndian = values.onceIn(6);
    words[CaseWords.PSR] =
        in.encoding() | MASKED | (bigEndian ? Psr.E : 0) | (drawn.thumb() ? Psr.T : 0);
  }

  private Mode mode(Snippet drawn, Values values) {
    if (world.userOnly()) {
      return drawn.maintenance() ? null : Mode.USR;
    }
    int kind = values.below(6);
    if (kind < 2 && !drawn.unprivileged() && !drawn.operation()) {
      return Mode.HYP;
    }
    return kind < 4 && !drawn.maintenance() ? Mode.USR : values.onceIn(4) ? Mode.SYS : Mode.SVC;
  }

  /** Loads stay below stores, fetches above; some are unaligned, some go into the next page. */
  private int inPage(Values values) {
    if (access.fetches()) {
      return Targets.FETCHES + 4 * values.below(0x80);
    }
    int start = access.writes() ? Targets.STORES : 0;
    if (!access.writes() && values.onceIn(24)) {
      return 0xffe;
    }
    int align = Math.min(access.size(), 8);
    int offset = start + 0x20 + values.below(0x300) & -align;
    return access.size() > 1 && values.onceIn(12) ? offset + 1 + values.below(align - 1) : offset;
  }

  World world() {
    return world;
  }

  /** The words of its record. */
  int[] words() {
    return words;
  }

  List<Operation> operations() {
    return operations;
  }

  /** The access, or null where it makes none. */
  Snippet access() {
    return access;
  }

  /** Leaves the access out. */
  void dropAccess() {
    access = null;
    words[CaseWords.PSR] = 0;
  }

  Mode mode() {
    return mode;
  }

  /** What the tables have on purpose where the access goes. */
  String leaf() {
    return leaf;
  }

  int address() {
    return words[CaseWords.R0_IN];
  }
}
