package org.hypscope.debug;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.arm.mmu.MmuFault;
import org.hypscope.arm.mmu.Regime;
import org.hypscope.arm.mmu.Walk;
import org.hypscope.arm.sysreg.SecurityRegs;
import org.hypscope.arm.sysreg.Syndrome;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.arm.sysreg.TranslationRegs;
import org.hypscope.debug.WalkView.Access;
import org.hypscope.debug.WalkView.Register;

/** What the fault of a walk would write where, if the access were made (ARM ARM B3.13). */
final class FaultReport {
  private static final int EAE = 1 << 31;
  private static final int LPAE = 1 << 9;
  private static final int WNR = 1 << 11;
  private static final int HSR_WNR = 1 << 6;
  private static final int HSR_S1PTW = 1 << 7;
  private static final int SCR_EA = 1 << 3;

  private final SysRegFile registers;
  private final Walk walk;
  private final MmuFault fault;

  FaultReport(SysRegFile registers, Walk walk) {
    this.registers = registers;
    this.walk = walk;
    this.fault = walk.fault();
  }

  WalkView.Fault view(Access access) {
    boolean hyp = walk.regime() == Regime.HYP || fault.stage() == 2;
    List<Register> values = hyp ? toHyp(access) : toPl1(access);
    return new WalkView.Fault(fault.describe(), taken(access), values);
  }

  private String taken(Access access) {
    String abort = access == Access.FETCH ? "a Prefetch Abort" : "a Data Abort";
    int offset = access == Access.FETCH ? 0x0c : 0x10;
    if (fault.kind().isExternal() && (registers.word(SecurityRegs.SCR) & SCR_EA) != 0) {
      return String.format("Taken to Monitor mode as %s, at MVBAR + 0x%02x.", abort, offset);
    }
    if (walk.regime() == Regime.HYP) {
      return String.format("Taken in HYP as %s, at HVBAR + 0x%02x.", abort, offset);
    }
    return fault.stage() == 2
        ? "Taken to HYP as a trap, at HVBAR + 0x14."
        : String.format("Taken at PL1 as %s, at VBAR + 0x%02x.", abort, offset);
  }

  private List<Register> toPl1(Access access) {
    boolean secure = walk.regime() == Regime.PL1_S;
    boolean longFormat = (registers.word(TranslationRegs.TTBCR, secure) & EAE) != 0;
    boolean fetch = access == Access.FETCH;
    int status = longFormat ? LPAE | fault.kind().longStatus(fault.level()) : shortStatus(fetch);
    if (access == Access.WRITE) {
      status |= WNR;
    }
    String format = longFormat ? "long format" : "short format";
    return List.of(
        new Register(fetch ? "IFSR" : "DFSR", status, format),
        new Register(fetch ? "IFAR" : "DFAR", (int) walk.input(), "the address"));
  }

  private int shortStatus(boolean fetch) {
    int fs = fault.kind().shortStatus(fault.level());
    return (fs & 0x10) << 6 | fs & 0xf | (fetch ? 0 : fault.domain() << 4);
  }

  private List<Register> toHyp(Access access) {
    boolean fetch = access == Access.FETCH;
    List<Register> values = new ArrayList<>();
    int iss = fault.kind().longStatus(fault.level());
    iss |= access == Access.WRITE ? HSR_WNR : 0;
    iss |= fault.s1ptw() ? HSR_S1PTW : 0;
    String more = fetch || fault.stage() == 1 ? "" : ", without what describes the instruction";
    int value = Syndrome.of(exceptionClass(fetch), false, iss);
    values.add(new Register("HSR", value, "EC and fault status" + more));
    if (walk.regime() != Regime.STAGE2) {
      String name = fetch ? "HIFAR" : "HDFAR";
      values.add(new Register(name, (int) walk.input(), "the virtual address"));
    }
    if (fault.stage() == 2) {
      int page = (int) (fault.ipa() >>> 12 << 4);
      values.add(new Register("HPFAR", page, "bits 39:12 of the IPA"));
    }
    return values;
  }

  private int exceptionClass(boolean fetch) {
    if (walk.regime() == Regime.HYP) {
      return fetch ? Syndrome.PREFETCH_FROM_HYP : Syndrome.DATA_FROM_HYP;
    }
    return fetch ? Syndrome.PREFETCH_FROM_PL1 : Syndrome.DATA_FROM_PL1;
  }
}
