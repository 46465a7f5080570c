package org.hypscope.abi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.hypscope.abi.sample.Sample;
import org.hypscope.abi.sample.Samples;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A session says before a call what it will do, afterwards what it did, and who owned HVBAR. */
class SessionAbiTest {
  private final BlockingQueue<AbiState> states = new LinkedBlockingQueue<>();
  private DebugSession session;
  private SessionAbi abi;

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void theVerdictStandsBeforeTheCallAndIsComparedAfterIt() throws Exception {
    open("kdump-k2");
    session.restart(MarkExpression.parse("hvc:4")).get();

    AbiState before = await(state -> state.standing());
    assertThat(before.current().orElseThrow().verdict())
        .contains("HYP branches to 0x00000002", "UNPREDICTABLE");
    assertThat(before.verdict()).isEmpty();
    assertThat(before.findings())
        .extracting(Finding::rule)
        .containsExactly("call-number-as-function");

    session.run(RunGoal.forever()).get();

    AbiState after = await(state -> !state.standing() && state.verdict().isPresent());
    Verdict verdict = after.verdict().orElseThrow();
    assertThat(verdict.held()).isTrue();
    assertThat(verdict.outcome()).isEqualTo(Outcome.WILD_BRANCH);
    assertThat(verdict.sentence())
        .isEqualTo("HYP branched to 0x00000002 and took a prefetch abort at +0x0c: as predicted.");
  }

  @Test
  void steppingOneByOneSaysTheSame() throws Exception {
    open("kdump-k2");
    session.restart(MarkExpression.parse("hvc:4")).get();
    await(AbiState::standing);
    for (int step = 0; step < 40; step++) {
      session.stepInto().get();
    }

    Verdict verdict = await(state -> state.verdict().isPresent()).verdict().orElseThrow();
    assertThat(verdict.held()).isTrue();
    assertThat(verdict.outcome()).isEqualTo(Outcome.WILD_BRANCH);
  }

  @Test
  void everyCallOnTheWayHasItsVerdict() throws Exception {
    open("kvm-k4");
    session.run(RunGoal.forever()).get();

    AbiState end = await(state -> state.verdicts().size() == 3);
    assertThat(end.calls()).hasSize(3);
    assertThat(end.verdicts()).allMatch(Verdict::held);
    assertThat(end.findings()).isEmpty();
  }

  @Test
  void theRibbonNamesTheOwnersOfHvbar() throws Exception {
    open("kexec-k4");
    session.run(RunGoal.forever()).get();

    AbiState end = await(state -> state.owners().size() == 5);
    assertThat(end.owners())
        .extracting(span -> span.owner().label())
        .containsExactly("no code", "S4", "I4", "K4", "S4");
    assertThat(end.owners())
        .extracting(span -> span.owner().ownerClass())
        .endsWith(OwnerClass.STUB, OwnerClass.KVM_INIT, OwnerClass.KVM, OwnerClass.STUB);
  }

  @Test
  void theUsersChoiceChangesTheCallAtOnce() throws Exception {
    open("kdump-k2");
    session.restart(MarkExpression.parse("hvc:4")).get();
    await(AbiState::standing);

    abi.setChoice(CallerChoice.of("K2"));

    AbiState chosen =
        await(state -> state.standing() && state.current().orElseThrow().caller().chosenByUser());
    assertThat(chosen.current().orElseThrow().caller().contractIds()).containsExactly("K2");
    assertThat(chosen.findings()).extracting(Finding::rule).containsExactly("return-promise");
  }

  @Test
  void goingBackForgetsWhatHasNotHappened() throws Exception {
    open("kdump-k2");
    session.run(RunGoal.forever()).get();
    await(state -> state.verdicts().size() == 4);

    session.restart(MarkExpression.parse("hvc:2")).get();

    AbiState back = await(state -> state.standing());
    assertThat(back.calls()).hasSize(1);
    assertThat(back.verdicts()).hasSize(1);
    assertThat(back.findings()).isEmpty();
  }

  private void open(String name) throws Exception {
    Sample sample = Samples.byName(name).orElseThrow();
    Target target = Target.of(name, sample.elf(), Target.Options.on(sample.board()));
    session = DebugSession.open(target);
    abi = new SessionAbi(session, AbiEngine.withBuiltIns());
    abi.addListener(states::add);
  }

  /** The first new state that is as {@code wanted}. */
  private AbiState await(Predicate<AbiState> wanted) throws InterruptedException {
    AbiState last = null;
    for (AbiState next = states.poll(20, TimeUnit.SECONDS);
        next != null;
        next = states.poll(20, TimeUnit.SECONDS)) {
      last = next;
      if (wanted.test(next)) {
        return next;
      }
    }
    throw new AssertionError("no such state came; the last is " + last);
  }
}
