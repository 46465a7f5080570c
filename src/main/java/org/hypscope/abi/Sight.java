package org.hypscope.abi;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.bus.Page;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.AddressSpace;
import org.hypscope.debug.Translations;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.machine.Machine;
import org.hypscope.machine.load.LoadedImage;

/**
 * A machine between two instructions, as attribution looks at it: without side effects, and by the
 * virtual addresses of Hyp mode, because it asks what a handler there would meet.
 */
final class Sight {
  /** The base of the HYP vectors. */
  static final SysReg HVBAR = SysRegs.byName("HVBAR");

  private static final SysReg HCR = SysRegs.byName("HCR");
  private static final SysReg VTTBR = SysRegs.byName("VTTBR");
  private static final Symbols NO_SYMBOLS =
      new Symbols(new LoadedImage("", List.of(), 0, List.of(), List.of()));
  private static final int TABLE_WORDS = 8;

  private final Machine machine;
  private final Symbols symbols;

  Sight(Machine machine, Symbols symbols) {
    this.machine = machine;
    this.symbols = symbols;
  }

  /** {@code machine} without any names. */
  static Sight unnamed(Machine machine) {
    return new Sight(machine, NO_SYMBOLS);
  }

  Machine machine() {
    return machine;
  }

  /** r0 to r12 of the current mode. */
  int[] arguments() {
    int[] registers = new int[CallSpec.REGISTERS];
    for (int register = 0; register < registers.length; register++) {
      registers[register] = machine.core().r(register);
    }
    return registers;
  }

  int pc() {
    return machine.core().pc();
  }

  Mode mode() {
    return machine.core().mode();
  }

  int hvbar() {
    return hvbar(machine);
  }

  /** HVBAR of {@code machine}. */
  static int hvbar(Machine machine) {
    return machine.core().sysRegs().word(HVBAR);
  }

  /** The virtual machine that {@code core} runs, by the number in VTTBR; 0 is the host. */
  static int vmid(Core core) {
    return (int) (core.sysRegs().rawGet(VTTBR) >>> 48) & 0xff;
  }

  /** The address with its symbol and offset, or the plain address. */
  String describe(int address) {
    String name = symbols.describe(address);
    if (name.isEmpty()) {
      long at = physical(address);
      name = at >>> 32 == 0 && (int) at != address ? symbols.describe((int) at) : "";
    }
    return name.isEmpty() ? Words.hex(address) : name;
  }

  /** The name of the symbol that {@code address} belongs to, or the empty string. */
  String symbol(int address) {
    String name = describe(address);
    return name.startsWith("0x") ? "" : name.replaceFirst("\\+0x.*", "");
  }

  /** {@code symbol (0x...)}, or the plain address where there is no symbol. */
  String named(int address) {
    String name = describe(address);
    String hex = Words.hex(address);
    return name.equals(hex) ? hex : name + " (" + hex + ")";
  }

  boolean executable(int address) {
    return executableAt(physical(address));
  }

  private boolean executableAt(long at) {
    return CodeMap.isCode(machine, at);
  }

  private boolean loadedAt(long at) {
    return CodeMap.isLoaded(machine, at);
  }

  /** Whether loaded code lies at {@code address} of {@code space}. */
  boolean isCode(AddressSpace space, int address) {
    return executableAt(physical(space, address));
  }

  /** Where {@code address} may lie: by HYP's addresses, by the kernel's own, and physically. */
  private LongStream places(int address) {
    return LongStream.of(
            physical(AddressSpace.HYP, address),
            physical(AddressSpace.PL1, address),
            physical(AddressSpace.PHYSICAL, address))
        .distinct();
  }

  /** Whether a vector table lies at {@code address} by anybody's addresses. */
  boolean isTableSomewhere(int address) {
    return places(address).anyMatch(this::tableAt);
  }

  /** Whether code that is no vector table lies at {@code address} by anybody's addresses. */
  boolean isCodeSomewhere(int address) {
    return places(address)
        .anyMatch(at -> executableAt(at) && wordAt(at & -4).orElse(0) != 0 && !tableAt(at & -32));
  }

