package org.hypscope.abi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.machine.Machine;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.ImageSymbol;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.machine.load.Segment;

/**
 * Machines that stand at an HVC in SVC, with a small handler of each generation, hand-assembled and
 * without symbols.
 */
final class TestHandlers {
  static final int STUB_TABLE = 0x4001_0000;
  static final int TABLE = 0x4001_0040;
  static final int HANDLER = 0x4001_0100;
  static final int CALLER = 0x4001_0400;
  static final int FUNCTION = 0x4001_0504;
  static final int DATA = 0x4002_0000;
  static final int HYP_STACK = DATA + 0x800;
  static final int TABLES = DATA + 0x1c00;
  static final int OFFSET = 0x8000_0000;
  static final int HVC_0 = 0xe140_0070;
  static final int ERET = 0xe160_006e;
  static final int TO_SELF = 0xeaff_fffe;

  /** Handlers by name; those of a generation have its id. */
  static final Map<String, int[]> HANDLERS = new LinkedHashMap<>();

  static {
    put("S0", 0xe3700001, 0x0a000001, 0xee8c0f10, 0xe160006e, 0xee9c0f10, 0xe160006e);
    put(
        "S1",
        0xe3500000,
        0x0a000005,
        0xe3500001,
        0x0a000005,
        0xe3500002,
        0x012fff13,
        0xe3e00000,
        0xe160006e,
        0xee9c0f10,
        0xe160006e,
        0xee8c1f10,
        0xe160006e);
    put(
        "I1",
        0xe3500000,
        0x1a000001,
        0xec432f42,
        0xe160006e,
        0xe1a0d000,
        0xee8c1f10,
        0xec432f42,
        0xe3a00000,
        0xe160006e);
    put(
        "K1",
        0xe52de004,
        0xe1a0e000,
        0xe1a00001,
        0xe1a01002,
        0xe1a02003,
        0xe12fff3e,
        0xe49de004,
        0xe160006e);
    put(
        "K2",
        0xe3700001,
        0x0a000007,
        0xe52de004,
        0xe1a0e000,
        0xe1a00001,
        0xe1a01002,
        0xe1a02003,
        0xe12fff3e,
        0xe49de004,
        0xe160006e,
        0xee9c0f10,
        0xe160006e);
    put(
        "K2b",
        0xe3500000,
        0x0a000007,
        0xe52de004,
        0xe1a0e000,
        0xe1a00001,
        0xe1a01002,
        0xe1a02003,
        0xe12fff3e,
        0xe49de004,
        0xe160006e,
        0xee9c0f10,
        0xe160006e);
    put(
        "S4",
        0xe3500000,
        0x0a000006,
        0xe3500001,
        0x012fff11,
        0xe3500002,
        0x0a000003,
        0xe30c0a11,
        0xe3400bad,
        0xe160006e,
        0xee8c1f10,
        0xe3a00000,
        0xe160006e);
    put(
        "I4",
        0xe3500003,
        0x3a000003,
        0xe1a0d000,
        0xee8c1f10,
        0xec432f42,
        0xe160006e,
        0xe3500001,
        0x0a000004,
        0xe3500002,
        0x0a000005,
        0xe30c0a11,
        0xe3400bad,
        0xe160006e,
        0xe12ef301,
        0xe10f0000,
        0xe16ff000,
        0xe3000000,
        0xe3440001,
        0xee8c0f10,
        0xe3a00000,
        0xe160006e);
    put(
        "K4",
        0xe3500003,
        0x2a00000e,
        0xe3500001,
        0x0a000004,
        0xe3500002,
        0x0a000005,
        0xe30c0a11,
        0xe3400bad,
        0xe160006e,
        0xe12ef301,
        0xe10f0000,
        0xe16ff000,
        0xe3000000,
        0xe3440001,
        0xee8c0f10,
        0xe3a00000,
        0xe160006e,
        0xe92d4004,
        0xe1a0e000,
        0xe1a00001,
        0xe1a01002,
        0xe1a02003,
        0xe12fff3e,
        0xe8bd4004,
        0xe160006e);
    put("I2", 0xe1a0d000, 0xee8c1f10, 0xec432f42, ERET);
    put(
        "S3",
        0xe3500000,
        0x0a000007,
        0xe3500001,
        0x0a000007,
        0xe3500002,
        0x012fff11,
        0xe3500003,
        0x0a000004,
        0xe3e00000,
        ERET,
        0xee9c0f10,
        ERET,
        0xee8c1f10,
        ERET);
    put("S5", 0xe3500001, 0x012fff11, 0xe30c0a11, 0xe3400bad, ERET);
    put("PSCI", 0xe3a0c484, 0xe150000c, 0x03a00002, 0x13e00000, ERET);
    put("echo: returns everything as it was", ERET);
    put("panic: branches to itself", TO_SELF);
    put("spin: counts for ever", 0xe3a01000, 0xe2811001, 0xeafffffd);
    put("abort: pushes to a stack that is not there", 0xe3a0d40b, 0xe52d0004, ERET);
    put("clobber: returns 0 and loses r4", 0xe3a04000, 0xe3a00000, ERET);
    put("negated: S0 that gets by -2", 0xe3700002, 0x0a000001, 0xee8c0f10, ERET, 0xee9c0f10, ERET);
  }

