package org.hypscope.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.machine.TestPrograms;
import org.hypscope.machine.board.Boards;
import org.hypscope.time.Mark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What happened once, many checkpoints ago, is found: no part of the run in which it did happen is
 * left out because two checkpoints seem to say that it cannot have.
 */
class LongWayBackTest {
  /** A hypercall at #9 that returns at #11, IRQ mode from #13 to #14, and a loop without end. */
  private final DebugSession session =
      DebugSession.open(
          TestPrograms.inSvc()
              .at(
                  0x100,
                  0xe1400070, // hvc #0
                  0xf1020012, // cps #0x12
                  0xf1020013, // cps #0x13
                  0xe2800001, // 1: add r0, r0, #1
                  0xeafffffd) // b 1b
              .at(
                  0x414,
                  0xe2811001, // add r1, r1, #1
                  0xe160006e) // eret
              .image(),
          Boards.standard());

  @BeforeEach
  void runFar() throws Exception {
    session.run(RunGoal.steps(3_000_000)).get(60, TimeUnit.SECONDS);
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void anExceptionIsFound() throws Exception {
    assertThat(back(RunGoal.nextHvc()).mark()).isEqualTo(new Mark(9, 0));
  }

  @Test
  void anExceptionReturnIsFound() throws Exception {
    assertThat(back(RunGoal.toEret()).mark()).isEqualTo(new Mark(11, 0));
  }

  @Test
  void aModeThatAnInstructionEnteredIsFound() throws Exception {
    assertThat(back(RunGoal.entering(Mode.IRQ)).mark()).isEqualTo(new Mark(13, 0));
  }

  @Test
  void aModeThatAnExceptionEnteredIsFound() throws Exception {
    assertThat(back(RunGoal.entering(Mode.HYP)).mark()).isEqualTo(new Mark(10, 0));
  }

  @Test
  void aModeThatAReturnEnteredIsFound() throws Exception {
    assertThat(back(RunGoal.entering(Mode.SVC)).mark()).isEqualTo(new Mark(14, 0));
    assertThat(back(RunGoal.entering(Mode.SVC)).mark()).isEqualTo(new Mark(12, 0));
  }

  @Test
  void aCaughtVectorIsFound() throws Exception {
    session.setStops(List.of(new Stop(new Breakpoint.Vector(VectorBase.HYP, 0x14))));
    assertThat(back(RunGoal.forever()).mark()).isEqualTo(new Mark(10, 0));
  }

  @Test
  void aCaughtModeIsFound() throws Exception {
    session.setStops(List.of(new Stop(new Breakpoint.EnterMode(Mode.IRQ))));
    assertThat(back(RunGoal.forever()).mark()).isEqualTo(new Mark(13, 0));
  }

  @Test
  void theWriterOfASystemRegisterIsFound() throws Exception {
    Place hvbar = new Place.SystemRegister(0, SysRegs.copyByName("HVBAR"));
    Origin origin = session.origin(hvbar, 1).get(60, TimeUnit.SECONDS);
    assertThat(origin.at()).contains(new Mark(2, 0));
  }

  private Snapshot back(RunGoal goal) throws Exception {
    return session.runBack(goal).get(60, TimeUnit.SECONDS);
  }
}
