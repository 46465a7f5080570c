package org.hypscope.debug;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.hypscope.arm.bus.AccessKind;
import org.hypscope.arm.bus.Bus;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.mmu.Regime;
import org.hypscope.arm.mmu.Translation;
import org.hypscope.arm.mmu.Translator;
import org.hypscope.arm.mmu.Walk;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.WalkView.Access;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.machine.Machine;

/**
 * Translates addresses as the core would, without any side effect: no fault is taken, no register
 * and no TLB entry written.
 */
public final class Translations {
  /** The bytes of each piece of a dump but the last. */
  public static final int DUMP_PIECE = 1 << 30;

  /** What {@link #physical} answers where there is no translation. */
  public static final long NONE = -1;

  private final SysRegFile registers;
  private final Bus memory;

  Translations(SysRegFile registers, Bus memory) {
    this.registers = registers;
    this.memory = memory;
  }

  /** Those of {@code machine} as it is; to be used by the thread that owns it. */
  public static Translations of(Machine machine) {
    return of(machine.core());
  }

  static Translations of(Core core) {
    return new Translations(core.sysRegs(), core.bus());
  }

  /**
   * Those of a memory dump, without a machine.
   *
   * @param base the physical address of its first byte
   * @param pieces its bytes, {@link #DUMP_PIECE} in each but the last
   * @param registers the registers that are not 0
   */
  public static Translations ofDump(
      long base, List<ByteBuffer> pieces, Map<SysRegCopy, Long> registers) {
    SysRegFile values = new SysRegFile();
    for (SysRegCopy copy : SysRegs.copies()) {
      values.rawSet(copy.register(), copy.secure(), registers.getOrDefault(copy, 0L));
    }
    return new Translations(values, new DumpBus(base, pieces));
  }

  /** {@code symbols} as they are seen from {@code space} of {@code machine} when asked. */
  public static Symbols seen(Symbols symbols, Machine machine, AddressSpace space) {
    return symbols.seenThrough(new LiveAddressing(machine::core, () -> space));
  }

  /** The walk of {@code address} in {@code space}, which is not the physical one. */
  public WalkView walk(AddressSpace space, long address, Access access, boolean privileged) {
    Walk walk =
        new Translator(registers, memory)
            .explain(Walks.regime(space), address, kind(access), privileged);
    return new Walks(registers, space, walk).view(access);
  }

  /** The physical address of {@code address} for a privileged read, or {@link #NONE}. */
  public long physical(AddressSpace space, long address) {
    if (space == AddressSpace.PHYSICAL) {
      return address;
    }
    return result(Walks.regime(space), address, AccessKind.READ);
  }

  /**
   * The physical address from which {@code core} would fetch at {@code address}, or {@link #NONE}.
   */
  public static long code(Core core, int address) {
    AddressSpace space = Frame.space(core);
    return new Translations(core.sysRegs(), core.bus())
        .result(Walks.regime(space), address & 0xffff_ffffL, AccessKind.FETCH);
  }

  /** Whether what lies at {@code address} in the current regime was loaded as code. */
  public static boolean inCode(Machine machine, int address) {
    long at = code(machine.core(), address);
    return at >>> 32 == 0 && machine.image().isExecutable((int) at);
  }

  private long result(Regime regime, long address, AccessKind access) {
    Translator translator = new Translator(registers, memory);
    if (!translator.stage1On(regime) && !translator.stage2On(regime)) {
      return address;
    }
    Translation result = new Translation();
    translator.translate(regime, address, access, true, result);
    return result.fault() == null ? result.pa() : NONE;
  }

  private static AccessKind kind(Access access) {
    return switch (access) {
      case READ -> AccessKind.READ;
      case WRITE -> AccessKind.WRITE;
      case FETCH -> AccessKind.FETCH;
    };
  }
}
