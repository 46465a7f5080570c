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
  private static final int HSR_WNR = 1 << 6;

  private final SysRegFile sysRegs;

  FaultStatus(SysRegFile sysRegs) {
    this.sysRegs = sysRegs;
  }

  /** IFSR and IFAR of one world; IFAR is UNKNOWN for a debug event: 0 here. */
  void prefetch(boolean secure, int address, Fault fault) {
    set(TranslationRegs.IFSR, secure, status(secure, fault));
    set(TranslationRegs.IFAR, secure, fault == Fault.DEBUG ? 0 : address);
  }

  /** DFSR of the Non-secure world for a virtual abort; DFAR is UNKNOWN: kept. */
  void virtualAbort() {
    set(TranslationRegs.DFSR, false, status(false, Fault.ASYNCHRONOUS_EXTERNAL));
  }

  /** DFSR and DFAR of one world. */
  void data(boolean secure, int address, boolean write, Fault fault) {
    set(TranslationRegs.DFSR, secure, status(secure, fault) | (write ? WNR : 0));
    set(TranslationRegs.DFAR, secure, address);
  }

  void prefetchHyp(int address, Fault fault) {
    set(HypRegs.HIFAR, false, fault == Fault.DEBUG ? 0 : address);
  }

  void dataHyp(int address) {
    set(HypRegs.HDFAR, false, address);
  }

  /**
   * HSR of a Prefetch Abort taken to HYP, where IL is UNKNOWN: as QEMU reports it. A misaligned PC
   * is UNPREDICTABLE in ARMv7; the class here is ARMv8's, as QEMU reports it.
   */
  static int prefetchSyndrome(boolean fromHyp, Fault fault) {
    if (fault == Fault.ALIGNMENT) {
      return Syndrome.of(Syndrome.PC_ALIGNMENT, false, 0);
    }
    int exceptionClass = fromHyp ? Syndrome.PREFETCH_FROM_HYP : Syndrome.PREFETCH_FROM_PL1;
    return Syndrome.of(exceptionClass, fault == Fault.DEBUG, fault.longStatus(1));
  }

  /** HSR of a Data Abort taken to HYP, whose instruction syndrome is not valid (ISV 0). */
  static int dataSyndrome(boolean fromHyp, boolean write, Fault fault) {
    int exceptionClass = fromHyp ? Syndrome.DATA_FROM_HYP : Syndrome.DATA_FROM_PL1;
    return Syndrome.of(exceptionClass, false, fault.longStatus(1) | (write ? HSR_WNR : 0));
  }

  private int status(boolean secure, Fault fault) {
    if ((sysRegs.word(TranslationRegs.TTBCR, secure) & EAE) != 0) {
      return LPAE | fault.longStatus(1);
    }
    int fs = fault.shortStatus(1);
    return (fs & 0x10) << 6 | fs & 0xf;
  }

  private void set(SysReg register, boolean secure, int value) {
    sysRegs.rawSet(register, secure, value);
  }
}
