package org.hypscope.arm.core;

import java.util.Arrays;
import java.util.List;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Cond;
import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.bus.AccessKind;
import org.hypscope.arm.bus.Bus;
import org.hypscope.arm.bus.Page;
import org.hypscope.arm.decode.ThumbTable;
import org.hypscope.arm.sysreg.Level;
import org.hypscope.arm.sysreg.SecurityRegs;
import org.hypscope.arm.sysreg.SysRegFile;

/**
 * One ARMv7-A core with the Security and Virtualization Extensions.
 *
 * <p>Single-threaded and deterministic: what it does follows from its state and its bus alone.
 * {@link #retired()} counts completed instructions, {@link #exceptionsSinceRetired()} the
 * exceptions entered since.
 */
public final class Core extends CoreState {
  private static final int AL = Cond.AL.ordinal();
  private static final int PC = Bank.PC.ordinal();
  private static final int ENDLESS_EXCEPTIONS = 1_000;
  private static final int HOT = 2_000;

  /** Tells the tag of a page that is executed as T32 from one of A32. */
  private static final int THUMB_TAG = 1 << 32 - Page.SHIFT;

  private final Decoder decoder;
  private final SecureFirmware firmware;
  private final Bus bus;
  private final SysRegFile sysRegs;
  private final Mem mem;
  private final ExclusiveMonitor monitor = new ExclusiveMonitor();

  /**
   * Read by {@link Mem} without a call, which the JIT compiler refuses before the class is loaded.
   */
  CoreListener listener;

  private long retired;
  private int exceptions;
  private long remaining;
  private long afterInterrupt;
  private StopCause stopCause;
  private final Exceptions exceptionModel;
  private final EventRegister event = new EventRegister();
  private final FpState fp = new FpState();
  private Page codePage;
  private int codeTag = -1;
  private boolean leaving;
  private int insnSize = 4;

  /**
   * A core in an unspecified state: the board sets reset values. {@code firmware} answers SMC, or
   * null for a board with Monitor code.
   */
  public Core(Decoder decoder, SysRegFile sysRegs, Bus bus, SecureFirmware firmware) {
    this.decoder = decoder;
    this.sysRegs = sysRegs;
    this.bus = bus;
    this.firmware = firmware;
    this.mem = new Mem(this, bus);
    this.exceptionModel = new Exceptions(this);
  }

  /**
   * A copy that goes on from here on another bus, with no listener. {@code otherFirmware} serves
   * the copy.
   */
  public Core fork(Bus otherBus, SecureFirmware otherFirmware) {
    Core copy = new Core(decoder, sysRegs.copy(), otherBus, otherFirmware);
    copy.copyStateFrom(this);
    copy.retired = retired;
    copy.exceptions = exceptions;
    copy.monitor.copyFrom(monitor);
    copy.event.copyFrom(event);
    copy.fp.copyFrom(fp);
    return copy;
  }

  /** The system registers' values. */
  public SysRegFile sysRegs() {
    return sysRegs;
  }

  /** Data memory as instructions see it. */
  public Mem mem() {
    return mem;
  }

  /** Physical memory. */
  public Bus bus() {
    return bus;
  }

  /** The local exclusive monitor. */
  public ExclusiveMonitor exclusiveMonitor() {
    return monitor;
  }

  /** The event register that WFE waits for. */
  public EventRegister eventRegister() {
    return event;
  }

  /** The Advanced SIMD and Floating-point registers. */
  public FpState fp() {
    return fp;
  }

  /** The firmware that answers SMC, or null. */
  public SecureFirmware firmware() {
    return firmware;
  }

  /** The listener, or null. */
  public CoreListener listener() {
    return listener;
  }

  /** Attaches {@code newListener} in place of the present one; null for none. */
  public void setListener(CoreListener newListener) {
    listener = newListener;
  }

  /** Instructions completed since reset. */
  public long retired() {
    return retired;
  }

  /** Exceptions entered since an instruction last completed. */
  public int exceptionsSinceRetired() {
    return exceptions;
  }

