package org.hypscope.oracle.translation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The reviewed list of what may differ from QEMU, and why, by the manual's section. */
final class Departures {
  private static final Path FILE = Path.of("src/test/resources/translation/differences.tsv");

  private final List<Line> lines;

  private Departures(List<Line> lines) {
    this.lines = lines;
  }

  /**
   * One line of the list.
   *
   * @param regime the regimes that it is about
   * @param via the operations and accesses
   * @param here the verdicts of the core
   * @param there those of QEMU
   * @param controls bits of registers that must be set, {@code SCTLR&80000}; or {@code *}
   * @param differs the words that may differ, each with a mask of bits after {@code &} where only
   *     those may, or {@code all}
   * @param section where the manual says what the core does
   * @param reason why QEMU differs, in one sentence
   */
  record Line(
      Pattern regime,
      Pattern via,
      Pattern here,
      Pattern there,
      String controls,
      String differs,
      String section,
      String reason) {
    private boolean holds(Outcome outcome) {
      return regime.matcher(outcome.regime()).matches()
          && via.matcher(outcome.via()).matches()
          && here.matcher(outcome.here()).matches()
          && there.matcher(outcome.there()).matches()
          && controlsHold(outcome.of().world());
    }

    private boolean controlsHold(World world) {
      if (controls.equals("*")) {
        return true;
      }
      for (String each : controls.split(" ")) {
        String[] parts = each.split("&");
        if ((world.control(parts[0]) & Integer.parseUnsignedInt(parts[1], 16)) == 0) {
          return false;
        }
      }
      return true;
    }

    /** Those of the bits of {@code word} that differ and may. */
    private int covers(Outcome.Word word) {
      int bits = word.ours() ^ word.theirs();
      for (String each : differs.split(" ")) {
        String[] parts = each.split("&");
        if (each.equals("all") || parts[0].equals(word.name())) {
          return parts.length == 1 ? bits : bits & Integer.parseUnsignedInt(parts[1], 16);
        }
      }
      return 0;
    }
  }

  /** Reads the list. */
  static Departures read() {
    try {
      return new Departures(
          Files.readAllLines(FILE).stream().skip(1).map(Departures::line).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Line line(String text) {
    String[] parts = text.split("\t");
    return new Line(
        pattern(parts[0]),
        pattern(parts[1]),
        pattern(parts[2]),
        pattern(parts[3]),
        parts[4],
        parts[5],
        parts[6],
        parts[7]);
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(text.equals("*") ? ".*" : text);
  }

  /**
   * Why all that differs in {@code outcome} may differ, by one line or by several that hold; null
   * where it must not.
   */
  String explain(Outcome outcome) {
    List<Line> holding = lines.stream().filter(line -> line.holds(outcome)).toList();
    String why = null;
    for (Outcome.Word word : outcome.differs()) {
      int left = word.ours() ^ word.theirs();
      for (Line line : holding) {
        int covered = line.covers(word);
        left &= ~covered;
        why = why == null && covered != 0 ? line.section + ": " + line.reason : why;
      }
      if (left != 0) {
        return null;
      }
    }
    return why;
  }
}