  private TestHandlers() {}

  private static void put(String name, int... words) {
    HANDLERS.put(name, words);
  }

  /** A machine with the handler called {@code name}, standing at HVC #0 in SVC with r0 to r3. */
  static Machine standing(String name, int... registers) {
    return standing(HANDLERS.get(name), registers);
  }

  /** The same, with the HVC in a function called {@code caller}. */
  static Machine standing(String name, String caller, int... registers) {
    return named(name, CALLER, caller, registers);
  }

  /** The same, with a function called {@code symbol} at {@code address}. */
  static Machine named(String name, int address, String symbol, int... registers) {
    List<ImageSymbol> symbols = List.of(new ImageSymbol(symbol, address, 8, 1, true, false));
    return standing(Boards.standard(), image(HANDLERS.get(name), symbols), registers);
  }

  /** The same, on {@code board}. */
  static Machine standing(Board board, String name, int... registers) {
    return standing(board, image(HANDLERS.get(name), List.of()), registers);
  }

  /** The same with the HYP MMU on: RAM at its own addresses, and again {@link #OFFSET} above. */
  static Machine translated(String name, int... registers) {
    Machine machine = standing(name, registers);
    ByteBuffer tables = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    tables.putLong(8, 0x4000_0441L).putLong(24, 0x4000_0441L);
    machine.edit(TABLES, tables.array());
    SysRegFile registersOfHyp = machine.core().sysRegs();
    registersOfHyp.rawSet(SysRegs.byName("HMAIR0"), 0xff);
    registersOfHyp.rawSet(SysRegs.byName("HTTBR"), TABLES);
    registersOfHyp.rawSet(SysRegs.byName("HSCTLR"), 1);
    int table = name.startsWith("I") ? TABLE : TABLE + OFFSET; // init vectors: identity map
    registersOfHyp.rawSet(Sight.HVBAR, table & 0xffff_ffffL);
    machine.core().translationControlsWritten();
    machine.core().flushTranslations();
    return machine;
  }

  /** A machine with {@code handler}, standing at HVC #0 in SVC with r0 to r3. */
  static Machine standing(int[] handler, int... registers) {
    return standing(Boards.standard(), image(handler, List.of()), registers);
  }

  private static Machine standing(Board board, LoadedImage image, int... registers) {
    Machine machine = Machine.create(board, image);
    machine.core().setCpsr(Mode.SVC.encoding() | Psr.A | Psr.I | Psr.F);
    machine.core().sysRegs().rawSet(Sight.HVBAR, TABLE);
    machine.core().setBank(Bank.SP_hyp, HYP_STACK);
    machine.core().setBank(Bank.SP_svc, DATA + 0x1800);
    for (int register = 0; register < registers.length; register++) {
      machine.core().setR(register, registers[register]);
    }
    machine.core().setR(4, 0x44);
    machine.core().setPc(CALLER);
    return machine;
  }

  private static LoadedImage image(int[] handler, List<ImageSymbol> symbols) {
    ByteBuffer code = ByteBuffer.allocate(0x1000).order(ByteOrder.LITTLE_ENDIAN);
    for (int vector = 0; vector < 8; vector++) {
      code.putInt(4 * vector, TO_SELF);
      code.putInt(TABLE - STUB_TABLE + 4 * vector, TO_SELF);
    }
    code.putInt(TABLE + 0x14 - STUB_TABLE, branch(TABLE + 0x14, HANDLER));
    for (int i = 0; i < handler.length; i++) {
      code.putInt(HANDLER - STUB_TABLE + 4 * i, handler[i]);
    }
    code.putInt(CALLER - STUB_TABLE, HVC_0);
    code.putInt(CALLER + 4 - STUB_TABLE, TO_SELF);
    code.putInt(FUNCTION - STUB_TABLE, 0xe3a0_0007);
    code.putInt(FUNCTION + 4 - STUB_TABLE, 0xe12f_ff1e);
    Segment text = new Segment(STUB_TABLE, STUB_TABLE, code.array(), code.capacity(), true, false);
    Segment data = new Segment(DATA, DATA, new byte[0], 0x2000, false, true);
    return new LoadedImage("test", List.of(text, data), CALLER, symbols, List.of());
  }

  private static int branch(int from, int to) {
    return 0xea00_0000 | (to - from - 8) >> 2 & 0x00ff_ffff;
  }
}