  /** Ends the present {@link #run} after the current instruction. */
  public void requestStop(StopCause cause) {
    stopCause = cause;
    leaving = true;
    remaining = 0;
    afterInterrupt = 0;
  }

  /**
   * Takes a virtual interrupt before the next instruction if one is pending and not masked: call
   * after a write of CPSR.
   */
  public void checkInterrupts() {
    if (remaining > 0 && VirtualInterrupts.due(this)) {
      afterInterrupt = remaining;
      remaining = 0;
    }
  }

  /** Forgets which pages may be written in place: call after a snapshot or a fork. */
  public void forgetWritablePages() {
    mem.flushWritable();
  }

  /** Forgets everything that was cached of the bus: call after an edit of memory. */
  public void flushPageCache() {
    codeTag = -1;
    mem.flush();
  }

  /**
   * Runs up to {@code steps} steps (an instruction, or an exception entry that replaced one) and
   * says why it ended.
   *
   * @param check asked before every step but the first, or null
   */
  public StopCause run(long steps, StopCheck check) {
    remaining = steps;
    stopCause = StopCause.STEPS;
    afterInterrupt = 0;
    checkInterrupts();
    boolean first = true;
    while (remaining > 0 || afterInterrupt > 0) {
      if (remaining == 0) {
        takeInterrupt();
        first = false;
      }
      try {
        if (check == null) {
          loop();
        } else {
          checkedLoop(check, first);
        }
      } catch (ArmException e) {
        takeFault(e);
      }
      first = false;
    }
    return stopCause;
  }

  private void loop() {
    boolean arrived = false;
    while (remaining > 0) {
      remaining--;
      if (thumb()) {
        executeThumb(fetchThumb());
        arrived = true;
        continue;
      }
      Decoded insn = fetch();
      if (arrived && insn.block == null) {
        warm(insn);
      }
      Block block = insn.block;
      if (block != null && block.length - 1 <= remaining) {
        run(block);
        arrived = true;
      } else {
        int follows = pc + 4;
        execute(insn);
        arrived = pc != follows;
      }
    }
  }

  /** Counts arrivals by a branch; where there were enough, a block begins. */
  private void warm(Decoded insn) {
    if (++insn.arrivals == HOT) {
      List<BlockFinder.Step> steps = BlockFinder.find(codePage, (pc & (Page.SIZE - 1)) >>> 2);
      if (!steps.isEmpty()) {
        insn.block = BlockCompiler.compile(steps);
      }
    }
  }

  /** Runs a block, for whose first instruction a step was already taken off. */
  private void run(Block block) {
    long before = retired;
    leaving = false;
    try {
      int done = block.execute(this, pc, before);
      retired = before + done;
      remaining = Math.max(0, remaining - (done - 1));
      pc = nextPc;
      exceptions = 0;
    } catch (ArmException e) {
      remaining = Math.max(0, remaining - (retired - before));
      if (retired != before) {
        exceptions = 0;
      }
      throw e;
    }
  }

  /**
   * Within a block: the instruction at {@code address} is executed, {@code completed} before it.
   */
  void standAt(int address, long completed) {
    pc = address;
    regs[PC] = address + 8;
    nextPc = address + 4;
    retired = completed;
  }

  /** At the end of a block that does not branch. */
  void goOnAt(int address) {
    nextPc = address;
  }

  /** Whether a block must be left after the present instruction. */
  boolean leavesBlock() {
    return leaving;
  }

  /** Code was overwritten: decoded anew before the next instruction. */
  void codeWritten(Page page, int offset) {
    int last = offset >>> 2;
    int first = Math.max(0, last - Block.LONGEST + 1);
    Arrays.fill(page.decoded, first, last + 1, null);
    leaving = true;
  }

  /** {@code size} bytes of a page with T32 code were overwritten. */
  void thumbCodeWritten(Page page, int offset, int size) {
    int first = Math.max(0, (offset >>> 1) - 1);
    int last = Math.min(page.decodedThumb.length, (offset + size + 1) >>> 1);
    Arrays.fill(page.decodedThumb, first, last, null);
    leaving = true;
  }

