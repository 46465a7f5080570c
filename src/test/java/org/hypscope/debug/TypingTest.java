package org.hypscope.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hypscope.arm.arch.Bank;
import org.hypscope.debug.StopReason.Kind;
import org.hypscope.machine.TestPrograms;
import org.hypscope.machine.board.Boards;
import org.hypscope.time.Mark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is typed reaches the program, and whoever goes back meets it at the same instant. */
class TypingTest {
  private static final long SEED = Long.getLong("hypscope.seed", 11);
  private static final int WFI = 0xe320f003;
  private static final int POLL = 0xe1a00000; // nop
  private static final MarkExpression END = MarkExpression.parse("end");

  private DebugSession session;

  /** What a person can see of an instant. */
  private record Seen(List<Integer> registers, List<ConsoleLine> console) {}

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void aTypedByteLetsAProgramThatWaitsGoOn() throws Exception {
    open(WFI);
    assertThat(get(session.run(RunGoal.forever())).stop().kind()).isEqualTo(Kind.WAITING);
    type("hello\n");
    Snapshot end = get(session.run(RunGoal.forever()));
    assertThat(end.stop().kind()).isEqualTo(Kind.WAITING);
    assertThat(end.console()).extracting(ConsoleLine::text).containsExactly("hello");
  }

  @Test
  void aRunUnderWayMeetsWhatIsTypedAndSoDoesItsReplay() throws Exception {
    open(POLL);
    CompletableFuture<Void> echoed = new CompletableFuture<>();
    session.addListener(
        new SessionListener() {
          @Override
          public void running(Progress progress) {
            if (progress.console().stream().anyMatch(line -> line.text().contains("now"))) {
              echoed.complete(null);
            }
          }
        });
    CompletableFuture<Snapshot> run = session.run(RunGoal.forever());
    type("now");
    get(echoed);
    session.pause();
    Snapshot paused = get(run);
    Snapshot again = get(session.restart(MarkExpression.at(paused.mark())));
    assertThat(seen(again)).isEqualTo(seen(paused));
  }

  @Test
  void whatIsTypedAtAnEarlierInstantReplacesWhatCameLater() throws Exception {
    open(POLL);
    get(session.run(RunGoal.steps(1000)));
    type("first ");
    get(session.run(RunGoal.steps(1000)));
    type("second");
    get(session.run(RunGoal.steps(1000)));
    get(session.restart(MarkExpression.parse("#1500")));
    type("other");
    Snapshot end = get(session.run(RunGoal.toMark("#5000")));
    assertThat(end.console()).extracting(ConsoleLine::text).containsExactly("first other");
  }

  @Test
  void goingBackAfterAnyTypingGivesTheSameMachine() throws Exception {
    Random random = new Random(SEED);
    for (int n = 0; n < 20; n++) {
      open(n % 4 == 3 ? POLL : WFI);
      Map<Mark, Seen> way = new TreeMap<>();
      for (int i = 0; i < 40; i++) {
        Snapshot snapshot = anyCommand(random);
        way.put(snapshot.mark(), seen(snapshot));
      }
      long[] devices = devices();
      Mark last = session.snapshot().mark();
      for (Map.Entry<Mark, Seen> each : way.entrySet()) {
        Snapshot again = get(session.restart(MarkExpression.at(each.getKey())));
        assertThat(seen(again)).as("%s of run %d", each.getKey(), n).isEqualTo(each.getValue());
      }
      if (session.snapshot().stop().kind() == Kind.WAITING) {
        get(session.restart(END));
      }
      assertThat(session.snapshot().mark()).isEqualTo(last);
      assertThat(devices()).as("devices, run %d", n).isEqualTo(devices);
      session.close();
    }
  }

  private Snapshot anyCommand(Random random) throws Exception {
    if (random.nextInt(3) == 0) {
      type("ab\ncd\nef".substring(random.nextInt(4), 4 + random.nextInt(5)));
    }
    return get(
        switch (random.nextInt(4)) {
          case 0 -> session.stepInto();
          case 1 -> session.stepOver();
          default -> session.run(RunGoal.steps(1 + random.nextInt(60)));
        });
  }

  private long[] devices() throws Exception {
    return get(session.probe(machine -> machine.deviceState()));
  }

  private static Seen seen(Snapshot snapshot) {
    return new Seen(
        Arrays.stream(Bank.values()).map(snapshot::register).toList(),
        List.copyOf(snapshot.console()));
  }

  private void type(String text) {
    session.type(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(30, TimeUnit.SECONDS);
  }

  /**
   * Echoes what comes into the UART, and folds the time at which it came into r7. Before each wait
   * it sets the HYP timer, whose interrupt is not enabled: time is skipped, and nothing wakes it.
   *
   * @param wait WFI, or a NOP to poll
   */
  private void open(int wait) {
    session =
        DebugSession.open(
            TestPrograms.of(
                    0xe3004000, // movw r4, #0
                    0xe3404900, // movt r4, #0x900 (PL011)
                    0xe3a00010, // mov r0, #16
                    0xe5840038, // str r0, [r4, #0x38] (IMSC: receive)
                    0xe3005000, // movw r5, #0
                    0xe3405800, // movt r5, #0x800 (GICD)
                    0xe3a00001, // mov r0, #1
                    0xe5850000, // str r0, [r5]
                    0xe3e01000, // mvn r1, #0
                    0xe5851104, // str r1, [r5, #0x104]
                    0xe3405801, // movt r5, #0x801 (GICC)
                    0xe5850000, // str r0, [r5]
                    0xe3a010f0, // mov r1, #0xf0
                    0xe5851004, // str r1, [r5, #4]
                    0xee8e0f32, // mcr p15, 4, r0, c14, c2, 1 (CNTHP_CTL)
                    0xe3a000c8, // wait: mov r0, #200
                    0xee8e0f12, // mcr p15, 4, r0, c14, c2, 0 (CNTHP_TVAL)
                    wait,
                    0xec532f1e, // mrrc p15, 1, r2, r3, c14 (CNTVCT)
                    0xe5941018, // next: ldr r1, [r4, #0x18]
                    0xe3110010, // tst r1, #0x10
                    0x1afffff8, // bne wait
                    0xe5940000, // ldr r0, [r4]
                    0xe5840000, // str r0, [r4]
                    0xe0877000, // add r7, r7, r0
                    0xe02771e2, // eor r7, r7, r2, ror #3
                    0xeafffff7) // b next
                .image(),
            Boards.standard());
  }
}
