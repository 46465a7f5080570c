package org.hypscope.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.TimelineView.HvbarChange;
import org.hypscope.debug.TimelineView.Span;
import org.hypscope.machine.Machine;
import org.hypscope.machine.board.Boards;
import org.hypscope.time.Mark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happened is recorded once, in order, with every call joined to its return. */
class RecorderTest {
  private final DebugSession session =
      DebugSession.open(SessionPrograms.hypercalls(), Boards.standard());

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void everyEventHasItsInstantAndItsModes() throws Exception {
    assertThat(end().timeline().events())
        .extracting(
            TraceEvent::n, TraceEvent::kind, TraceEvent::at, TraceEvent::mode, TraceEvent::toMode)
        .containsExactly(
            tuple(1, "eret", 8L, Mode.HYP, Mode.SVC),
            tuple(2, "hvc", 19L, Mode.SVC, Mode.HYP),
            tuple(3, "eret", 22L, Mode.HYP, Mode.SVC),
            tuple(4, "hvc", 24L, Mode.SVC, Mode.HYP),
            tuple(5, "eret", 27L, Mode.HYP, Mode.SVC),
            tuple(6, "smc", 35L, Mode.SVC, Mode.SVC));
  }

  @Test
  void aHypercallIsJoinedToItsReturn() throws Exception {
    TraceEvent call = end().timeline().events().get(3);
    assertThat(call.imm()).isEqualTo(5);
    assertThat(call.r0()).isEqualTo(7);
    assertThat(call.symbol()).isEqualTo("svc_start+0x18");
    assertThat(call.hvbar()).isEqualTo(SessionPrograms.VECTORS);
    assertThat(call.vectorPc()).isEqualTo(SessionPrograms.VECTORS + 0x14);
    assertThat(call.hsr()).isEqualTo(0x4a000005);
    assertThat(call.ret())
        .isEqualTo(new TraceEvent.Return(28, 17, SessionPrograms.VECTORS, Mode.SVC));
  }

  @Test
  void whoLookedAtACallBeforeItReturnedFindsItReturnedLater() throws Exception {
    Snapshot inside = session.run(RunGoal.toMark("#21")).get(30, TimeUnit.SECONDS);
    TraceEvent underWay = inside.timeline().events().get(1);
    TraceEvent over = end().timeline().events().get(1);
    assertThat(over.ret()).isNotNull();
    assertThat(over).usingRecursiveComparison().ignoringFields("ret").isEqualTo(underWay);
    assertThat(inside.timeline().events()).element(1).isEqualTo(underWay);
    assertThat(underWay.ret()).isNull();
  }

  @Test
  void aCallUnderWayHasNotReturned() throws Exception {
    Snapshot inside = session.run(RunGoal.toMark("#21")).get(30, TimeUnit.SECONDS);
    assertThat(inside.timeline().events()).hasSize(2);
    assertThat(inside.timeline().events().get(1).ret()).isNull();
  }

  @Test
  void theTimelineHasASpanForEveryMode() throws Exception {
    TimelineView timeline = end().timeline();
    assertThat(timeline.spans())
        .containsExactly(
            span(Mode.HYP, 0, 9),
            span(Mode.SVC, 9, 20),
            span(Mode.HYP, 20, 23),
            span(Mode.SVC, 23, 25),
            span(Mode.HYP, 25, 28),
            span(Mode.SVC, 28, 32),
            span(Mode.IRQ, 32, 33),
            span(Mode.SVC, 33, 36));
    assertThat(timeline.hvbarChanges())
        .containsExactly(
            new HvbarChange(Mark.START, 0),
            new HvbarChange(new Mark(3, 0), SessionPrograms.VECTORS));
  }

  @Test
  void anObserverSeesTheMachineBeforeTheCallAndAfterTheReturn() throws Exception {
    List<String> seen = new ArrayList<>();
    session.setObserver(
        new HypercallObserver() {
          @Override
          public void beforeCall(Machine at, TraceEvent call) {
            Machine fork = at.fork();
            fork.run(1, null);
            seen.add(describe("before", at, call) + " then " + fork.core().mode());
          }

          @Override
          public void afterReturn(Machine at, TraceEvent call) {
            seen.add(describe("after", at, call));
          }
        });
    end();
    assertThat(seen)
        .containsExactly(
            "before 2 at 40010110 in SVC r0=3 then HYP",
            "after 2 at 40010114 in SVC r0=13",
            "before 4 at 40010118 in SVC r0=7 then HYP",
            "after 4 at 4001011c in SVC r0=17");
  }

  @Test
  void aWildRunKeepsItsNewestEventsOnly() throws Exception {
    try (DebugSession wild =
        DebugSession.open(SessionPrograms.callsWithoutEnd(), Boards.standard())) {
      Snapshot late = wild.run(RunGoal.steps(1_000_000)).get(60, TimeUnit.SECONDS);
      List<TraceEvent> events = late.timeline().events();
      assertThat(events.size()).isBetween(100_000, 107_000);
      TraceEvent last = events.get(events.size() - 1);
      assertThat(last.n()).isGreaterThan(600_000);
      List<TraceEvent> calls = events.stream().filter(TraceEvent::isHvc).toList();
      assertThat(calls.subList(0, calls.size() - 1)).allMatch(call -> call.ret() != null);
    }
  }

  private static String describe(String when, Machine at, TraceEvent call) {
    return String.format(
        "%s %d at %x in %s r0=%d",
        when, call.n(), at.core().pc(), at.core().mode(), at.core().r(0));
  }

  private static Span span(Mode mode, long from, long to) {
    return new Span(mode, new Mark(from, 0), new Mark(to, 0));
  }

  private Snapshot end() throws Exception {
    return session.run(RunGoal.forever()).get(30, TimeUnit.SECONDS);
  }
}
