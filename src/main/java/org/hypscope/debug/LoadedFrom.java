package org.hypscope.debug;

import java.util.List;
import java.util.OptionalLong;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Bits;
import org.hypscope.arm.core.Core;
import org.hypscope.machine.Machine;

/** Where a load takes a register from: the addressing modes of ARM ARM A8.4 and A8.5. */
final class LoadedFrom {
  private static final int WORD = 4;
  private static final int U = 1 << 23;
  private static final int P = 1 << 24;
  private static final int PC = 15;

  private LoadedFrom() {}

  /** The memory that {@code into} is loaded from; empty where that is not known. */
  static List<Place> of(Machine machine, Core core, InsnFlow flow, Bank into) {
    OptionalLong address = address(core, flow, into);
    if (address.isEmpty()) {
      return List.of();
    }
    long at =
        new Translations(core.sysRegs(), core.bus())
            .physical(Frame.space(core), address.getAsLong() & 0xffff_ffffL);
    boolean memory = machine.ram().contains(at) || machine.flash().contains(at);
    return memory ? List.of(new Place.Memory(at, size(flow.word()))) : List.of();
  }

  private static OptionalLong address(Core core, InsnFlow flow, Bank into) {
    int word = flow.word();
    if (flow.isBlockTransfer()) {
      int index = flow.listed(core).indexOf(into);
      return index < 0
          ? OptionalLong.empty()
          : OptionalLong.of(listStart(core, word) + WORD * index);
    }
    if ((word & 0x0c00_0000) == 0x0400_0000) {
      boolean register = (word & 1 << 25) != 0;
      int offset = register ? shifted(core, word) : word & 0xfff;
      return OptionalLong.of(single(core, word, offset));
    }
    if ((word & 0x0e00_0090) == 0x0000_0090 && (word & 0x60) != 0) {
      boolean immediate = (word & 1 << 22) != 0;
      int offset = immediate ? word >>> 4 & 0xf0 | word & 0xf : core.r(word & 0xf);
      int second = into.ordinal() == Bank.map(core.mode())[word >>> 12 & 0xf] ? 0 : WORD;
      return OptionalLong.of(single(core, word, offset) + second);
    }
    boolean exclusive = (word & 0x0f80_0ff0) == 0x0180_0f90;
    return exclusive ? OptionalLong.of(base(core, word)) : OptionalLong.empty();
  }

  private static int base(Core core, int word) {
    int n = Bits.bits(word, 19, 16);
    return n == PC ? (core.pc() & ~3) + (core.thumb() ? 4 : 8) : core.r(n);
  }

  private static int single(Core core, int word, int offset) {
    int moved = base(core, word) + ((word & U) != 0 ? offset : -offset);
    return (word & P) != 0 ? moved : base(core, word);
  }

  private static int shifted(Core core, int word) {
    int value = core.r(word & 0xf);
    int by = Bits.bits(word, 11, 7);
    return switch (Bits.bits(word, 6, 5)) {
      case 0 -> value << by;
      case 1 -> by == 0 ? 0 : value >>> by;
      case 2 -> value >> (by == 0 ? 31 : by);
      default -> by == 0 ? value >>> 1 | (core.c() ? 1 << 31 : 0) : Integer.rotateRight(value, by);
    };
  }

  private static int listStart(Core core, int word) {
    int length = WORD * Integer.bitCount(word & 0xffff);
    int from = base(core, word);
    boolean before = (word & P) != 0;
    if ((word & U) != 0) {
      return from + (before ? WORD : 0);
    }
    return from - length + (before ? 0 : WORD);
  }

  private static int size(int word) {
    boolean single = (word & 0x0c00_0000) == 0x0400_0000;
    boolean extra = (word & 0x0e00_0090) == 0x0000_0090 && (word & 0x60) != 0;
    if (single) {
      return (word & 1 << 22) != 0 ? 1 : WORD;
    }
    boolean doubleword = (word & 1 << 20) == 0;
    return !extra || doubleword ? WORD : (word & 0x60) == 0x40 ? 1 : 2;
  }
}
