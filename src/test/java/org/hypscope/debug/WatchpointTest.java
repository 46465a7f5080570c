package org.hypscope.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hypscope.arm.arch.Bank;
import org.hypscope.debug.StopReason.Kind;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.time.Mark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A watchpoint ends a run after whatever changed its place, in both directions alike. */
class WatchpointTest {
  private DebugSession session = open(SessionPrograms.hypercalls());

  private static DebugSession open(LoadedImage image) {
    return DebugSession.open(image, Boards.standard());
  }

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

  private void watch(String... texts) {
    List<Stop> all = new ArrayList<>();
    for (String text : texts) {
      all.add(parse(text));
    }
    session.setStops(all);
  }

  private Stop parse(String text) {
    return StopNames.parse("watch " + text, session.snapshot());
  }

  private List<Mark> forward() {
    List<Mark> marks = new ArrayList<>();
    while (get(session.run(RunGoal.forever())).stop().kind() == Kind.WATCH) {
      marks.add(session.snapshot().mark());
    }
    return marks;
  }

  private List<Mark> back() {
    List<Mark> marks = new ArrayList<>();
    while (get(session.runBack(RunGoal.forever())).stop().kind() == Kind.WATCH) {
      marks.add(session.snapshot().mark());
    }
    return marks;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HVBAR | [#3]",
        "HVBAR=0x40010400 | [#3]",
        "HVBAR=1 | []",
        "ELR_hyp | [#8, #20, #25]",
        "HSR | [#20, #25]",
        "HSR.EC | [#20]",
        "HSR.EC=0x12 | [#20]",
        "SP_svc | [#10, #11, #14, #19]",
        "PA:0x40010c00 | [#31]",
        "PA:0x40010bfe | [#31]",
        "PA:0x40010c02 | []",
        "R1 | [#29, #30]"
      })
  void meetsEveryChangeForthAndBack(String what, String expected) {
    watch(what);
    List<Mark> marks = forward();
    assertThat(marks.toString()).isEqualTo(expected);
    List<Mark> back = back();
    Collections.reverse(back);
    assertThat(back).isEqualTo(marks);
    assertThat(session.snapshot().mark()).isEqualTo(Mark.START);
  }

  @Test
  void isNotMetByAnInstructionThatFaultedInstead() {
    session.close();
    session = open(SessionPrograms.loadsFromNowhere());
    watch("R7,written");
    List<Mark> marks = forward();
    assertThat(marks).containsExactly(new Mark(4, 0));
    assertThat(back()).isEqualTo(marks);
  }

  @Test
  void isMetByTheResultOfATranslation() {
    session.close();
    session = open(SessionPrograms.translates());
    watch("PAR");
    assertThat(forward()).containsExactly(new Mark(3, 0));
    assertThat(back()).containsExactly(new Mark(3, 0));
  }

  @Test
  void isMetByNoEditInEitherDirection() {
    get(session.run(RunGoal.toMark("#12")));
    get(session.edit(Edit.register(Bank.R5, 100)));
    get(session.edit(Edit.register(Bank.R6, 1)));
    get(session.run(RunGoal.toMark("#16")));
    watch("R5");
    assertThat(back()).isEmpty();
    assertThat(forward()).isEmpty();
    watch("R5,written");
    assertThat(back()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"R0", "ELR_hyp", "SP_svc"})
  void passesSomeTimesInEachRun(String what) {
    watch(what);
    List<Mark> all = forward();
    get(session.run(RunGoal.toMark("#0")));
    watch(what + ",skip=2");
    assertThat(get(session.run(RunGoal.forever())).mark()).isEqualTo(all.get(2));
    get(session.run(RunGoal.toMark(session.snapshot().end().toString())));
    int last = all.size() - 1;
    assertThat(get(session.runBack(RunGoal.forever())).mark()).isEqualTo(all.get(last - 2));
  }

  @Test
  void passesAsOftenAcrossCheckpoints() {
    session.close();
    session = open(SessionPrograms.endless());
    get(session.run(RunGoal.steps(600_000)));
    watch("R0,skip=150000");
    assertThat(get(session.runBack(RunGoal.forever())).mark()).isEqualTo(new Mark(299_999, 0));
    get(session.run(RunGoal.toMark("#600000")));
    watch("R0=1000");
    assertThat(get(session.runBack(RunGoal.forever())).mark()).isEqualTo(new Mark(1999, 0));
    assertThat(session.snapshot().stop().text()).isEqualTo("R0 became 0x3e8, was 0x3e7.");
  }

  @Test
  void aLogPointSaysSoOnceAndGoesOn() {
    watch("HSR,log", "HVBAR,log");
    Snapshot end = get(session.run(RunGoal.forever()));
    assertThat(end.stop().isEnd()).isTrue();
    assertThat(end.log())
        .extracting(each -> each.at().toString())
        .containsExactly("#3", "#20", "#25");
    assertThat(end.log().get(0).text()).isEqualTo("HVBAR became 0x40010400, was 0x0.");
    get(session.run(RunGoal.toMark("#0")));
    assertThat(get(session.run(RunGoal.forever())).log()).isEqualTo(end.log());
  }

  @Test
  void aStepSaysWhatItMet() {
    watch("HVBAR");
    get(session.run(RunGoal.toMark("#2")));
    assertThat(get(session.stepInto()).stop().kind()).isEqualTo(Kind.WATCH);
    assertThat(get(session.stepInto()).stop().kind()).isEqualTo(Kind.STEP);
  }

  @Test
  void goesBackToWhereTwoRegistersWereEqual() {
    get(session.run(RunGoal.toMark("#31")));
    Place one = PlaceNames.parse("R0", session.snapshot());
    Place other = PlaceNames.parse("R1", session.snapshot());
    Snapshot equal = get(session.runBack(RunGoal.agreeing(one, other)));
    assertThat(equal.register(org.hypscope.arm.arch.Bank.R0))
        .isEqualTo(equal.register(org.hypscope.arm.arch.Bank.R1));
    assertThatThrownBy(() -> get(session.runBack(RunGoal.agreeing(one, other))))
        .hasMessageContaining("are equal here");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HCR.VM=2 | 2 is too large: the largest value is 0x1.",
        "HVBAR=x | 'x' is no number",
        "HVBAR,loud | 'loud' says nothing of a stop",
        "pc | PC is written by every instruction"
      })
  void whatIsNoWatchpointIsOneSentence(String text, String sentence) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void readsBackAsItIsWritten() {
    for (String text : List.of("HCR.VM=0x1", "R3", "SP_hyp,skip=2,log")) {
      assertThat(parse(text)).hasToString("watch " + text);
    }
  }
}
