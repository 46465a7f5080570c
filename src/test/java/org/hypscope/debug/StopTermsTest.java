package org.hypscope.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hypscope.debug.StopReason.Kind;
import org.hypscope.machine.board.Boards;
import org.hypscope.time.Mark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions, counts and log messages mean the same on every kind of stop, forth and back. */
class StopTermsTest {
  private final DebugSession session =
      DebugSession.open(SessionPrograms.hypercalls(), Boards.standard());

  @AfterEach
  void close() {
    session.close();
  }

  private static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(60, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  private void stopAt(String... texts) {
    Snapshot now = session.snapshot();
    session.setStops(Arrays.stream(texts).map(each -> StopNames.parse(each, now)).toList());
  }

  private static boolean isStop(Snapshot snapshot) {
    return List.of(Kind.WATCH, Kind.BREAKPOINT, Kind.VECTOR, Kind.MODE)
        .contains(snapshot.stop().kind());
  }

  private List<Mark> forth() {
    List<Mark> marks = new ArrayList<>();
    while (isStop(get(session.run(RunGoal.forever())))) {
      marks.add(session.snapshot().mark());
    }
    return marks;
  }

  private List<Mark> back() {
    List<Mark> marks = new ArrayList<>();
    while (isStop(get(session.runBack(RunGoal.forever())))) {
      marks.add(0, session.snapshot().mark());
    }
    return marks;
  }

  @Test
  void refusesTextsThatAreTooLongAndReadsTheLongest() {
    String sum = "r0" + "+1".repeat(499);
    stopAt("break leaf if " + sum, "break leaf,log=\"" + "{1}".repeat(333) + "\"");
    assertThat(get(session.run(RunGoal.forever())).stop().kind()).isEqualTo(Kind.BREAKPOINT);
    assertThatThrownBy(() -> stopAt("break leaf if " + sum + "+11"))
        .hasMessageContaining("1003 characters is too long: write 1000 at most.");
    assertThatThrownBy(() -> stopAt("break leaf,log=\"" + "{1}".repeat(20_000) + "\""))
        .hasMessageContaining("too long");
    assertThatThrownBy(() -> get(session.runBack(RunGoal.holding("(".repeat(100_000)))))
        .hasMessageContaining("too long");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "break handler | [#21, #26]",
        "break handler if r0==3 | [#21]",
        "break handler if r0 == 7 && HSR.EC == 0x12 | [#26]",
        "break handler if SPSR_hyp.M==SVC && CPSR.M==HYP | [#21, #26]",
        "break HVBAR+0x14 | [#20, #25]",
        "break HVBAR+0x14 if HSR & 0xffff | [#25]",
        "break mode=HYP if r0==7 | [#25]",
        "break mode=SVC if r0>=13 | [#9, #23, #28, #33]",
        "break leaf if lr==function+0xc | [#16]",
        "break leaf if [sp,#4] == svc_start+0x10 | [#16]",
        "break leaf if [0x30000000] == 0 | []",
        "break leaf if PA:0x40010000 != 0 | [#16]",
        "watch R0 if r0 > 10 && r0 <= 17 && pc != function | [#22, #27]",
        "watch CPSR.M | [#9, #20, #23, #25, #28, #32, #33]",
        "watch CPSR.M=0x1a | [#20, #25]",
        "watch SPSR_hyp.M | [#5]",
        "watch SPSR_hyp.M,written | [#5, #20, #25]",
        "watch ELR_hyp,written | [#8, #20, #25]",
        "watch HSR.EC | [#20]",
        "watch HSR.EC,written | [#20, #25]",
        "watch HSR.EC=0x12,written | [#20, #25]",
        "watch HIFAR,written | []"
      })
  void meetsTheSameInstantsForthAndBack(String stop, String expected) {
    stopAt(stop);
    List<Mark> marks = forth();
    assertThat(marks).hasToString(expected);
    assertThat(back()).isEqualTo(marks);
  }

  @ParameterizedTest
  @ValueSource(strings = {"break handler", "break HVBAR+0x14", "break mode=HYP", "watch HSR"})
  void passesAsOftenForthAndBack(String stop) {
    stopAt(stop);
    List<Mark> all = forth();
    assertThat(all).hasSize(2);
    assertThat(session.snapshot().tallies().values())
        .extracting(Tally::count, Tally::last)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(2, all.get(1)));
    stopAt(stop + ",skip=1");
    assertThat(back()).isEqualTo(all.subList(0, 1));
    assertThat(get(session.run(RunGoal.forever())).mark()).isEqualTo(all.get(1));
  }

  @Test
  void aWriteOfTheSameValueIsMetWhereThatIsAsked() {
    stopAt("watch R0,written if pc==leaf+4");
    assertThat(forth()).hasSize(1);
    stopAt("watch PA:0x40010c00,written");
    assertThat(session.snapshot().isPast()).isFalse();
    assertThat(back()).hasToString("[#31]");
  }

  @Test
  void aMessageTellsValues() {
    stopAt("break handler,log=\"r0={r0} from {ELR_hyp - 4}, {[0x10]}\"", "break mode=HYP,off");
    Snapshot end = get(session.run(RunGoal.forever()));
    assertThat(end.stop().isEnd()).isTrue();
    assertThat(end.log())
        .extracting(Logged::text)
        .containsExactly("r0=0x3 from 0x40010110, 0x0", "r0=0x7 from 0x40010118, 0x0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "break leaf if r0== | In 'r0==', something is missing at its end.",
        "break leaf if r0=2 2 | '2' is one too many",
        "break leaf if nonsense==2 | 'nonsense' is no name: write r0, SP_hyp",
        "break leaf if HCR.XX | HCR has no field 'XX': it has TGE",
        "break leaf if [sp | ']' is missing",
        "break leaf if r0 @ 2 | '@ 2' means nothing there",
        "break leaf if * | '*' means nothing there",
        "break mode=KVM | 'mode=KVM' is no mode: USR SYS",
        "break leaf,log=\"{r0\" | opens a brace and does not close it",
        "break leaf,skip=x | 'x' is no number",
        "watch PC | PC is written by every instruction: set a breakpoint",
        "watch CPSR.Y | CPSR has no field 'Y': it has N, Z",
        "stop leaf | 'stop leaf' is no stop: write watch HCR.VM=1"
      })
  void whatIsNoStopIsOneSentence(String text, String sentence) {
    assertThatThrownBy(() -> StopNames.parse(text, session.snapshot()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void bracketsWithoutEndAreRefusedAndNotFollowed() {
    String deep = String.join("", Collections.nCopies(900, "("));
    assertThatThrownBy(() -> StopNames.parse("break leaf if " + deep, session.snapshot()))
        .hasMessageContaining("nested too deeply");
  }

  @Test
  void readsBackAsItIsWritten() {
    for (String text :
        List.of(
            "break 0x40010240 if r0==2 && [sp, #4] != 0,skip=2",
            "break HVBAR+0x14,log=\"r0={r0}, r1={r1}\"",
            "break mode=HYP,off",
            "watch HCR.VM=0x1,written if core==0,log")) {
      assertThat(StopNames.parse(text, session.snapshot())).hasToString(text);
    }
  }
}
