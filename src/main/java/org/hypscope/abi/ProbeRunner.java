package org.hypscope.abi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCause;
import org.hypscope.arm.core.StopCheck;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.machine.Machine;

/**
 * Calls the handler that HVBAR leads to, on a fork of the machine as it is, as an HVC of the host
 * from SVC would: with VMID 0 and without stage 2.
 */
final class ProbeRunner implements StopCheck {
  private static final long STEPS = 4_000;
  private static final int MASKED = Psr.A | Psr.I | Psr.F;

  private final Machine fork;
  private final Core caller;
  private final Scratch scratch;
  private final List<ProbeSpec.Input> asked;
  private final List<Integer> inputs;
  private final int hvbarBefore;
  private final int spBefore;
  private final boolean mmuBefore;
  private final int[] before = new int[15];
  private Observation.Called called;
  private boolean returned;
  private String end = "";

  private ProbeRunner(Machine fork, int immediate, List<ProbeSpec.Input> inputs) {
    this.fork = fork;
    this.caller = fork.core();
    this.scratch = Scratch.in(fork, immediate);
    this.asked = inputs;
    this.inputs = inputs.stream().map(scratch::value).toList();
    this.hvbarBefore = Sight.hvbar(fork);
    this.mmuBefore = HypMapping.isOn(fork);
    this.spBefore = fork.core().bank(Bank.SP_hyp);
  }

  /** What the handler does with {@code inputs}; {@code live} stays as it is. */
  static Observation observe(Machine live, int immediate, List<ProbeSpec.Input> inputs) {
    ProbeRunner runner = new ProbeRunner(live.fork(), immediate, inputs);
    runner.standAtCaller();
    StopCause cause = runner.fork.run(STEPS, runner);
    return runner.observation(cause);
  }

  private void standAtCaller() {
    Core core = fork.core();
    clear(core, "SCTLR", 1);
    clear(core, "HCR", 1);
    clear(core, "VTTBR", -1);
    core.translationControlsWritten();
    core.flushTranslations();
    core.setCpsr(Mode.SVC.encoding() | MASKED);
    for (int register = 0; register < inputs.size(); register++) {
      core.setR(register, inputs.get(register));
    }
    core.setBank(Bank.LR_usr, scratch.link());
    core.setBank(Bank.LR_svc, scratch.link());
    core.setPc(scratch.caller());
    for (int register = 0; register < before.length; register++) {
      before[register] = core.r(register);
    }
  }

  private static void clear(Core core, String register, long bits) {
    SysReg each = SysRegs.byName(register);
    core.sysRegs().rawSet(each, core.sysRegs().rawGet(each) & ~bits);
  }

  @Override
  public boolean stopBefore(Core core) {
    return core == caller && isOver(core);
  }

  private boolean isOver(Core core) {
    int pc = core.pc();
    if (pc == scratch.returnAddress() && core.mode() == Mode.SVC) {
      returned = true;
      return true;
    }
    if (called == null) {
      noteCall(core, pc);
    }
    if (core.exceptionsSinceRetired() > 0) {
      end = "ended in an exception at " + Words.hex(core.bank(Bank.ELR_hyp));
      return true;
    }
    if (scratch.contains(pc) || CodeMap.inCode(fork, pc)) {
      return pc == scratch.link();
    }
    end = called == null ? "led to " + Words.hex(pc) + ", outside the loaded code" : "";
    return true;
  }

  private void noteCall(Core core, int pc) {
    for (int register = 0; register < inputs.size(); register++) {
      int value = inputs.get(register);
      boolean meant = register == 0 || value != 0;
      if (meant && pc == (value & ~1) && core.mode() == Mode.HYP) {
        List<Integer> arguments = new ArrayList<>(List.of(core.r(0), core.r(1), core.r(2)));
        called = new Observation.Called(register, core.mode(), core.thumb(), arguments);
        return;
      }
    }
  }

  private Observation observation(StopCause cause) {
    if (cause != StopCause.CHECK) {
      end = outcome(cause);
    }
    Core core = caller;
    return new Observation(
        asked,
        inputs,
        hvbarBefore,
        spBefore,
        returned,
        core.r(0),
        Sight.hvbar(fork),
        core.bank(Bank.SP_hyp),
        core.sysRegs().word(SysRegs.byName("HTTBR")),
        HypMapping.isOn(fork),
        mmuBefore,
        changed(core),
        Optional.ofNullable(called),
        end);
  }

  private List<String> changed(Core core) {
    List<String> changed = new ArrayList<>();
    for (int register = 0; register < before.length; register++) {
      if (core.r(register) != before[register]) {
        changed.add(register == 13 ? "sp" : register == 14 ? "lr" : "r" + register);
      }
    }
    return changed;
  }

  private String outcome(StopCause cause) {
    return switch (cause) {
      case LOOP_TO_SELF, WAITING -> "never came back from " + Words.hex(caller.pc());
      case POWER_OFF, RESET -> "switched the machine off";
      default -> "was not answered within " + STEPS + " instructions";
    };
  }
}
