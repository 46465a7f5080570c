package org.hypscope.arm.isa;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.Rig;

/**
 * What one instruction that computes has made of its operands on QEMU: a line of the golden
 * results.
 *
 * @param row the instruction set and the row's title
 * @param word the instruction, as the row's pattern has it
 * @param before registers before it: {@code r3}, {@code d7}, {@code psr} (flags, Q, GE, ITSTATE),
 *     {@code fpscr}; what is not named does not matter
 * @param after registers that it has changed
 */
public record GoldenResult(
    String row, int word, Map<String, Long> before, Map<String, Long> after) {
  private static final int PSR = Psr.N | Psr.Z | Psr.C | Psr.V | Psr.Q | Psr.GE | Psr.E | Psr.T;

  /** Reads what {@link #toString()} has written. */
  public static GoldenResult parse(String line) {
    String[] parts = line.split("\t", -1);
    return new GoldenResult(
        parts[0], Integer.parseUnsignedInt(parts[1], 16), values(parts[2]), values(parts[3]));
  }

  private static Map<String, Long> values(String text) {
    Map<String, Long> values = new TreeMap<>();
    for (String word : text.isEmpty() ? new String[0] : text.split(" ")) {
      String[] parts = word.split("=");
      values.put(parts[0], Long.parseUnsignedLong(parts[1], 16));
    }
    return values;
  }

  /** The bits of CPSR that an instruction that computes may write, but for ITSTATE. */
  public static long psr(int cpsr) {
    return cpsr & PSR & 0xffff_ffffL;
  }

  /** Whether it is an instruction of T32. */
  private boolean thumb() {
    return row.startsWith("T32");
  }

  /** What this core makes of the same operands: the registers that change. */
  Map<String, Long> onCore() {
    Rig rig = new Rig(Mode.SVC, true);
    rig.set("CPACR", 0xf0_0000).set("NSACR", 0xc00).set("FPEXC", 1 << 30);
    Core core = rig.core();
    before.forEach((name, value) -> set(core, name, value));
    Map<String, Long> was = all(core);
    boolean wide = word >>> 16 != 0;
    rig.execute(thumb() && wide ? word << 16 | word >>> 16 : word);
    Map<String, Long> is = all(core);
    is.entrySet().removeAll(was.entrySet());
    return is;
  }

  private static void set(Core core, String name, long value) {
    switch (name.charAt(0)) {
      case 'r' -> core.setR(Integer.parseInt(name.substring(1)), (int) value);
      case 'd' -> core.fp().d[Integer.parseInt(name.substring(1))] = value;
      case 'p' -> core.setCpsr((int) value | Mode.SVC.encoding());
      default -> core.fp().setFpscr((int) value);
    }
  }

  private static Map<String, Long> all(Core core) {
    Map<String, Long> values = new TreeMap<>();
    for (int n = 0; n < 15; n++) {
      values.put("r" + n, core.r(n) & 0xffff_ffffL);
    }
    for (int n = 0; n < 32; n++) {
      values.put("d" + n, core.fp().d[n]);
    }
    values.put("psr", psr(core.cpsr()));
    values.put("fpscr", core.fp().fpscr() & 0xffff_ffffL);
    return values;
  }

  @Override
  public String toString() {
    return String.format("%s\t%08x\t%s\t%s", row, word, text(before), text(after));
  }

  private static String text(Map<String, Long> values) {
    return values.entrySet().stream()
        .map(each -> each.getKey() + "=" + Long.toHexString(each.getValue()))
        .collect(Collectors.joining(" "));
  }
}
