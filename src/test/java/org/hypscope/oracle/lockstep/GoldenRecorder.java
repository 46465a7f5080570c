package org.hypscope.oracle.lockstep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.isa.GoldenResult;

/**
 * Keeps of some cases of every row that computes what QEMU has made of them, for a test that needs
 * no QEMU. The recording is part of the lockstep suite: {@code -Dgolden.update=true}.
 */
final class GoldenRecorder {
  /** HSR where the call at the end of the case was reached, in A32 or T32. */
  private static final int END = 0x4a00_ddde;

  private static final int OF_INTEGERS = 3;
  private static final int OF_LANES = 5;
  private static final Path FILE =
      Path.of("src/test/resources/org/hypscope/arm/isa/golden-results.txt");

  private final Map<String, Integer> kept = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  /** Looks at what a case came to, and perhaps keeps it. */
  void hear(Outcome outcome) {
    Case of = outcome.of();
    int[] theirs = outcome.theirs();
    boolean fit = of.steps().size() == 1 && of.subject().computes() && outcome.memory() == -1;
    if (!fit || theirs[Slots.HSR] != END || of.mode() == Mode.HYP) {
      return;
    }
    String text = of.subject().text(of.word(), of.itState()).toLowerCase(Locale.ROOT);
    boolean lanes = text.startsWith("v");
    boolean sharesOperation = lanes && of.subject().thumb();
    if (sharesOperation || text.contains("pc")) {
      return;
    }
    String row = of.subject().title();
    if (kept.merge(row, 1, Integer::sum) <= (lanes ? OF_LANES : OF_INTEGERS)) {
      lines.add(result(of, theirs).toString());
    }
  }

  private static GoldenResult result(Case of, int[] theirs) {
    Map<String, Long> before = state(of.in(), of.mode());
    Map<String, Long> after = state(theirs, of.mode());
    Map<String, Long> changed = new TreeMap<>(after);
    changed.entrySet().removeAll(before.entrySet());
    String named =
        of.subject().form().effects().reads(of.image())
            + ", "
            + of.subject().form().effects().writes(of.image());
    before.put("psr", GoldenResult.psr(of.in()[Slots.SPSR_HYP]) | itState(of));
    before.keySet().removeIf(name -> !matters(name, named) && !changed.containsKey(name));
    return new GoldenResult(of.subject().title(), of.word(), before, changed);
  }

  private static long itState(Case of) {
    return ItState.psr(of.itState()) & 0xffff_ffffL;
  }

  /** Whether a register is named among what an instruction reads and writes. */
  private static boolean matters(String name, String named) {
    int n = name.matches("[rd]\\d+") ? Integer.parseInt(name.substring(1)) : -1;
    List<String> names = List.of(named.split(", "));
    return switch (name.charAt(0)) {
      case 'r' -> names.contains(name) || n > 9 && names.contains(alias(n));
      case 'd' ->
          names.contains(name)
              || names.contains("q" + n / 2)
              || names.contains("s" + 2 * n)
              || names.contains("s" + (2 * n + 1));
      default -> true;
    };
  }

  private static String alias(int n) {
    return List.of("sl", "fp", "ip", "sp", "lr").get(n - 10);
  }

  /** All registers that instructions that compute use, by name; flags from SPSR_hyp. */
  private static Map<String, Long> state(int[] slots, Mode mode) {
    Map<String, Long> values = new TreeMap<>();
    for (int n = 0; n < 15; n++) {
      values.put("r" + n, slots[Slots.register(n, mode)] & 0xffff_ffffL);
    }
    for (int n = 0; n < 32; n++) {
      long low = slots[Slots.D0 + 2 * n] & 0xffff_ffffL;
      values.put("d" + n, (long) slots[Slots.D0 + 2 * n + 1] << 32 | low);
    }
    values.put("psr", GoldenResult.psr(slots[Slots.SPSR_HYP]));
    values.put("fpscr", slots[Slots.FPSCR] & 0xffff_ffffL);
    return values;
  }

  /** Writes what was kept. */
  void write() throws IOException {
    lines.sort(String::compareTo);
    String head =
        "# What QEMU 7.2 makes of instructions that compute: row, word, registers before, registers"
            + " that it changes.\n# Recorded by RowLockstepTest with -Dgolden.update=true.\n";
    Files.writeString(FILE, head + String.join("\n", lines) + "\n");
  }
}
