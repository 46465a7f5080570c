package org.hypscope.arm.core;

import java.util.List;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Cond;
import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.bus.AccessKind;
import org.hypscope.arm.bus.Bus;
import org.hypscope.arm.bus.Page;
import org.hypscope.arm.mmu.Fault;
import org.hypscope.arm.sysreg.PmuRegs;
import org.hypscope.arm.sysreg.SysRegFile;

/**
 * One ARMv7-A core with the Security and Virtualization Extensions.
 *
 * <p>Single-threaded and deterministic: what it does follows from its state and its bus alone.
 * {@link #retired()} counts completed instructions, {@link #exceptionsSinceRetired()} the
 * exceptions entered since.
 */
public final class Core extends CoreParts {
  private static final int AL = Cond.AL.ordinal();
  private static final int PC = Bank.PC.ordinal();
  private static final int ENDLESS_EXCEPTIONS = 1_000;

  private final Decoder decoder;
  private final Mem mem;
  private final Fetch fetch;
  private long retired;
  private int exceptions;
  private long entries;
  private long remaining;
  private long afterInterrupt;
  private StopCause stopCause;
  private final Exceptions exceptionModel;
  private final Interrupts interrupts;
  private final Sleep sleep;
  private boolean leaving;
  private int insnSize = 4;
  private int itOfInsn;

  /**
   * A core in an unspecified state: the board sets reset values. {@code firmware} answers SMC, or
   * null for a board with Monitor code.
   */
  public Core(Decoder decoder, SysRegFile sysRegs, Bus bus, SecureFirmware firmware) {
    super(sysRegs, bus, firmware);
    this.decoder = decoder;
    this.mem = new Mem(this, bus);
    this.fetch = new Fetch(decoder, mem);
    this.exceptionModel = new Exceptions(this);
    this.interrupts = new Interrupts(this);
    this.sleep = new Sleep(this);
    join(List.of(this));
  }

  /** The state of the core: between two instructions, or by a listener before an exception. */
  public CoreImage image() {
    return new CoreImage(this, retired, entries, exceptions);
  }

  /** Goes on from {@code image}: between two instructions, with memory as it was then. */
  public void restore(CoreImage image) {
    sysRegs().copyFrom(image.sysRegs());
    copyStateFrom(image.state());
    image.giveParts(this);
    retired = image.retired();
    entries = image.entries();
    exceptions = image.exceptions();
    mem.restore(image.tlb());
    fetch.flush();
  }

  /** Data memory as instructions see it. */
  public Mem mem() {
    return mem;
  }

  /** Instructions completed since reset, by all cores of the machine. */
  public long retired() {
    return retired;
  }

  /**
   * Goes on at the instant to which {@code last}, another core of the machine, has brought it:
   * between two instructions.
   */
  public void goOnFrom(Core last) {
    long others = last.retired - retired;
    if (others != 0) {
      sysRegs().rawSet(PmuRegs.PMSYNC, sysRegs().rawGet(PmuRegs.PMSYNC) + others);
    }
    retired = last.retired;
    exceptions = last.exceptions;
  }

  /** Executes the branch to itself that it stands before, {@code times} times. */
  public void spin(long times) {
    retired += times;
  }

  /** Steps made: instructions completed, and exception entries that replaced one. */
  public long steps() {
    return retired + entries;
  }

  /** Virtual time in nanoseconds as the present instruction sees it: it counts itself. */
  public long virtualTime() {
    return retired + 1 + skipped();
  }

  /** The interrupts at its inputs. */
  public Interrupts interrupts() {
    return interrupts;
  }

  /** Whether it has stopped in WFI or WFE. */
  public Sleep sleep() {
    return sleep;
  }

  /** Exceptions entered since an instruction last completed, on any core of the machine. */
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

  /** Whether the current instruction has switched the machine off or reset it. */
  public boolean isMachineEnding() {
    return stopCause == StopCause.POWER_OFF || stopCause == StopCause.RESET;
  }

  /** Ends the present {@link #run} after the current instruction if nothing else ends it. */
  public void callBoard() {
    if (stopCause == StopCause.STEPS) {
      requestStop(StopCause.EVENT);
    }
  }

  /**
   * Takes an interrupt before the next instruction if one is pending and not masked: call after a
   * write of CPSR.
   */
  public void checkInterrupts() {
    if (remaining > 0 && interrupts.due()) {
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
    mem.lookup().clear();
    flushTranslations();
  }

  /** Forgets the pages at hand: call after maintenance of the TLB. */
  public void flushTranslations() {
    fetch.flush();
    mem.flush();
  }

  /** Looks at the registers of translation again: call after one of them was written. */
  public void translationControlsWritten() {
    if (mem.refresh()) {
      fetch.flush();
    }
  }

  @Override
  protected void modeChanged() {
    if (mem.select()) {
      fetch.flush();
    }
  }

  @Override
  protected void redirected() {
    sleep.end();
  }

  /**
   * Where {@code address} lies in physical memory for an access of {@code kind} from the current
   * mode, or -1 where it faults. Has no side effects: the TLB is neither asked nor filled.
   */
  public long translate(int address, AccessKind kind) {
    return mem.physicalRaw(address, kind);
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
    translationControlsWritten();
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
      Decoded insn = thumb() ? fetch.t32(pc) : fetch.a32(pc);
      boolean inIt = itState != 0;
      if (arrived && !inIt && insn.block == null) {
        fetch.warm(insn, pc);
      }
      Block block = insn.block;
      if (block != null && !inIt && block.length - 1 <= remaining) {
        run(block);
        arrived = true;
      } else {
        arrived = interpret(insn, arrived);
      }
    }
  }

