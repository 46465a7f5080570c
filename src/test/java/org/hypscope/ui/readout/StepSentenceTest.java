package org.hypscope.ui.readout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hypscope.abi.Finding;
import org.hypscope.abi.Severity;
import org.hypscope.abi.sample.Samples;
import org.hypscope.arm.arch.Bank;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.Edit;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each step of the kdump sample, forth and back, in the sentence that is read out. */
class StepSentenceTest {
  private DebugSession session;

  @BeforeEach
  void open() throws Exception {
    byte[] elf = Samples.byName("kdump-k2").orElseThrow().elf();
    session = DebugSession.open(Target.of("kdump-k2.elf", elf, Target.Options.standard()));
  }

  @AfterEach
  void close() {
    session.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#6   | Step, in HYP; HVBAR = 0x40010160; PC = _start+0x1c.",
        "#39  | Exception return: HYP to SVC; PC = kernel.",
        "#48  | HVC #0: SVC to HYP; ELR_hyp = 0x40010448; HSR = 0x4a000000;"
            + " PC = HYP vector +0x14.",
        "#407 | Step, in SVC; R0 = 0x00000002; PC = __hyp_soft_restart+0x8.",
        "#409 | Step, in SVC; PC = __hyp_soft_restart+0x10; standing at HVC #0.",
        "#410 | HVC #0: SVC to HYP; ELR_hyp = 0x40010460; SPSR_hyp = 0x600001d3; PC = HYP vector"
            + " +0x14.",
        "#425 | Step, in HYP; LR_usr = 0x00000002; PC = hyp_hvc+0x38.",
        "#429 | Step, in HYP; LR_usr = 0x400103b8; PC = 0x00000002.",
        "#430 | Prefetch abort, in HYP; ELR_hyp = 0x00000002; HSR = 0x88000000; HIFAR = 0x00000002;"
            + " and 2 more registers; PC = HYP vector +0x0c.",
        "#672 | SMC #0, in HYP; PC = power_off+0xc. The firmware switched the machine off.",
      })
  void aStepForth(String from, String sentence) {
    Snapshot before = at(from);
    Snapshot after = session.stepInto().join();
    assertThat(StepSentence.of(before, after, List.of())).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#7     | Back: Step, in HYP; HVBAR = 0x00000000; PC = _start+0x18.",
        "#40    | Back: Exception return: SVC to HYP; PC = _start+0x9c.",
        "#411   | Back: HVC #0: HYP to SVC; ELR_hyp = 0x40010468; SPSR_hyp = 0x000001d3; PC ="
            + " __hyp_soft_restart+0x10; standing at HVC #0.",
        "#430   | Back: Step, in HYP; LR_usr = 0x00000002; PC = hyp_hvc+0x44.",
        "#430.1 | Back: Prefetch abort, in HYP; ELR_hyp = 0x40010460; HSR = 0x4a000000; HIFAR ="
            + " 0x00000000; and 2 more registers; PC = 0x00000002.",
      })
  void theSameStepBack(String from, String sentence) {
    Snapshot before = at(from);
    Snapshot after = session.stepBack().join();
    assertThat(StepSentence.of(before, after, List.of())).isEqualTo(sentence);
  }

  @Test
  void aJumpAnOpeningAndAnEditSayWhereAndWhat() {
    Snapshot start = at("#90");
    assertThat(StepSentence.of(null, start, List.of())).startsWith("At #90 in HYP; PC = ");
    Snapshot call = at("hvc:4");
    assertThat(StepSentence.of(start, call, List.of()))
        .startsWith("To #410: HYP to SVC; ")
        .contains(" more registers; ")
        .endsWith("standing at HVC #0.");
    assertThat(StepSentence.of(call, at("#90"), List.of())).startsWith("Back: To #90: SVC to HYP;");
    at("hvc:4");
    Snapshot edited = session.edit(new Edit.Register(Bank.R0, 1)).join();
    assertThat(StepSentence.of(call, edited, List.of())).startsWith("Edited; R0 = 0x00000001; ");
  }

  @Test
  void theFindingsOfTheCallAreReadAndNoOthers() {
    Snapshot call = at("hvc:4");
    Finding here = finding("call-number-as-function", call);
    Finding before = finding("error-value", at("hvc:1"));
    assertThat(StepSentence.of(null, call, List.of(before, here)))
        .endsWith(". Finding: call-number-as-function.");
  }

  private static Finding finding(String rule, Snapshot at) {
    return new Finding(rule, 1, Severity.ERROR, at.mark(), 0, at.pc(), "", "", "", "");
  }

  private Snapshot at(String mark) {
    return session.run(RunGoal.toMark(mark)).join();
  }
}
