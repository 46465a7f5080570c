package org.hypscope.oracle.lockstep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.junit.jupiter.api.Test;

/**
 * What fails a lockstep run: too few words of a row, too many skipped, and every difference but
 * those that a line of the list names, in the state that it names.
 */
class LockstepGatesTest {
  private static final String HEADING = "row\tmode\tcondition\tdiffers\tsection\treason";
  private static final int ADD_R0_R1_R2 = 0xe0810002;
  private static final Subject ADD = subject("A32 ADD (register)");
  private static final int R5 = Slots.R0 + 5;

  private static Subject subject(String title) {
    return Subject.all().stream()
        .filter(each -> each.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static Departures listed(String... lines) {
    return Departures.of(Stream.concat(Stream.of(HEADING), Stream.of(lines)).toList());
  }

  /** An outcome of ADD in {@code mode} whose R5 differs by {@code bits}. */
  private static Outcome outcome(Mode mode, int bits, int memory) {
    int[] in = new int[Slots.COUNT];
    in[Slots.SPSR_HYP] = mode.encoding() | Psr.I;
    int[] theirs = in.clone();
    theirs[R5] ^= bits;
    Case of = new Case(List.of(new Case.Step(ADD, ADD_R0_R1_R2)), new byte[0], in);
    return new Outcome(of, 1, in, theirs, memory);
  }

  private static Outcome outcome(int bits) {
    return outcome(Mode.SVC, bits, -1);
  }

  private static Tally tally(int compared, int skipped, Departures departures) {
    Tally tally = new Tally(List.of(ADD), departures);
    for (int n = 0; n < compared; n++) {
      tally.add(outcome(0));
    }
    for (int n = 0; n < skipped; n++) {
      tally.skipped(ADD);
    }
    return tally;
  }

  @Test
  void aRowNeedsAHundredComparedWords() {
    assertThat(tally(100, 0, listed()).gaps()).isEmpty();
    assertThat(tally(99, 0, listed()).gaps()).singleElement().asString().contains("99 compared");
  }

  @Test
  void aRowThatCannotBeRunHasToBeListed() {
    String line = "A32 ADD.*\t*\t*\tnot run\tA8.8.7\tsome reason";
    assertThat(tally(0, 0, listed(line)).gaps()).isEmpty();
    String inOneState = "A32 ADD.*\tHYP\t*\tnot run\tA8.8.7\tsome reason";
    assertThat(tally(0, 0, listed(inOneState)).gaps()).hasSize(1);
  }

  @Test
  void oneSkippedWordInAHundredIsTheMost() {
    assertThat(tally(990, 10, listed()).gaps()).isEmpty();
    assertThat(tally(990, 11, listed()).gaps()).singleElement().asString().contains("skipped");
  }

  @Test
  void aDifferenceThatIsNotListedIsReported() {
    Tally tally = tally(100, 0, listed());
    tally.add(outcome(1));
    assertThat(tally.reports()).singleElement().asString().contains("R5 is 00000000 here");
  }

  @Test
  void aLineExplainsTheBitsThatItNames() {
    Departures departures = listed("A32 ADD.*\t*\t*\tR5&0000000c\tA8.8.7\tsome reason");
    assertThat(departures.explain(outcome(0xc))).contains("A8.8.7: some reason");
    assertThat(departures.explain(outcome(0xd))).isNull();
    assertThat(departures.explain(outcome(Mode.SVC, 0xc, 0x123))).isNull();
  }

  @Test
  void noLineExplainsThatQemuDoesNotComeBack() {
    Case of = outcome(0).of();
    assertThat(listed(".*\t*\t*\tall\tx\ty").explain(Outcome.lost(of, of.in()))).isNull();
  }

  @Test
  void aLineIsAboutTheRowStateAndFieldsThatItNames() {
    assertThat(listed("T32 ADD.*\t*\t*\tall\tx\ty").explain(outcome(1))).isNull();
    assertThat(listed(".*\tHYP\t*\tall\tx\ty").explain(outcome(1))).isNull();
    assertThat(listed(".*\tIT\t*\tall\tx\ty").explain(outcome(1))).isNull();
    assertThat(listed(".*\tSVC\tRd==1\tall\tx\ty").explain(outcome(1))).isNull();
    assertThat(listed(".*\tSVC\tRd==0\tall\tx\ty").explain(outcome(1))).isNotNull();
  }

  @Test
  void aLineIsAboutTheBitsBeforeAndAfterThatItNames() {
    assertThat(listed(".*\tFPSCR&1=1\t*\tall\tx\ty").explain(outcome(1))).isNull();
    assertThat(listed(".*\tFPSCR&1!=1\t*\tall\tx\ty").explain(outcome(1))).isNotNull();
    assertThat(listed(".*\t>HSR&f=4\t*\tall\tx\ty").explain(outcome(1))).isNull();
    assertThat(listed(".*\t>HSR&f=0 SVC\t*\tall\tx\ty").explain(outcome(1))).isNotNull();
  }
}
