package org.hypscope.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.machine.Machine;
import org.hypscope.machine.TestPrograms;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.time.Input;
import org.hypscope.time.InputJournal;
import org.hypscope.time.Mark;
import org.hypscope.time.Timeline;
import org.junit.jupiter.api.Test;

/** Where values come from, through registers, memory, system registers and hypercalls. */
class OriginsTest {
  private static final int END = 1_000;
  private static final Place R0 = new Place.Register(0, Bank.R0);
  private static final Place HVBAR = register("HVBAR");

  private Timeline timeline = ran(SessionPrograms.hypercalls());
  private Symbols symbols = new Symbols(SessionPrograms.hypercalls());

  private static Timeline ran(LoadedImage image) {
    Timeline timeline = new Timeline(Machine.create(Boards.standard(), image), new InputJournal());
    timeline.advance(END, null);
    return timeline;
  }

  private static Place register(String name) {
    return new Place.SystemRegister(0, new SysRegCopy(SysRegs.byName(name), false));
  }

  private Origin origin(Place place, long steps, int depth) {
    return new Origins(timeline.fork(), symbols, () -> false).of(place, steps, depth);
  }

  @Test
  void findsTheInstructionThatWroteASystemRegisterAndWhatItTookTheValueFrom() {
    Origin hvbar = origin(HVBAR, 15, 3);
    assertThat(hvbar.at()).contains(new Mark(2, 0));
    assertThat(hvbar.value()).isEqualTo(SessionPrograms.VECTORS);
    assertThat(hvbar.instruction()).startsWith("mcr");
    Origin r0 = hvbar.from().get(0);
    assertThat(r0.place()).isEqualTo(R0);
    assertThat(r0.at()).contains(new Mark(1, 0));
    assertThat(r0.instruction()).startsWith("movt");
    assertThat(r0.from().get(0).at()).contains(new Mark(0, 0));
    assertThat(r0.from().get(0).from()).isEmpty();
  }

  @Test
  void followsAValueThroughMemoryAndAHypercall() {
    Origin stored = origin(new Place.Memory(SessionPrograms.DATA, 4), 34, 2);
    assertThat(stored.value()).isEqualTo(17);
    assertThat(stored.instruction()).startsWith("str");
    assertThat(stored.from()).extracting(Origin::place).containsExactly(R0);
    Origin inHandler = stored.from().get(0);
    assertThat(inHandler.instruction()).isEqualTo("add r0, r0, #10");
    assertThat(Integer.compareUnsigned(inHandler.pc(), SessionPrograms.HANDLER)).isNotNegative();
  }

  @Test
  void takesThePoppedWordFromWhereItWasPushed() {
    Origin popped = origin(new Place.Register(0, Bank.LR_svc), 14, 1);
    assertThat(popped.instruction()).startsWith("bl");
    Origin r4 = origin(new Place.Register(0, Bank.R4), 19, 3);
    assertThat(r4.instruction()).isEqualTo("pop {r4, pc}");
    assertThat(r4.from().get(0).instruction()).isEqualTo("push {r4, lr}");
    assertThat(r4.from().get(0).from().get(0).writer()).isEqualTo(Origin.Writer.RESET);
  }

  @Test
  void tellsWhatAnExceptionEntryWrote() {
    Origin elr = origin(new Place.Register(0, Bank.ELR_hyp), 20, 2);
    assertThat(elr.writer()).isEqualTo(Origin.Writer.EXCEPTION);
    assertThat(elr.pc()).isEqualTo(SessionPrograms.FIRST_HVC);
    assertThat(origin(register("HSR"), 20, 2).writer()).isEqualTo(Origin.Writer.EXCEPTION);
    assertThat(origin(new Place.Register(0, Bank.ELR_hyp), 9, 2).instruction())
        .isEqualTo("msr ELR_hyp, r0".toLowerCase(java.util.Locale.ROOT));
  }

  @Test
  void doesNotTakeAnInstructionForTheWriterThatFaultedInstead() {
    timeline = ran(SessionPrograms.loadsFromNowhere());
    assertThat(origin(new Place.Register(0, Bank.R7), 6, 1).instruction()).isEqualTo("mov r7, #5");
  }

  @Test
  void takesATranslationForTheWriterOfItsResult() {
    timeline = ran(SessionPrograms.translates());
    assertThat(origin(register("PAR"), 5, 1).at()).contains(new Mark(2, 0));
  }

