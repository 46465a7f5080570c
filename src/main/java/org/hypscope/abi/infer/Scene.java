package org.hypscope.abi.infer;

import java.util.HashMap;
import java.util.Map;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.bus.AccessKind;
import org.hypscope.arm.bus.Page;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.Decoded;
import org.hypscope.arm.core.Decoder;
import org.hypscope.arm.isa.A32;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.machine.Machine;
import org.hypscope.machine.MachineImage;

/**
 * A machine that stands at an HVC in SVC before a handler, and can be set back there: each call of
 * the handler is one run from here.
 */
final class Scene {
  private static final SysReg HVBAR = SysRegs.byName("HVBAR");
  private static final SysReg HSCTLR = SysRegs.byName("HSCTLR");
  private static final int MASKED = Psr.A | Psr.I | Psr.F;
  private static final int TE = 1 << 30;
  private static final Decoder DECODER = A32.decoder();

  private final Machine machine;
  private final Scratch scratch;
  private final MachineImage start;
  private final Inputs defaults;
  private final int vectors;
  private final int stack;
  private final Map<Long, Insn> decoded = new HashMap<>();

  private Scene(Machine machine, Scratch scratch) {
    this.machine = machine;
    this.scratch = scratch;
    this.start = machine.freeze();
    this.defaults = scratch.defaults();
    this.vectors = machine.core().sysRegs().word(HVBAR);
    this.stack = machine.core().bank(Bank.SP_hyp);
  }

  /**
   * Before the handler at {@code vectors}.
   *
   * @param from a machine that nobody else uses, as the code outside HYP finds it
   * @param vectors HVBAR; in bit 0 whether HYP takes exceptions in T32
   */
  static Scene before(Machine from, int vectors) {
    Core core = from.core();
    Scratch scratch = Scratch.in(from);
    clear(core, "SCTLR", 1);
    clear(core, "HCR", -1);
    clear(core, "VTTBR", -1);
    long hsctlr = core.sysRegs().rawGet(HSCTLR) & ~(long) TE;
    core.sysRegs().rawSet(HSCTLR, hsctlr | ((vectors & 1) != 0 ? TE : 0));
    core.sysRegs().rawSet(HVBAR, vectors & ~0x1f & 0xffff_ffffL);
    SysReg scr = SysRegs.byName("SCR");
    core.sysRegs().rawSet(scr, core.sysRegs().rawGet(scr) | 0x101);
    if (!from.ram().contains(core.bank(Bank.SP_hyp) & 0xffff_ffffL) && !isOn(core)) {
      core.setBank(Bank.SP_hyp, scratch.stack());
    }
    core.translationControlsWritten();
    core.flushPageCache();
    core.setCpsr(Mode.SVC.encoding() | MASKED);
    core.setBank(Bank.LR_usr, scratch.link());
    core.setBank(Bank.LR_svc, scratch.link());
    core.setPc(scratch.caller());
    return new Scene(from, scratch);
  }

  private static boolean isOn(Core core) {
    return (core.sysRegs().rawGet(HSCTLR) & 1) != 0;
  }

  private static void clear(Core core, String register, long bits) {
    SysReg each = SysRegs.byName(register);
    core.sysRegs().rawSet(each, core.sysRegs().rawGet(each) & ~bits);
  }

  /** What a caller puts in where nothing else is chosen: no two alike, and none a likely number. */
  Inputs defaults() {
    return defaults;
  }

  Scratch scratch() {
    return scratch;
  }

  /** HVBAR before the call. */
  int vectors() {
    return vectors;
  }

  Machine machine() {
    return machine;
  }

  /** Whether the HYP MMU is on before the call. */
  boolean isMmuOn() {
    machine.restore(start);
    return isOn(machine.core());
  }

  /** SP_hyp before the call. */
  int stack() {
    return stack;
  }

  /** Sets the machine back to the HVC with {@code inputs} in its place. */
  Core standing(Inputs inputs) {
    machine.restore(start);
    int immediate = inputs.get(Inputs.IMMEDIATE);
    if (immediate != 0) {
      int word = Scratch.hvc(immediate);
      byte[] bytes = {(byte) word, (byte) (word >>> 8), (byte) (word >>> 16), (byte) (word >>> 24)};
      machine.edit(scratch.caller() & 0xffff_ffffL, bytes);
    }
    Core core = machine.core();
    for (int n = 0; n < Inputs.REGISTERS; n++) {
      core.setR(n, inputs.get(n));
    }
    return core;
  }

  /** A core of its own that stands in HYP before the handler's first instruction. */
  Core inHyp() {
    machine.restore(start);
    Core core = machine.fork().core();
    core.run(1, null);
    return core;
  }

  /** The instruction that {@code core} stands before, or null where none can be fetched. */
  Insn insn(Core core) {
    int pc = core.pc();
    boolean thumb = core.thumb();
    int hw1 = half(core, pc);
    int hw2 = thumb && (pc + 2 & Page.SIZE - 1) == 0 ? half(core, pc + 2) : next(core, pc);
    if (hw1 < 0 || !thumb && (pc & 3) != 0) {
      return null;
    }
    long key = (long) hw2 << 17 | (long) hw1 << 1 | (thumb ? 1 : 0);
    return decoded.computeIfAbsent(key, k -> decode(hw1, hw2, thumb));
  }

  private static Insn decode(int hw1, int hw2, boolean thumb) {
    Decoded decoded = thumb ? DECODER.t32(hw1, hw2) : DECODER.a32(hw2 << 16 | hw1);
    return Insn.of(decoded, thumb);
  }

  /** The instruction without its setting of flags, which an IT block takes from it. */
  static Insn inIt(Insn insn) {
    return insn.decoded().inIt == null ? insn : Insn.of(insn.decoded().inIt, true);
  }

  private int next(Core core, int pc) {
    int value = half(core, pc + 2);
    return value < 0 ? 0 : value;
  }

  private static int half(Core core, int address) {
    long at = core.translate(address, AccessKind.FETCH);
    Page page = at < 0 ? null : core.bus().readable(at);
    if (page == null) {
      return -1;
    }
    int offset = (int) at & Page.SIZE - 2;
    return page.bytes[offset] & 0xff | (page.bytes[offset + 1] & 0xff) << 8;
  }

  /** Whether {@code address} holds something that HYP could execute. */
  boolean mayHoldCode(Core core, int address) {
    return half(core, address) > 0 || half(core, address + 2) > 0;
  }
}
