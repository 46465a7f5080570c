package org.hypscope.arm.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.decode.DisassembledInsn;
import org.hypscope.arm.sysreg.SysRegFile;
import org.junit.jupiter.api.Test;

/**
 * Any word in any state of the core: what the manual excludes never comes about, and nothing
 * changes that the row of the instruction does not declare.
 */
class ExecutionProperties {
  private static final int TRIES = 20_000;
  private static final String SEED = "20";

  /** HYP's fault addresses are the Secure copies (B3.17.12). */
  private static final List<String> HYP_ALIASES = List.of("DFAR(S)", "IFAR(S)");

  @Property(tries = TRIES, seed = SEED)
  void neverLeavesTheCoreInAStateThatTheManualExcludes(
      @ForAll Mode mode, @ForAll boolean thumb, @ForAll long seed) {
    Trial.of(mode, thumb, seed).forEach(ExecutionProperties::checkState);
  }

  private static void checkState(Trial trial) {
    Rig rig = trial.rig();
    Core core = rig.core();
    int[] before = core.registers();
    trial.run();
    assertThat(ExcludedStates.of(core, rig.get("SCR"))).as(trial.toString()).isEmpty();
    if (tookException(rig)) {
      assertThat(ExcludedStates.afterEntry(rig, before)).as(trial.toString()).isEmpty();
    } else if (!core.thumb()) {
      checkAlignment(rig);
    }
  }

  @Property(tries = TRIES, seed = SEED)
  void leavesTheOtherWorldAlone(@ForAll Mode mode, @ForAll boolean thumb, @ForAll long seed) {
    Trial.of(mode, thumb, seed).forEach(ExecutionProperties::checkWorlds);
  }

  private static void checkWorlds(Trial trial) {
    Core core = trial.rig().core();
    boolean secure = core.isSecure();
    boolean monitor = core.mode() == Mode.MON;
    SysRegFile before = core.sysRegs().copy();
    trial.run();
    if (!monitor && core.isSecure() == secure) {
      List<String> leaks = ExcludedStates.leaks(core, before, secure);
      boolean hyp = core.mode() == Mode.HYP;
      assertThat(leaks).as(trial.toString()).isSubsetOf(hyp ? HYP_ALIASES : List.of());
    }
  }

  @Test
  void everyExcludedStateIsFound() {
    Rig rig = new Rig(Mode.HYP, true);
    assertThat(ExcludedStates.of(rig.core(), 1)).isEmpty();
    assertThat(ExcludedStates.of(rig.core(), 0)).containsExactly("HYP in Secure state");
    rig.core().setCpsr(Mode.SVC.encoding() | Psr.J | ItState.psr(0x08));
    assertThat(ExcludedStates.of(rig.core(), 1))
        .containsExactly("Jazelle state", "ITSTATE in A32 state");
    rig.core().setCpsr(Mode.SVC.encoding() | Psr.T | ItState.psr(0xe0));
    rig.core().setPc(Rig.CODE + 1);
    assertThat(ExcludedStates.of(rig.core(), 1))
        .containsExactly("an ITSTATE that does not exist", "an odd PC");
  }

  @Test
  void everyWrongEntryIsFound() {
    Rig rig = new Rig(Mode.SVC, true);
    int[] before = rig.core().registers();
    rig.core().exceptions().takeSvc(0);
    assertThat(ExcludedStates.afterEntry(rig, before)).isEmpty();
    rig.core().setPc(0x2008);
    rig.core().setSpsr(Mode.USR.encoding());
    rig.core().setCpsr(Mode.SVC.encoding() | Psr.E);
    before[Bank.CPSR.ordinal()] |= Psr.A;
    assertThat(ExcludedStates.afterEntry(rig, before))
        .containsExactly(
            "SPSR is not the CPSR before",
            "no vector: 2008",
            "instruction set or endianness is not that of SCTLR",
            "IRQs are not masked",
            "a mask is lifted");
  }

  @Test
  void aRegisterOfTheOtherWorldThatChangesIsFound() {
    Rig rig = new Rig(Mode.SVC, true);
    SysRegFile before = rig.core().sysRegs().copy();
    rig.set("VBAR(S)", 0x5000).set("VBAR", 0x6000);
    assertThat(ExcludedStates.leaks(rig.core(), before, false)).containsExactly("VBAR(S)");
  }

