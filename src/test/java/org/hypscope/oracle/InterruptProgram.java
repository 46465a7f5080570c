package org.hypscope.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random program of a host and its guest around the interrupt controller and the timers: the host
 * in HYP writes and reads registers of all four interfaces, sets timers, and lets the guest run,
 * which takes what list registers hold. All that is read is printed, with the number of the step.
 */
final class InterruptProgram {
  private static final int STEPS = 120;
  private static final String GICD = "GICD";
  private static final String GICC = "GICC";
  private static final String GICH = "GICH";
  private static final String GICV = "GICV";
  private static final int[] HARDWARE = {26, 27, 30, 40, 41};
  private static final int[] GICH_READ = {0, 0x08, 0x10, 0x20, 0x30, 0xf0};
  private static final int[] GICV_READ = {0x00, 0x04, 0x08, 0x14, 0x18};
  private static final int[] GICC_READ = {0x14, 0x18};
  private static final int[] GICD_READ = {0x200, 0x204, 0x300, 0x304};
  private static final String[] TIMERS = {"4, c2", "0, c2", "0, c3"};

  private final Random random;
  private final List<String> lines = new ArrayList<>();

  private InterruptProgram(long seed) {
    this.random = new Random(seed);
  }

  /** Writes the program of {@code seed} into {@code folder}; returns its source. */
  static Path write(long seed, Path folder) throws IOException {
    InterruptProgram program = new InterruptProgram(seed);
    for (int step = 0; step < STEPS; step++) {
      program.step(step);
    }
    String text =
        Files.readString(Path.of("src/test/resources/programs/lib/interrupts.inc"))
            + String.join("\n", program.lines)
            + "\n    power_off\n";
    return Files.writeString(folder.resolve("interrupts-" + seed + ".S"), text);
  }

  private void step(int number) {
    lines.add("    mov r11, #" + number);
    switch (random.nextInt(14)) {
      case 0, 1, 2 -> listRegister(random.nextInt(4));
      case 3 -> put(GICH, 0, random.nextInt(4) == 0 ? random.nextInt(256) : 1);
      case 4 -> virtualInterface();
      case 5 -> {
        show(GICV, 0x0c);
        lines.add("    mov r8, r0");
      }
      case 6 ->
          lines.add("    end_by GICV, " + (random.nextInt(3) == 0 ? "0x1000" : "0x10") + ", r8");
      case 7 -> distributor();
      case 8 -> timer();
      case 9 -> physicalInterface();
      case 10, 11 ->
          lines.add("    run_guest " + (1 + random.nextInt(40)) + ", " + random.nextInt(4));
      case 12 -> lines.add("    open_for " + random.nextInt(30));
      default -> {
        // nothing is changed, only looked at
      }
    }
    look();
  }

  private void look() {
    show(GICH, pick(GICH_READ));
    show(GICH, 0x100 + 4 * random.nextInt(4));
    show(GICV, pick(GICV_READ));
    show(GICC, pick(GICC_READ));
    show(GICD, pick(GICD_READ));
  }

  /** Every list register has virtual numbers of its own: the same in two is UNPREDICTABLE. */
  private void listRegister(int n) {
    int priority = random.nextInt(32) << 23;
    int state = random.nextInt(8) == 0 ? random.nextInt(4) << 28 : 1 << 28;
    int value = priority | state;
    if (random.nextInt(3) == 0) {
      value |= 1 << 31 | pick(HARDWARE) << 10 | 32 + 8 * n + random.nextInt(8);
    } else {
      value |=
          random.nextInt(2) << 19 | (random.nextBoolean() ? 4 * n : 32 + 8 * n) + random.nextInt(4);
    }
    put(GICH, 0x100 + 4 * n, value);
  }

  private void virtualInterface() {
    switch (random.nextInt(4)) {
      case 0 -> put(GICV, 0x00, 1 | random.nextInt(2) << 9 | (random.nextInt(4) == 0 ? 8 : 0));
      case 1 -> put(GICV, 0x04, random.nextInt(32) << 3);
      case 2 -> put(GICV, 0x08, random.nextInt(8));
      default -> put(GICV, 0x04, 0xf8);
    }
  }

  private void physicalInterface() {
    switch (random.nextInt(4)) {
      case 0 -> put(GICC, 0x00, 1 | random.nextInt(2) << 9);
      case 1 -> put(GICC, 0x04, random.nextInt(16) << 4);
      default -> put(GICC, 0x04, 0xf0);
    }
  }

  private void distributor() {
    int spis = 1 + random.nextInt(3) << 8;
    int ppis = pick(HARDWARE) < 32 ? 1 << pick(new int[] {25, 26, 27, 30}) : 0;
    switch (random.nextInt(9)) {
      case 0, 1 -> put(GICD, 0x204, spis);
      case 2 -> put(GICD, 0x284, spis);
      case 3 -> put(GICD, 0x104, spis);
      case 4 -> put(GICD, 0x184, spis);
      case 5 -> put(GICD, 0xf00, 0x02000000 | random.nextInt(16));
      case 6 ->
          put(GICD, 0x384, spis); // QEMU makes SPIs active for all cores, and ends them for one
      case 7 -> put(GICD, random.nextBoolean() ? 0x300 : 0x380, ppis);
      default ->
          put(GICD, random.nextBoolean() ? 0x400 + 24 : 0x400 + 40, random.nextInt() & 0xf0f0f0f0);
    }
  }

  private void timer() {
    lines.add(
        "    timer "
            + TIMERS[random.nextInt(3)]
            + ", "
            + random.nextInt(200)
            + ", "
            + pick(new int[] {0, 1, 1, 1, 3}));
  }

  private int pick(int[] of) {
    return of[random.nextInt(of.length)];
  }

  private void put(String device, int offset, int value) {
    lines.add(String.format("    put %s, 0x%x, 0x%08x", device, offset, value));
  }

  private void show(String device, int offset) {
    lines.add(String.format("    show %s, 0x%x", device, offset));
  }
}
