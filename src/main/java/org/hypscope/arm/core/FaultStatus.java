package org.hypscope.arm.core;

import org.hypscope.arm.mmu.Fault;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.arm.sysreg.Syndrome;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.arm.sysreg.TranslationRegs;

/** Fills the fault status and fault address registers when an abort is taken (ARM ARM B3.13). */
final class FaultStatus {
  private static final int EAE = 1 << 31;
  private static final int LPAE = 1 << 9;
  private static final int WNR = 1 << 11;
  private static final int CM = 1 << 13;
  private static final int HSR_WNR = 1 << 6;
  private static final int HSR_S1PTW = 1 << 7;
  private static final int HSR_CM = 1 << 8;

  private final SysRegFile sysRegs;

  FaultStatus(SysRegFile sysRegs) {
    this.sysRegs = sysRegs;
  }

  /** IFSR and IFAR of one world; IFAR is UNKNOWN for a debug event: 0 here. */
  void prefetch(boolean secure, Thrown.Abort abort) {
    set(TranslationRegs.IFSR, secure, status(secure, abort.fault, abort.level, 0));
    set(TranslationRegs.IFAR, secure, abort.fault == Fault.DEBUG ? 0 : abort.address);
  }

  /** DFSR of the Non-secure world for a virtual abort; DFAR is UNKNOWN: kept. */
  void virtualAbort() {
    set(TranslationRegs.DFSR, false, status(false, Fault.ASYNCHRONOUS_EXTERNAL, 0, 0));
  }

  /** DFSR and DFAR of one world. */
  void data(boolean secure, Thrown.Abort abort) {
    int flags = (abort.writes() ? WNR : 0) | (abort.maintenance ? CM : 0);
    int status = status(secure, abort.fault, abort.level, abort.domain);
    set(TranslationRegs.DFSR, secure, status | flags);
    set(TranslationRegs.DFAR, secure, abort.address);
  }

  /** HIFAR, and HPFAR of a stage 2 fault. */
  void prefetchHyp(Thrown.Abort abort) {
    set(HypRegs.HIFAR, false, abort.fault == Fault.DEBUG ? 0 : abort.address);
    setHpfar(abort);
  }

  /** HDFAR, and HPFAR of a stage 2 fault. */
  void dataHyp(Thrown.Abort abort) {
    set(HypRegs.HDFAR, false, abort.address);
    setHpfar(abort);
  }

  /** The page of the intermediate physical address; UNKNOWN, kept, for other faults. */
  private void setHpfar(Thrown.Abort abort) {
    if (abort.stage2 && abort.ipa >= 0) {
      set(HypRegs.HPFAR, false, (int) (abort.ipa >>> 12) << 4);
    }
  }

  /**
   * HSR of a Prefetch Abort taken to HYP, where IL is UNKNOWN: as QEMU reports it. A misaligned PC
   * is UNPREDICTABLE in ARMv7; the class here is ARMv8's, as QEMU reports it.
   */
  static int prefetchSyndrome(boolean fromHyp, Thrown.Abort abort) {
    if (abort.fault == Fault.ALIGNMENT) {
      return Syndrome.of(Syndrome.PC_ALIGNMENT, false, 0);
    }
    int exceptionClass = fromHyp ? Syndrome.PREFETCH_FROM_HYP : Syndrome.PREFETCH_FROM_PL1;
    int iss = abort.fault.longStatus(abort.level) | (abort.s1ptw ? HSR_S1PTW : 0);
    return Syndrome.of(exceptionClass, abort.fault == Fault.DEBUG, iss);
  }

  /** HSR of a Data Abort taken to HYP; IL is UNKNOWN where ISV is 0: zero, as QEMU has it. */
  static int dataSyndrome(Core core, boolean fromHyp, Thrown.Abort abort) {
    int exceptionClass = fromHyp ? Syndrome.DATA_FROM_HYP : Syndrome.DATA_FROM_PL1;
    int iss =
        abort.fault.longStatus(abort.level)
            | (abort.writes() ? HSR_WNR : 0)
            | (abort.s1ptw ? HSR_S1PTW : 0)
            | (abort.maintenance ? HSR_CM : 0);
    boolean described = abort.stage2 && !abort.s1ptw && !abort.maintenance;
    int isv = described ? InstructionSyndrome.of(core.insnAtPc()) : 0;
    return Syndrome.of(exceptionClass, isv != 0 && core.insnSize() == 4, iss | isv);
  }

  private int status(boolean secure, Fault fault, int level, int domain) {
    if ((sysRegs.word(TranslationRegs.TTBCR, secure) & EAE) != 0) {
      return LPAE | fault.longStatus(level);
    }
    int fs = fault.shortStatus(level);
    return (fs & 0x10) << 6 | domain << 4 | fs & 0xf;
  }

  private void set(SysReg register, boolean secure, int value) {
    sysRegs.rawSet(register, secure, value);
  }
}
