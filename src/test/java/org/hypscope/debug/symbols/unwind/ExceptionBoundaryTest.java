package org.hypscope.debug.symbols.unwind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.machine.load.ElfSections;
import org.hypscope.machine.load.LoadedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an exception interrupted is found by the registers of its return, or where they are kept.
 */
class ExceptionBoundaryTest {
  private static final int PLACE = 0x9000;
  private static final int USR = 0x10;
  private static final int USR_T32 = 0x30;
  private static final int SVC = 0x13;

  /** By how much LR is beyond the instruction: ARM ARM table B1-7. */
  @ParameterizedTest
  @CsvSource({
    "UND, 0x04, 0x13, 4",
    "UND, 0x04, 0x30, 2",
    "SVC, 0x08, 0x10, 0",
    "ABT, 0x0c, 0x13, 4",
    "ABT, 0x10, 0x13, 8",
    "IRQ, 0x18, 0x13, 4",
    "FIQ, 0x1c, 0x10, 4"
  })
  void whatWasInterruptedIsFoundAtTheVector(Mode mode, int vector, int spsr, int ahead) {
    BareMachine machine = in(mode, BareMachine.VECTORS + vector);
    machine.registers.put(Bank.at(Bank.map(mode)[14]), PLACE + ahead);
    machine.registers.put(Bank.at(Bank.spsr(mode)), spsr);
    machine.registers.put(Bank.SP_usr, 0x5000);
    machine.registers.put(Bank.SP_svc, 0x6000);
    StackFrame found = unwind(machine).frames().get(1);
    assertThat(found.pc()).isEqualTo(PLACE);
    assertThat(found.mode()).isEqualTo(Mode.of(spsr));
    assertThat(found.thumb()).isEqualTo(spsr == USR_T32);
    assertThat(found.sp()).hasValue(spsr == SVC ? 0x6000 : 0x5000);
    assertThat(found.method()).isEqualTo(Method.EXCEPTION);
    assertThat(found.certainty()).isEqualTo(Certainty.SURE);
  }

  @Test
  void hypIsLeftByItsOwnRegisters() {
    BareMachine machine = in(Mode.HYP, 0x8000);
    machine.registers.put(Bank.ELR_hyp, PLACE);
    machine.registers.put(Bank.SPSR_hyp, SVC);
    machine.registers.put(Bank.LR_usr, 0x1234);
    machine.registers.put(Bank.SP_svc, 0x6000);
    StackFrame found = unwind(machine).frames().get(1);
    assertThat(found.pc()).isEqualTo(PLACE);
    assertThat(found.mode()).isEqualTo(Mode.SVC);
    assertThat(found.sp()).hasValue(0x6000);
    assertThat(found.certainty()).isEqualTo(Certainty.SURE);
  }

  @Test
  void noModeIsLeftByItsRegistersTwice() {
    BareMachine machine = in(Mode.HYP, 0x8000);
    machine.registers.put(Bank.ELR_hyp, PLACE);
    machine.registers.put(Bank.SPSR_hyp, Mode.HYP.encoding());
    CallStack stack = unwind(machine);
    assertThat(stack.frames()).hasSize(2);
    assertThat(stack.end()).startsWith("Nothing says who called");
  }

  @Test
  void whatLinuxSavedOnTheStackLeadsToTheUser() {
    BareMachine machine = in(Mode.SVC, 0x8000);
    int saved = 0x6000;
    machine.registers.put(Bank.SP_svc, saved);
    machine.words.put(saved + 4 * 13, 0x5000);
    machine.words.put(saved + 4 * 15, PLACE);
    machine.words.put(saved + 4 * 16, USR);
    StackFrame found = unwind(machine).frames().get(1);
    assertThat(found.pc()).isEqualTo(PLACE);
    assertThat(found.mode()).isEqualTo(Mode.USR);
    assertThat(found.sp()).hasValue(0x5000);
    assertThat(found.method()).isEqualTo(Method.SAVED_REGISTERS);
    assertThat(found.certainty()).isEqualTo(Certainty.LIKELY);
  }

  private static BareMachine in(Mode mode, int pc) {
    BareMachine machine = new BareMachine(OptionalInt.of(0));
    machine.registers.put(Bank.CPSR, 0x1c0 | mode.encoding());
    machine.registers.put(Bank.PC, pc);
    return machine;
  }

  private static CallStack unwind(StackReader reader) {
    LoadedImage none = new LoadedImage("none", List.of(), 0, List.of(), List.of());
    return Unwinder.unwind(new UnwindTables(ElfSections.NONE, new Symbols(none)), reader);
  }
}