  @Test
  void tellsWhatBroughtThePcThere() {
    Place pc = new Place.Register(0, Bank.PC);
    Origin inLeaf = origin(pc, 17, 1);
    assertThat(inLeaf.instruction()).startsWith("bl");
    assertThat(inLeaf.value()).isEqualTo(SessionPrograms.LEAF);
    Origin back = origin(pc, 18, 2);
    assertThat(back.instruction()).isEqualTo("bx lr");
    assertThat(back.from()).extracting(Origin::place).hasToString("[LR_svc]");
    Origin popped = origin(pc, 19, 2);
    assertThat(popped.instruction()).isEqualTo("pop {r4, pc}");
    assertThat(popped.from().get(0).instruction()).isEqualTo("push {r4, lr}");
    Origin vector = origin(pc, 20, 2);
    assertThat(vector.writer()).isEqualTo(Origin.Writer.EXCEPTION);
    assertThat(vector.from()).extracting(Origin::place).hasToString("[HVBAR]");
    Origin returned = origin(pc, 23, 2);
    assertThat(returned.instruction()).isEqualTo("eret");
    assertThat(returned.from()).extracting(Origin::place).hasToString("[ELR_hyp]");
  }

  @Test
  void tellsWhoChangedTheModeAndWhereASavedModeComesFrom() {
    Place mode = new Place.Register(0, Bank.CPSR, 0x1f, "CPSR.M");
    Origin eret = origin(mode, 15, 2);
    assertThat(eret.instruction()).isEqualTo("eret");
    assertThat(eret.before()).isEqualTo(0x1a);
    assertThat(eret.value()).isEqualTo(0x13);
    assertThat(eret.from().get(0).line()).startsWith("SPSR_hyp.M = 0x13, written by msr");
    assertThat(origin(mode, 20, 1).writer()).isEqualTo(Origin.Writer.EXCEPTION);
    assertThat(origin(mode, 32, 1).instruction()).startsWith("cps");
    Origin saved = origin(new Place.Register(0, Bank.SPSR_hyp, 0x1f, "SPSR_hyp.M"), 21, 2);
    assertThat(saved.writer()).isEqualTo(Origin.Writer.EXCEPTION);
    assertThat(saved.from().get(0).place()).isEqualTo(mode);
    assertThat(saved.from().get(0).instruction()).isEqualTo("eret");
  }

  @Test
  void doesNotTakeTypingForAnEdit() {
    timeline.goTo(17);
    timeline.add(new Input.Typed(new byte[] {'a'}));
    timeline.advance(4, null);
    assertThat(origin(R0, 19, 1).instruction()).isEqualTo("add r0, r0, #1");
  }

  @Test
  void tellsWhatThePersonWrote() {
    timeline.goTo(12);
    timeline.add(new Input.Register(0, Bank.R0, 77));
    timeline.advance(2, null);
    Origin edited = origin(R0, 13, 2);
    assertThat(edited.writer()).isEqualTo(Origin.Writer.EDIT);
    assertThat(edited.value()).isEqualTo(77);
    assertThat(edited.at()).contains(new Mark(12, 0));
  }

  @Test
  void saysThatNothingHasWrittenSinceReset() {
    Origin vbar = origin(register("VBAR"), 30, 5);
    assertThat(vbar.writer()).isEqualTo(Origin.Writer.RESET);
    assertThat(vbar.at()).isEqualTo(Optional.empty());
    assertThat(vbar.line()).isEqualTo("VBAR = 0x0, as the board has it at reset.");
  }

  @Test
  void readsAddressesAsEveryAddressingModeMakesThem() {
    record Load(int word, int at, int size) {}
    List<Load> loads =
        List.of(
            new Load(0xe5912004, 0x404, 4), // ldr r2, [r1, #4]
            new Load(0xe5112004, 0x3fc, 4), // ldr r2, [r1, #-4]
            new Load(0xe4912004, 0x400, 4), // ldr r2, [r1], #4
            new Load(0xe5b12004, 0x404, 4), // ldr r2, [r1, #4]!
            new Load(0xe7912103, 0x408, 4), // ldr r2, [r1, r3, lsl #2]
            new Load(0xe5d12001, 0x401, 1), // ldrb r2, [r1, #1]
            new Load(0xe1d120b2, 0x402, 2), // ldrh r2, [r1, #2]
            new Load(0xe19120b3, 0x402, 2), // ldrh r2, [r1, r3]
            new Load(0xe1d120d1, 0x401, 1), // ldrsb r2, [r1, #1]
            new Load(0xe1c120d8, 0x408, 4), // ldrd r2, r3, [r1, #8]
            new Load(0xe1912f9f, 0x400, 4), // ldrex r2, [r1]
            new Load(0xe8910006, 0x404, 4), // ldm r1, {r1, r2}
            new Load(0xe9110006, 0x3fc, 4), // ldmdb r1, {r1, r2}
            new Load(0xe9910006, 0x408, 4)); // ldmib r1, {r1, r2}
    for (Load each : loads) {
      Timeline run = ran(TestPrograms.of(0xe3001400, 0xe3441001, 0xe3a03002, each.word).image());
      run.goTo(3);
      Machine machine = run.machine();
      assertThat(LoadedFrom.of(machine, machine.core(), InsnFlow.of(machine.core()), Bank.R2))
          .as("%08x", each.word)
          .containsExactly(new Place.Memory(TestPrograms.BASE + each.at, each.size));
    }
  }
}