  boolean inRam(int address) {
    return machine.ram().contains(physical(address));
  }

  /** Whether {@code address} is a physical address of RAM, as a table base is. */
  boolean isRam(int address) {
    return machine.ram().contains(address & 0xffff_ffffL);
  }

  /** The physical address of a virtual one of Hyp mode, or {@link Translations#NONE}. */
  long physical(int address) {
    return physical(AddressSpace.HYP, address);
  }

  private long physical(AddressSpace space, int address) {
    return Translations.of(machine).physical(space, address & 0xffff_ffffL);
  }

  /**
   * The instruction at the PC, of a T32 one the first halfword in the upper half; empty where the
   * fetch would fault.
   */
  OptionalInt wordAtPc() {
    OptionalInt low = wordAt(Translations.code(machine.core(), pc()));
    if (!thumb() || low.isEmpty()) {
      return low;
    }
    int first = (pc() & 2) == 0 ? low.getAsInt() & 0xffff : low.getAsInt() >>> 16;
    OptionalInt high = (pc() & 2) == 0 ? low : wordAt(Translations.code(machine.core(), pc() + 2));
    if (high.isEmpty()) {
      return high;
    }
    int second = (pc() & 2) == 0 ? high.getAsInt() >>> 16 : high.getAsInt() & 0xffff;
    return OptionalInt.of(first << 16 | second);
  }

  /** Whether the core is in T32 state. */
  boolean thumb() {
    return machine.core().thumb();
  }

  /** VTTBR.VMID where a guest runs under stage 2; 0 for the host. */
  int vmid() {
    SysRegFile registers = machine.core().sysRegs();
    boolean guest = (registers.word(HCR) & 1) != 0 && mode() != Mode.HYP;
    return guest ? vmid(machine.core()) : 0;
  }

  /** The word at the word-aligned part of {@code address}; empty where there is no memory. */
  OptionalInt word(int address) {
    return wordAt(physical(address));
  }

  private OptionalInt wordAt(long at) {
    Page page = at == Translations.NONE ? null : machine.core().bus().readable(at);
    if (page == null) {
      return OptionalInt.empty();
    }
    int offset = (int) at & (Page.SIZE - 4);
    byte[] bytes = page.bytes;
    return OptionalInt.of(
        (bytes[offset] & 0xff)
            | (bytes[offset + 1] & 0xff) << 8
            | (bytes[offset + 2] & 0xff) << 16
            | bytes[offset + 3] << 24);
  }

  /** Whether eight branch-like instructions stand at {@code address} in loaded memory. */
  boolean looksLikeTable(int address) {
    return tableAt(physical(address & ~3));
  }

  private boolean tableAt(long start) {
    for (long at = start & ~3; at < (start & ~3) + 4 * TABLE_WORDS; at += 4) {
      OptionalInt word = loadedAt(at) ? wordAt(at) : OptionalInt.empty();
      if (word.isEmpty() || !branchLike(word.getAsInt())) {
        return false;
      }
    }
    return true;
  }

  /** Whether the table at {@code address} consists of A32 branches that are always taken. */
  boolean isA32Table(int address) {
    for (int at = address; at < address + 4 * TABLE_WORDS; at += 4) {
      if (word(at).orElse(0) >>> 24 != 0xea) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether an instruction may stand in a vector table: B, BL, BX, BLX, or a load, move or addition
   * that writes PC, in A32; B.W in T32.
   */
  static boolean branchLike(int word) {
    boolean branch = (word & 0x0e00_0000) == 0x0a00_0000 && word >>> 28 != 0xf;
    boolean register = (word & 0x0fff_ffd0) == 0x012f_ff10;
    boolean load = (word & 0x0e50_f000) == 0x0410_f000;
    boolean toPc = (word & 0x0c00_f000) == 0x0000_f000 && (word & 0x0180_0000) == 0x0080_0000;
    boolean move = (word & 0x0fff_fff0) == 0x01a0_f000;
    boolean wide = (word & 0xd000_f800) == 0x9000_f000;
    return branch || register || load || toPc || move || wide;
  }
}