  private void checkedLoop(StopCheck check, boolean first) {
    boolean skip = first;
    boolean arrived = false;
    while (remaining > 0) {
      Block block = itState == 0 ? fetch.blockAtHand(pc, thumb()) : null;
      if (block != null
          && block.length <= remaining
          && !check.mayStopWithin(this, block.bytes, block.written)) {
        remaining--;
        run(block);
        arrived = true;
      } else {
        if (!skip && check.stopBefore(this)) {
          requestStop(StopCause.CHECK);
          return;
        }
        remaining--;
        Decoded insn = thumb() ? fetch.t32(pc) : fetch.a32(pc);
        if (arrived && itState == 0 && !check.mayStopWithin(this, insn.size, 0)) {
          fetch.warm(insn, pc);
        }
        arrived = interpret(insn, arrived);
      }
      skip = false;
    }
  }

  /** Returns whether execution arrives at the next instruction by a branch, or as if by one. */
  private boolean interpret(Decoded insn, boolean arrived) {
    int follows = pc + insn.size;
    boolean inIt = itState != 0;
    execute(insn);
    return pc != follows || insn.endsBlocks || arrived && inIt;
  }

  /** Runs a block, for whose first instruction a step was already taken off. */
  private void run(Block block) {
    long before = retired;
    leaving = false;
    itOfInsn = 0;
    try {
      int done = block.execute(this, pc, before);
      retired = before + done;
      remaining = Math.max(0, remaining - (done - 1));
      pc = nextPc;
      exceptions = 0;
    } catch (ArmException e) {
      itState = itOfInsn;
      remaining = Math.max(0, remaining - (retired - before));
      if (retired != before) {
        exceptions = 0;
      }
      throw e;
    }
  }

  /**
   * Within a block: the instruction of {@code size} bytes at {@code address} is executed, where R15
   * reads as {@code read}, with {@code completed} instructions before it.
   */
  void standAt(int address, int size, int read, long completed) {
    pc = address;
    regs[PC] = read;
    nextPc = address + size;
    insnSize = size;
    retired = completed;
  }

  /**
   * Within a block, an instruction is executed under {@code it}: it sees {@code next}, as {@link
   * #executeInIt} has it, and {@code it} comes back if it takes an exception.
   */
  void standInIt(int it, int next) {
    itOfInsn = it;
    itState = next;
  }

  /** At the end of a block that does not branch. */
  void goOnAt(int address) {
    nextPc = address;
  }

  /** Whether a block must be left after the present instruction. */
  boolean leavesBlock() {
    return leaving;
  }

  /** A page with code was written: what was made of it is made anew before the next instruction. */
  void codeWritten(Page page, int offset, int size) {
    if (Fetch.forget(page, offset, size)) {
      leaving = true;
    }
  }

  /** {@code page} was copied for writing: goes on with the copy. */
  void pageReplaced(Page page) {
    mem.forget(page);
    if (fetch.replaced(page)) {
      leaving = true;
    }
  }

  private void execute(Decoded insn) {
    if (thumb()) {
      executeThumb(insn);
    } else {
      executeA32(insn);
    }
    pc = nextPc;
    retired++;
    exceptions = 0;
  }

  private void executeA32(Decoded insn) {
    regs[PC] = pc + 8;
    nextPc = pc + 4;
    if (insn.cond == AL || passes(insn.cond)) {
      if (insn.unpredictable != null && listener != null) {
        listener.unpredictable(this, pc, insn.word, insn.unpredictable);
      }
      insn.operation.execute(this, insn.word);
    }
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
    interrupts.take();
    exceptions++;
    entries++;
    // The entry of an IRQ leaves FIQs unmasked, of which there may be one.
    checkInterrupts();
  }

  private void takeFault(ArmException e) {
    if (e.isRefusedAccess()) {
      setSkipped(skipped() + TranslationBlock.rest(this, fetch));
      callBoard();
    }
    if (e.takesTime()) {
      setSkipped(skipped() + 1);
    }
    e.take(this);
    pc = nextPc;
    entries++;
    if (++exceptions >= ENDLESS_EXCEPTIONS) {
      requestStop(StopCause.LOOP_TO_SELF);
    }
  }

  /** The size in bytes of the instruction that is executed now: 4, or 2. */
  public int insnSize() {
    return thumb() ? insnSize : 4;
  }

  /** The instruction at PC; it was fetched before, so that it can be again. */
  public Decoded insnAtPc() {
    return thumb() ? fetch.t32(pc) : fetch.a32(pc);
  }

  @Override
  public void unpredictable(int insn, String reason) {
    if (listener != null) {
      listener.unpredictable(this, pc, insn, reason);
    }
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
