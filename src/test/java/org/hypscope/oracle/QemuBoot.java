package org.hypscope.oracle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Boots a {@link BootScenario} on QEMU, where one instruction takes a nanosecond too. */
final class QemuBoot {
  /** Both {@code undef} and {@code hyptrap}. */
  static final String UNDEFINED_OR_TRAPPED = "undef";

  private static final int MOST_SECONDS = 900;
  private static final Pattern TAKEN = Pattern.compile("Taking exception \\d+ \\[(.*)] on CPU \\d");

  /**
   * What the product calls QEMU's kinds of exceptions; some traps are no kind of their own there.
   */
  private static final Map<String, String> KINDS =
      Map.of(
          "Hypervisor Call", "hvc",
          "Secure Monitor Call", "smc",
          "SVC", "svc",
          "Undefined Instruction", UNDEFINED_OR_TRAPPED,
          "Hypervisor Trap", UNDEFINED_OR_TRAPPED,
          "Prefetch Abort", "pabt",
          "Data Abort", "dabt",
          "IRQ", "irq",
          "Virtual IRQ", "irq");

  private final BootScenario scenario;
  private final Path folder;

  QemuBoot(BootScenario scenario, Path folder) {
    this.scenario = scenario;
    this.folder = folder;
  }

  /**
   * What a boot was like.
   *
   * @param console all that it printed, without carriage returns
   * @param exceptions the kinds of the exceptions taken, in order
   */
  record Result(String console, List<String> exceptions) {
    long count(String kind) {
      return exceptions.stream().filter(kind::equals).count();
    }
  }

  /** Boots to power-off without stopping anywhere. */
  Result run() throws Exception {
    Path console = folder.resolve("qemu.txt");
    Path log = folder.resolve("qemu.log");
    List<String> command =
        Stream.concat(
                Stream.of(
                    ("qemu-system-arm -cpu cortex-a15"
                            + (scenario.isTimed() ? " -icount shift=0,sleep=off" : "")
                            + " -M virt,virtualization=on,gic-version=2,dtb-randomness=off"
                            + " -display none -monitor none -nic none -no-reboot -d int -D "
                            + log
                            + " -serial file:"
                            + console
                            + " -kernel "
                            + scenario.kernelFile())
                        .split(" ")),
                scenario.arguments(scenario.tree(folder)).stream())
            .toList();
    Process process = new ProcessBuilder(command).inheritIO().start();
    try {
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("QEMU does not end " + scenario);
      }
    } finally {
      process.destroyForcibly();
    }
    List<String> taken = new ArrayList<>();
    try (Stream<String> lines = Files.lines(log)) {
      lines
          .map(TAKEN::matcher)
          .filter(Matcher::matches)
          .forEach(m -> taken.add(KINDS.getOrDefault(m.group(1), m.group(1))));
    }
    return new Result(Files.readString(console).replace("\r", ""), taken);
  }

  /**
   * Boots once more and notes the calls made at {@code addresses}, with registers and HVBAR before
   * and after. Virtual time is not the same here, as waiting takes real time. A step may leave a
   * core where it stood, while the other one had its turn.
   */
  List<BootCall> calls(Set<Integer> addresses) throws Exception {
    List<String> more = new ArrayList<>(scenario.arguments(scenario.tree(folder)));
    if (scenario.isTimed()) {
      more.addAll(List.of("-icount", "shift=0,sleep=on"));
    }
    List<BootCall> calls = new ArrayList<>();
    try (QemuTarget qemu =
        new QemuTarget("virt", scenario.kernelFile(), folder.resolve("calls.txt"), more)) {
      qemu.stepWithInterrupts();
      addresses.forEach(qemu::breakAt);
      addresses.forEach(address -> qemu.breakAt(address + 4));
      for (qemu.run(); qemu.on(); ) {
        int[] registers = qemu.registers();
        int pc = registers[Target.PC];
        int hvbar = qemu.hvbar();
        if (addresses.contains(pc)) {
          BootCall made = BootCall.made(registers, hvbar);
          boolean stood = !calls.isEmpty() && calls.get(calls.size() - 1).equals(made);
          if (!stood) {
            calls.add(made);
          }
        } else if (!calls.isEmpty() && calls.get(calls.size() - 1).returnsTo(pc)) {
          calls.set(calls.size() - 1, calls.get(calls.size() - 1).returned(registers[0], hvbar));
        }
        qemu.step();
        int next = qemu.on() ? qemu.registers()[Target.PC] : 0;
        if (!addresses.contains(next) && !addresses.contains(next - 4)) {
          qemu.run();
        }
      }
    }
    return calls;
  }
}