  @Test
  void everyWriteThatIsNotDeclaredIsFound() {
    Rig rig = new Rig(Mode.SVC, true);
    Core core = rig.core();
    int[] before = core.registers();
    long[] fp = core.fp().d.clone();
    DeclaredWrites declared = new DeclaredWrites("r0, Q, d1, s4", Mode.SVC);
    core.setR(0, 1);
    core.setQ();
    core.fp().d[1] = 1;
    core.fp().setS(4, 1);
    assertThat(undeclared(declared, before, core, 4)).isEmpty();
    assertThat(declared.undeclaredFp(fp, core.fp().d)).isEmpty();

    core.setR(1, 1);
    core.setBank(Bank.SP_usr, 1);
    core.setC(true);
    core.setPc(0x6000);
    core.fp().setS(5, 1);
    assertThat(undeclared(declared, before, core, 4))
        .containsExactly(
            "R1 is now 1", "SP_usr is now 1", "PC is now 6000", "CPSR is now 28000013");
    assertThat(declared.undeclaredFp(fp, core.fp().d)).containsExactly("d2");
  }

  private static boolean tookException(Rig rig) {
    return rig.heard().stream().anyMatch(line -> line.startsWith("before"));
  }

  /** A PC that is not word-aligned is only there to take a Prefetch Abort. */
  private static void checkAlignment(Rig rig) {
    Core core = rig.core();
    if ((core.pc() & 3) != 0) {
      int entries = rig.heard().size();
      core.run(1, null);
      assertThat(rig.heard().subList(entries, rig.heard().size())).isNotEmpty();
      assertThat(rig.heard().get(entries)).contains("PABT");
    }
  }

  @Property(tries = TRIES, seed = SEED)
  void changesNothingThatTheRowDoesNotDeclare(
      @ForAll Mode mode, @ForAll boolean thumb, @ForAll long seed) {
    Trial.of(mode, thumb, seed).forEach(ExecutionProperties::checkWrites);
  }

  private static void checkWrites(Trial trial) {
    Rig rig = trial.rig();
    Core core = rig.core();
    Mode mode = core.mode();
    int[] before = core.registers();
    byte[] data = rig.bus().readable(Rig.DATA).bytes.clone();
    SysRegFile sysRegs = core.sysRegs().copy();
    long[] fp = core.fp().d.clone();
    int fpscr = core.fp().fpscr();

    trial.run();

    DisassembledInsn insn = trial.instruction();
    DeclaredWrites declared = new DeclaredWrites(insn.writes(), mode);
    if (tookException(rig)) {
      declared.addEntry(core.mode());
    }
    assertThat(undeclared(declared, before, core, insn.size()))
        .as("%s in %s declares: %s", trial, mode, insn.writes())
        .isEmpty();
    if (!declared.says("memory")) {
      assertThat(rig.bus().readable(Rig.DATA).bytes).as(trial.toString()).isEqualTo(data);
    }
    if (!declared.says("system register")) {
      assertThat(core.sysRegs().changedSince(sysRegs)).as(trial.toString()).isEmpty();
    }
    assertThat(declared.undeclaredFp(fp, core.fp().d))
        .as("%s declares: %s", trial, insn.writes())
        .isEmpty();
    if (!declared.says("FPSCR")) {
      assertThat(core.fp().fpscr()).as(trial.toString()).isEqualTo(fpscr);
    }
  }

  private static List<String> undeclared(
      DeclaredWrites declared, int[] before, Core core, int size) {
    List<String> undeclared = new ArrayList<>();
    int[] after = core.registers();
    for (Bank bank : Bank.values()) {
      int changed = before[bank.ordinal()] ^ after[bank.ordinal()];
      boolean fine =
          switch (bank) {
            case PC -> core.pc() == Rig.CODE + size || changed == 0 || declared.says("pc");
            case CPSR -> (changed & ~declared.psr() & ~Psr.IT) == 0;
            default -> changed == 0 || declared.covers(bank);
          };
      if (!fine) {
        undeclared.add(bank + " is now " + Integer.toHexString(after[bank.ordinal()]));
      }
    }
    return undeclared;
  }
}
