package org.hypscope.ui.gallery;

import java.util.List;
import org.hypscope.abi.sample.ExpectedCall;
import org.hypscope.abi.sample.Sample;
import org.hypscope.abi.sample.Samples;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.Target;
import org.hypscope.debug.UnusableTargetException;
import org.hypscope.debug.store.SavedImage;

/** The samples that come with the program. */
public final class SampleScenarios implements ScenarioSource {
  @Override
  public List<Scenario> all() {
    return Samples.all().stream().map(SampleScenarios::scenario).toList();
  }

  @Override
  public Opening open(String name) throws UnusableTargetException {
    Sample sample =
        Samples.byName(name)
            .orElseThrow(
                () ->
                    new UnusableTargetException(
                        "There is no sample '" + name + "': choose one from the gallery."));
    Target.Options options = Target.Options.on(sample.board()).withCores(sample.cores());
    byte[] elf = sample.elf();
    Target target = Target.of(sample.name() + ".elf", elf, options);
    SavedImage saved = SavedImage.ofSample(sample.name(), elf, options);
    return new Opening(target, MarkExpression.parse(sample.start()), saved);
  }

  private static Scenario scenario(Sample sample) {
    return new Scenario(
        sample.name(),
        sample.title(),
        sample.story(),
        sample.goesWrong().orElse(""),
        sample.hypercalls().stream().map(SampleScenarios::call).toList());
  }

  private static ScenarioCall call(ExpectedCall call) {
    return new ScenarioCall(
        call.from() == Mode.HYP,
        call.callers().isEmpty() ? "" : call.callers().get(0),
        call.handlers().isEmpty() ? "" : call.handlers().get(0),
        call.outcome().orElse(""));
  }
}
