package org.hypscope.abi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.hypscope.abi.CheckReport;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.Target;
import org.hypscope.debug.TraceEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample does what its sample.yaml says. */
class SampleExpectationsTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void theSampleDoesWhatItSays(String name) throws Exception {
    Sample sample = Samples.byName(name).orElseThrow();

    SampleChecks.check(sample, sample.elf(), name + ".elf");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void theGalleryLandsAtOneOfItsHypercalls(String name) {
    Sample sample = Samples.byName(name).orElseThrow();

    assertThat(MarkExpression.parse(sample.start()))
        .isInstanceOfSatisfying(
            MarkExpression.Event.class,
            at -> {
              assertThat(at.kind()).isEqualTo("hvc");
              assertThat(at.number()).isBetween(1, sample.hypercalls().size());
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void whatIsPredictedHappens(String name) throws Exception {
    Sample sample = Samples.byName(name).orElseThrow();

    CheckReport report = SampleChecks.run(sample, sample.elf(), name);

    assertThat(report.calls())
        .isNotEmpty()
        .allSatisfy(call -> assertThat(call.verdict().orElseThrow().held()).isTrue());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void everyCallComesFromTheModeThatThePictureShows(String name) throws Exception {
    Sample sample = Samples.byName(name).orElseThrow();
    Target target =
        Target.of(name, sample.elf(), Target.Options.on(sample.board()).withCores(sample.cores()));

    try (DebugSession session = DebugSession.open(target)) {
      assertThat(session.run(RunGoal.forever()).get().timeline().events())
          .filteredOn(TraceEvent::isHvc)
          .extracting(TraceEvent::mode)
          .containsExactlyElementsOf(sample.hypercalls().stream().map(ExpectedCall::from).toList());
    }
  }

  static Stream<String> names() {
    return Samples.all().stream().map(Sample::name);
  }
}