  private void checkedLoop(StopCheck check, boolean first) {
    boolean skip = first;
    while (remaining > 0) {
      if (!skip && check.stopBefore(this)) {
        requestStop(StopCause.CHECK);
        return;
      }
      skip = false;
      remaining--;
      if (thumb()) {
        executeThumb(fetchThumb());
      } else {
        execute(fetch());
      }
    }
  }

  private void execute(Decoded insn) {
    regs[PC] = pc + 8;
    nextPc = pc + 4;
    if (insn.cond == AL || passes(insn.cond)) {
      if (insn.unpredictable != null && listener != null) {
        listener.unpredictable(this, pc, insn.word, insn.unpredictable);
      }
      insn.operation.execute(this, insn.word);
    }
    pc = nextPc;
    retired++;
    exceptions = 0;
  }

  private void executeThumb(Decoded insn) {
    regs[PC] = pc + 4;
    nextPc = pc + insn.size;
    insnSize = insn.size;
    if (itState == 0) {
      executeOutsideIt(insn);
    } else {
      executeInIt(insn, itState);
    }
    pc = nextPc;
    retired++;
    exceptions = 0;
  }

  private void executeOutsideIt(Decoded insn) {
    if (insn.cond == AL || passes(insn.cond)) {
      if (insn.unpredictable != null && listener != null) {
        listener.unpredictable(this, pc, insn.raw, insn.unpredictable);
      }
      insn.operation.execute(this, insn.word);
    }
  }

  /**
   * ITSTATE advances first, so that the instruction sees, and may write, that of the next one; if
   * it takes an exception instead of completing, its own comes back.
   */
  private void executeInIt(Decoded insn, int it) {
    itState = ItState.advance(it);
    if (insn.cond != Decoded.ALWAYS && !(passes(ItState.cond(it)) && passes(insn.cond))) {
      return;
    }
    if (listener != null && insn.form != null) {
      reportInIt(insn, it);
    }
    Decoded bound = insn.inIt != null && ItState.inBlock(it) ? insn.inIt : insn;
    try {
      bound.operation.execute(this, bound.word);
    } catch (ArmException e) {
      itState = it;
      throw e;
    }
  }

  private void reportInIt(Decoded insn, int it) {
    String unpredictable = insn.form.unpredictable(insn.raw, it);
    if (unpredictable != null) {
      listener.unpredictable(this, pc, insn.raw, unpredictable);
    }
  }

  private void takeInterrupt() {
    remaining = afterInterrupt - 1;
    afterInterrupt = 0;
    VirtualInterrupts.take(this);
    exceptions++;
  }

  private void takeFault(ArmException e) {
    e.take(this);
    pc = nextPc;
    if (++exceptions >= ENDLESS_EXCEPTIONS) {
      requestStop(StopCause.LOOP_TO_SELF);
    }
  }

  private Decoded fetch() {
    int address = pc;
    if (address >>> Page.SHIFT != codeTag || (address & 3) != 0) {
      openCodePage(address);
    }
    Object[] decoded = codePage.decoded;
    int index = (address & (Page.SIZE - 1)) >>> 2;
    Decoded insn = (Decoded) decoded[index];
    return insn != null ? insn : decode(address, index);
  }

  private void openCodePage(int address) {
    Page page = mem.fetchPage(address);
    if (page.decoded == null) {
      page.decoded = new Object[Page.SIZE / 4];
    }
    codePage = page;
    codeTag = address >>> Page.SHIFT;
  }

  private Decoded fetchThumb() {
    int address = pc;
    if ((address >>> Page.SHIFT | THUMB_TAG) != codeTag) {
      openThumbPage(address);
    }
    Object[] decoded = codePage.decodedThumb;
    int index = (address & (Page.SIZE - 1)) >>> 1;
    Decoded insn = (Decoded) decoded[index];
    return insn != null ? insn : decodeThumb(address, index);
  }

  private void openThumbPage(int address) {
    Page page = mem.fetchPage(address);
    if (page.decodedThumb == null) {
      page.decodedThumb = new Object[Page.SIZE / 2];
    }
    codePage = page;
    codeTag = address >>> Page.SHIFT | THUMB_TAG;
  }

