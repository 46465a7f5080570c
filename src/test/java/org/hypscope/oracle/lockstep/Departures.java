package org.hypscope.oracle.lockstep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hypscope.arm.decode.Condition;
import org.hypscope.arm.decode.Form;
import org.hypscope.arm.sysreg.SysReg;

/**
 * The reviewed list of what may differ from QEMU, and why: which row, on which condition on the
 * word's fields, which slots, by the manual's section. Rows that cannot be run on QEMU at all are
 * on it too.
 */
final class Departures {
  private static final Path FILE = Path.of("src/test/resources/lockstep/differences.tsv");
  private static final String NOT_RUN = "not run";
  private static final String ALL = "all";
  private static final String REGISTER = "register=";
  private static final String IT = "IT";
  private static final String ANY = "*";

  private final List<Line> lines = new ArrayList<>();
  private final Map<Subject, List<Line>> bySubject = new HashMap<>();
  private final Set<Line> met = new HashSet<>();

  /**
   * One line of the list.
   *
   * @param row the titles that it is about
   * @param state what the case starts from: a mode, {@code IT} for any IT block, or bits of a slot,
   *     {@code slot&mask=value} or {@code !=}; after {@code >} those of the state after it on the
   *     core; several hold together; or {@code *}
   * @param condition a condition on the fields of the word, {@code register=} and the names of
   *     system registers that it accesses, {@code -} for none; or {@code *}
   * @param differs the slots that may differ, each with a mask of bits after {@code &} where only
   *     those may; {@code all}, or {@code not run}
   * @param section where the manual says what the core does
   * @param reason why QEMU differs, in one sentence
   */
  record Line(
      Pattern row, String state, String condition, String differs, String section, String reason) {
    private boolean covers(Subject subject) {
      return row.matcher(subject.title()).matches();
    }

    private boolean holds(Case of, Case.Step step, int[] ours) {
      return covers(step.subject())
          && Stream.of(state.split(" ")).allMatch(each -> stateHolds(each, of, ours))
          && (condition.equals(ANY) || conditionHolds(step));
    }

    private static boolean stateHolds(String state, Case of, int[] ours) {
      if (state.startsWith(">")) {
        return ours != null && bitsHold(state.substring(1), ours);
      }
      if (state.contains("&")) {
        return bitsHold(state, of.in());
      }
      boolean inBlock = state.equals(IT) && of.itState() != 0;
      return state.equals(ANY) || inBlock || state.equals(of.mode().name());
    }

    private static boolean bitsHold(String bits, int[] slots) {
      String[] parts = bits.split("&|!?=");
      int value = slots[Slots.indexOf(parts[0])] & Integer.parseUnsignedInt(parts[1], 16);
      return bits.contains("!=") != (value == Integer.parseUnsignedInt(parts[2], 16));
    }

    private boolean conditionHolds(Case.Step step) {
      Form form = step.subject().form();
      if (condition.startsWith(REGISTER)) {
        SysReg register = Registers.accessed(step.image(), form);
        String name = register == null ? "-" : register.name();
        return name.matches(condition.substring(REGISTER.length()));
      }
      return Condition.parse(condition, form.imagePattern()).holds(step.image());
    }

    private boolean always() {
      return state.equals(ANY) && condition.equals(ANY);
    }

    private boolean isNotRun() {
      return differs.equals(NOT_RUN);
    }

    /** Which bits of what is called {@code name} may differ. */
    private int tolerated(String name) {
      int bits = 0;
      for (String each : differs.split(" ")) {
        String[] parts = each.split("&");
        boolean all = each.equals(ALL) && !name.equals(Outcome.LOST_CASE);
        if (all || parts[0].equals(name)) {
          bits |= parts.length == 1 ? -1 : Integer.parseUnsignedInt(parts[1], 16);
        }
      }
      return bits;
    }

    private String why() {
      return section + ": " + reason;
    }
  }

  /** Reads the list. */
  static Departures read() {
    try {
      return of(Files.readAllLines(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The list made of these lines, of which the first is a heading. */
  static Departures of(List<String> lines) {
    Departures made = new Departures();
    for (String line : lines.subList(1, lines.size())) {
      String[] parts = line.split("\t");
      made.lines.add(
          new Line(Pattern.compile(parts[0]), parts[1], parts[2], parts[3], parts[4], parts[5]));
    }
    return made;
  }

  private List<Line> about(Subject subject) {
    return bySubject.computeIfAbsent(
        subject, each -> lines.stream().filter(line -> line.covers(each)).toList());
  }

  /** Why no case of {@code subject} is run on QEMU, or null where some are. */
  String notRun(Subject subject) {
    for (Line line : about(subject)) {
      if (line.isNotRun() && line.always()) {
        met.add(line);
        return line.why();
      }
    }
    return null;
  }

  /** Why {@code of} is not run on QEMU, or null where it is. */
  String notRun(Case of) {
    for (Case.Step step : of.steps()) {
      for (Line line : about(step.subject())) {
        if (line.isNotRun() && line.holds(of, step, null)) {
          met.add(line);
          return line.why();
        }
      }
    }
    return null;
  }

  /** Why all that differs in {@code outcome} may differ, or null where it must not. */
  String explain(Outcome outcome) {
    List<Line> holding =
        outcome.of().steps().stream().flatMap(step -> holding(outcome, step)).distinct().toList();
    if (!outcome.differences(name -> tolerated(holding, name)).isEmpty()) {
      return null;
    }
    return holding.stream()
        .filter(line -> outcome.touches(line::tolerated))
        .peek(met::add)
        .map(Line::why)
        .collect(Collectors.joining("; "));
  }

  /** The lines that nothing has been met for yet. */
  List<String> notMet() {
    return lines.stream()
        .filter(line -> !met.contains(line))
        .map(line -> line.row + " " + line.why())
        .toList();
  }

  private Stream<Line> holding(Outcome outcome, Case.Step step) {
    return about(step.subject()).stream()
        .filter(line -> !line.isNotRun() && line.holds(outcome.of(), step, outcome.ours()));
  }

  private static int tolerated(List<Line> lines, String name) {
    return lines.stream().mapToInt(line -> line.tolerated(name)).reduce(0, (a, b) -> a | b);
  }
}
