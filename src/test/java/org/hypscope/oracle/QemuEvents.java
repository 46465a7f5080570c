package org.hypscope.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every exception entry and return of a run on QEMU with one nanosecond an instruction, from its
 * log of single instructions.
 */
final class QemuEvents {
  /** What QEMU is asked to log. */
  static final List<String> LOGGED = List.of("-singlestep", "-d", "exec,nochain,int");

  private static final Pattern EXECUTED =
      Pattern.compile("Trace \\d+: \\S+ \\[[0-9a-f]+/([0-9a-f]+)/.*");

  /** What was said to be executed is not: it will be once more, or an interrupt comes first. */
  private static final Pattern REWOUND =
      Pattern.compile("cpu_io_recompile: .*|Stopped execution of TB chain before .*");

  private static final Pattern TAKEN = Pattern.compile("Taking exception \\d+ \\[(.*)] on CPU 0");
  private static final Pattern LEVELS = Pattern.compile("\\.\\.\\.from EL(\\d) to EL(\\d)");
  private static final Pattern SYNDROME =
      Pattern.compile("\\.\\.\\.with ESR 0x[0-9a-f]+/0x([0-9a-f]+)");
  private static final Pattern RETURNED =
      Pattern.compile("Exception return from AArch32 \\w+ to \\w+ PC 0x([0-9a-f]+)");
  private static final int EC_SHIFT = 26;

  private final List<EventLine> events = new ArrayList<>();
  private long executed;

  /** Instructions that were begun and have not retired. */
  private long lost;

  private int pc;
  private String taken;
  private boolean toHyp;
  private String hsr = "";

  private QemuEvents() {}

  /** Reads what QEMU has logged to {@code log}. */
  static List<EventLine> of(Path log) throws IOException {
    QemuEvents events = new QemuEvents();
    try (Stream<String> lines = Files.lines(log)) {
      lines.forEach(events::read);
    }
    if (events.taken != null) {
      events.add(events.pc + 4);
    }
    return events.events;
  }

  private void read(String line) {
    Matcher m;
    if ((m = EXECUTED.matcher(line)).matches()) {
      executed(word(m.group(1)));
    } else if (REWOUND.matcher(line).matches()) {
      executed--;
    } else if ((m = TAKEN.matcher(line)).matches()) {
      taken = m.group(1);
      toHyp = false;
      hsr = "";
    } else if ((m = LEVELS.matcher(line)).matches()) {
      toHyp = m.group(2).equals("2");
    } else if ((m = SYNDROME.matcher(line)).matches()) {
      hsr = String.format("%08x", word(m.group(1)));
    } else if ((m = RETURNED.matcher(line)).matches()) {
      events.add(new EventLine("eret", executed - 1 - lost, pc, word(m.group(1)), ""));
    }
  }

  /** The instruction that execution has gone on with also ends what was told of an exception. */
  private void executed(int next) {
    if (taken != null) {
      add(next);
      taken = null;
    }
    executed++;
    pc = next;
  }

  private void add(int next) {
    String kind = kind();
    boolean begun = !EventLine.isInterrupt(kind) && !kind.equals("pabt");
    long at = executed - lost - (begun ? 1 : 0);
    boolean call = kind.equals("hvc") || kind.equals("svc") || kind.equals("smc");
    if (begun && !call) {
      lost++;
    }
    boolean told = toHyp && !EventLine.isInterrupt(kind);
    events.add(
        new EventLine(kind, at, begun ? pc : 0, next, told ? EventLine.comparable(word(hsr)) : ""));
  }

  private String kind() {
    return switch (taken) {
      case "Hypervisor Call" -> "hvc";
      case "Secure Monitor Call" -> "smc";
      case "SVC" -> "svc";
      case "Prefetch Abort" -> "pabt";
      case "Data Abort" -> "dabt";
      case "IRQ", "Virtual IRQ" -> "irq";
      case "FIQ", "Virtual FIQ" -> "fiq";
      case "Hypervisor Trap" -> "hyptrap";
      case "Undefined Instruction" -> toHyp && word(hsr) >>> EC_SHIFT != 0 ? "hyptrap" : "undef";
      default -> throw new IllegalStateException("QEMU takes the exception " + taken);
    };
  }

  private static int word(String hex) {
    return Integer.parseUnsignedInt(hex, 16);
  }
}
