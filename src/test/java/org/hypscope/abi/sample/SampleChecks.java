package org.hypscope.abi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.hypscope.abi.CheckOptions;
import org.hypscope.abi.CheckReport;
import org.hypscope.abi.CheckRun;
import org.hypscope.abi.CheckedCall;
import org.hypscope.abi.Finding;
import org.hypscope.abi.Verdict;
import org.hypscope.abi.Words;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.ImageLoader;
import org.hypscope.machine.load.LoadOptions;
import org.hypscope.machine.load.LoadedImage;

/** Runs a sample's ELF, or a copy of it, and compares what happens with its expectations. */
final class SampleChecks {
  private SampleChecks() {}

  /** Checks {@code elf}, whose own symbols name the addresses that are expected. */
  static CheckReport check(Sample sample, byte[] elf, String fileName) throws Exception {
    CheckReport report = run(sample, elf, fileName);
    compare(sample, report, new Symbols(load(sample, elf, fileName)));
    assertThat(report.console()).isEqualTo(sample.console());
    return report;
  }

  /** Checks {@code elf}, in which addresses may have no names or lie elsewhere. */
  static CheckReport checkCopy(Sample sample, byte[] elf, String fileName) throws Exception {
    CheckReport report = run(sample, elf, fileName);
    compare(sample, report, null);
    return report;
  }

  /** Checks a raw binary of the sample, loaded at {@code base}. */
  static void checkRaw(Sample sample, byte[] raw, long base) throws Exception {
    Board board = Boards.byName(sample.board()).withCores(sample.cores());
    LoadedImage image = ImageLoader.load("raw.bin", raw, LoadOptions.on(board).loadAt(base));
    compare(sample, CheckRun.check(image, board, CheckOptions.defaults()), null);
  }

  static CheckReport run(Sample sample, byte[] elf, String fileName) throws Exception {
    Board board = Boards.byName(sample.board()).withCores(sample.cores());
    return CheckRun.check(load(sample, elf, fileName), board, CheckOptions.defaults());
  }

  private static LoadedImage load(Sample sample, byte[] elf, String name) throws Exception {
    return ImageLoader.load(name, elf, LoadOptions.on(Boards.byName(sample.board())));
  }

  private static void compare(Sample sample, CheckReport report, Symbols symbols) {
    SoftAssertions softly = new SoftAssertions();
    List<String> rules = report.findings().stream().map(Finding::rule).toList();
    softly.assertThat(rules).as("findings").containsAll(sample.findings());
    softly.assertThat(rules.isEmpty()).as("no findings: " + rules).isEqualTo(sample.exit() == 0);
    softly.assertThat(report.exitStatus()).as("exit status").isEqualTo(sample.exit());
    String ends = report.end().name().toLowerCase(Locale.ROOT).replace('_', '-');
    softly.assertThat(ends).as("ends: " + report.endText()).isEqualTo(sample.ends());
    softly.assertThat(report.calls()).as("hypercalls").hasSameSizeAs(sample.hypercalls());
    int calls = Math.min(report.calls().size(), sample.hypercalls().size());
    for (int i = 0; i < calls; i++) {
      compare(softly, sample.hypercalls().get(i), report.calls().get(i), symbols);
    }
    softly.assertAll();
  }

  private static void compare(
      SoftAssertions softly, ExpectedCall expected, CheckedCall call, Symbols symbols) {
    String at = "hvc:" + call.number() + " ";
    softly.assertThat(call.core()).as(at + "core").isEqualTo(expected.core());
    if (!expected.callers().isEmpty()) {
      softly
          .assertThat(call.view().caller().contractIds())
          .as(at + "caller")
          .isNotEmpty()
          .isSubsetOf(expected.callers());
    }
    if (!expected.handlers().isEmpty()) {
      softly
          .assertThat(call.view().handler().contractIds())
          .as(at + "handler: " + call.view().handler().evidence())
          .containsExactlyInAnyOrderElementsOf(expected.handlers());
    }
    expected
        .call()
        .ifPresent(kind -> softly.assertThat(call.view().caller().call()).as(at).isEqualTo(kind));
    Verdict verdict = call.verdict().orElseThrow();
    expected
        .outcome()
        .ifPresent(
            outcome ->
                softly
                    .assertThat(verdict.outcome().word())
                    .as(at + verdict.sentence())
                    .isEqualTo(outcome));
    if (symbols != null) {
      expected.r0After().ifPresent(r0 -> compareR0(softly, at, r0, call, symbols));
      expected
          .hvbarAfter()
          .ifPresent(
              hvbar ->
                  softly
                      .assertThat(Words.hex(verdict.hvbarAfter()))
                      .as(at + "HVBAR")
                      .isEqualTo(Words.hex(value(hvbar, symbols))));
    }
  }

  private static void compareR0(
      SoftAssertions softly, String at, String expected, CheckedCall call, Symbols symbols) {
    int value =
        expected.equals("same") ? call.view().registers().get(0).value() : value(expected, symbols);
    softly
        .assertThat(Words.hex(call.verdict().orElseThrow().r0After()))
        .as(at + "r0")
        .isEqualTo(Words.hex(value));
  }

  private static int value(String text, Symbols symbols) {
    return symbols.address(text).orElseGet(() -> Words.parse(text));
  }
}