  /** An instruction that goes on in the next page is not kept: that page may change alone. */
  private Decoded decodeThumb(int address, int index) {
    int hw1 = Mem.half(codePage, address);
    int next = address + 2;
    if (!ThumbTable.isWide(hw1) || (next & (Page.SIZE - 1)) != 0) {
      Decoded insn = decoder.t32(hw1, Mem.half(codePage, next));
      codePage.decodedThumb[index] = insn;
      return insn;
    }
    return decoder.t32(hw1, Mem.half(mem.fetchPage(next), next));
  }

  /** The page of {@code address} was copied for writing: goes on executing from the copy. */
  void codePageReplaced(int address, Page page) {
    if (address >>> Page.SHIFT == (codeTag & ~THUMB_TAG) && page != codePage) {
      leaving = true;
      codeTag = -1;
    }
  }

  private Decoded decode(int address, int index) {
    Decoded insn = decoder.a32(Mem.word(codePage, address));
    codePage.decoded[index] = insn;
    return insn;
  }

  /** The size in bytes of the instruction that is executed now: 4, or 2. */
  public int insnSize() {
    return thumb() ? insnSize : 4;
  }

  /** BranchTo(): goes on at {@code address} as it is. */
  public void branchTo(int address) {
    nextPc = address;
  }

  /** BranchWritePC(): in A32 state bits 1:0 are ignored. */
  public void branchWritePc(int address) {
    nextPc = thumb() ? address & ~1 : address & ~3;
  }

  /**
   * BXWritePC(): bit 0 selects T32; an A32 target with bit 1 set is UNPREDICTABLE: it is entered
   * unaligned, and its fetch takes a Prefetch Abort, as QEMU does.
   */
  public void bxWritePc(int address) {
    if ((address & 1) != 0) {
      setThumb(true);
      nextPc = address & ~1;
      return;
    }
    if ((address & 2) != 0 && listener != null) {
      listener.unpredictable(this, pc, 0, "BXWritePC to an A32 address with bits [1:0] = 0b10");
    }
    setThumb(false);
    nextPc = address;
  }

  /** LoadWritePC(): interworking since ARMv5. */
  public void loadWritePc(int address) {
    bxWritePc(address);
  }

  /** ALUWritePC(): interworking in A32 state since ARMv7. */
  public void aluWritePc(int address) {
    if (thumb()) {
      branchWritePc(address);
    } else {
      bxWritePc(address);
    }
  }

  /** Tells the listener that the instruction at PC met something not modelled, and goes on. */
  public void notModelled(String what) {
    if (listener != null) {
      listener.unmodelled(this, pc, what);
    }
  }

  /** Tells the listener that {@code insn} at PC is UNPREDICTABLE in the present state. */
  public void unpredictable(int insn, String reason) {
    if (listener != null) {
      listener.unpredictable(this, pc, insn, reason);
    }
  }

  /** IsSecure(): in Secure state, which Monitor mode always is. */
  public boolean isSecure() {
    return mode() == Mode.MON || (sysRegs.word(SecurityRegs.SCR) & 1) == 0;
  }

  /** Where an access to a system register is made from now. */
  public Level level() {
    return switch (mode()) {
      case USR -> Level.PL0;
      case HYP -> Level.HYP;
      case MON -> Level.MON;
      default -> isSecure() ? Level.PL1_S : Level.PL1_NS;
    };
  }

  /** Whether the current mode is Hyp: CurrentModeIsHyp(). */
  public boolean currentModeIsHyp() {
    return mode() == Mode.HYP;
  }

  /** The exception to throw where an instruction is UNDEFINED. */
  public ArmException undefined() {
    return exceptions().undefined();
  }

  /** The exception to throw where an access to {@code address} faults. */
  public ArmException abort(int address, AccessKind kind, Fault fault) {
    return exceptions().abort(address, kind, fault);
  }

  /** The exception model: TakeXxxException of the manual. */
  public Exceptions exceptions() {
    return exceptionModel;
  }
}
