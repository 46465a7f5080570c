package org.hypscope.oracle;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** QEMU as a {@link Target}, through its gdb stub. */
final class QemuTarget implements Target {
  private static final int GDB_CPSR = 25;
  private static final int XML_CHUNK = 0x7f0;
  private static final int MOST_WORDS = 0x100;
  private static final Pattern REGISTER = Pattern.compile("name=\"(\\w+)\"[^>]*regnum=\"(\\d+)\"");

  private final QemuProcess process;
  private final RspClient client;
  private final Map<String, Integer> systemRegisters = new HashMap<>();
  private int[] registers;
  private boolean on = true;

  /** Starts QEMU on {@code elf}, stopped before its first instruction. */
  QemuTarget(String board, Path elf, Path console) {
    this(board, 1, elf, console);
  }

  /** As {@link #QemuTarget(String, Path, Path)}, with {@code cores} cores. */
  QemuTarget(String board, int cores, Path elf, Path console) {
    this(board, elf, console, List.of("-smp", "" + cores));
  }

  /** As {@link #QemuTarget(String, Path, Path)}, with {@code more} arguments. */
  QemuTarget(String board, Path elf, Path console, List<String> more) {
    process = QemuProcess.start(board, elf, console, more);
    client = process.client();
    readDescription("target.xml");
    Matcher register = REGISTER.matcher(readDescription("system-registers.xml"));
    while (register.find()) {
      systemRegisters.put(register.group(1), Integer.parseInt(register.group(2)));
    }
  }

  private String readDescription(String file) {
    StringBuilder text = new StringBuilder();
    String reply;
    do {
      reply =
          client.request(
              String.format("qXfer:features:read:%s:%x,%x", file, text.length(), XML_CHUNK));
      text.append(reply, 1, reply.length());
    } while (reply.startsWith("m"));
    return text.toString();
  }

  @Override
  public int[] registers() {
    if (registers == null) {
      registers = parse(ask("g").get(0));
    }
    return registers.clone();
  }

  /** The replies; where QEMU has ended after a power-off, those of a machine that is off. */
  private List<String> ask(String... packets) {
    try {
      List<String> replies = client.requests(packets);
      on = on && replies.stream().noneMatch(reply -> reply.startsWith("W"));
      return replies;
    } catch (UncheckedIOException e) {
      on = false;
      return Collections.nCopies(packets.length, "W00");
    }
  }

  private static int[] parse(String hex) {
    int[] values = new int[17];
    if (hex.startsWith("W")) {
      return values;
    }
    for (int n = 0; n < values.length; n++) {
      values[n] = littleEndian(hex.substring(8 * n, 8 * n + 8));
    }
    return values;
  }

  private static int littleEndian(String hex) {
    return Integer.reverseBytes(Integer.parseUnsignedInt(hex, 16));
  }

  private static String littleEndian(int value) {
    return String.format("%08x", Integer.reverseBytes(value));
  }

  @Override
  public void setRegister(int n, int value) {
    int number = n == CPSR ? GDB_CPSR : n;
    expectOk(client.request(String.format("P%x=%s", number, littleEndian(value))));
    registers = null;
  }

  @Override
  public int[] words(int address, int count) {
    int[] words = new int[count];
    for (int done = 0; done < count; done += MOST_WORDS) {
      int now = Math.min(MOST_WORDS, count - done);
      String hex = client.request(String.format("m%x,%x", address + 4 * done, 4 * now));
      for (int n = 0; n < now; n++) {
        words[done + n] = littleEndian(hex.substring(8 * n, 8 * n + 8));
      }
    }
    return words;
  }

  @Override
  public void setWords(int address, int... values) {
    for (int done = 0; done < values.length; done += MOST_WORDS) {
      int now = Math.min(MOST_WORDS, values.length - done);
      String hex =
          IntStream.range(done, done + now)
              .mapToObj(n -> littleEndian(values[n]))
              .collect(Collectors.joining());
      expectOk(client.request(String.format("M%x,%x:%s", address + 4 * done, 4 * now, hex)));
    }
  }

  private static void expectOk(String reply) {
    if (!reply.equals("OK")) {
      throw new IllegalStateException("QEMU answers " + reply);
    }
  }

  @Override
  public boolean step() {
    registers = null;
    ask("s");
    return on;
  }

  /** {@link #registers()} before a {@link #step()}, in one exchange. */
  int[] registersThenStep() {
    registers = null;
    return parse(ask("g", "s").get(0));
  }

  /** Runs until the instruction at {@code address} is next, or the machine is powered off. */
  void runTo(int address) {
    breakAt(address);
    run();
  }

  /** Has every run stop before the instruction at {@code address}. */
  void breakAt(int address) {
    expectOk(client.request(String.format("Z0,%x,4", address)));
  }

  /** Runs until a breakpoint, or until the machine is powered off. */
  void run() {
    registers = null;
    ask("c");
  }

  /**
   * Has the machine stand before its first instruction, at {@code entry}, again, memory as it was
   * loaded. Wants to be started with {@code -action reboot=reset}.
   */
  void reset(int entry) {
    String command = "system_reset";
    StringBuilder hex = new StringBuilder();
    command.chars().forEach(c -> hex.append(String.format("%02x", c)));
    client.request("qRcmd," + hex);
    do {
      registers = null;
    } while (registers()[PC] != entry && on);
  }

  /** Lets interrupts and timers go on while single-stepping, which they do not by default. */
  void stepWithInterrupts() {
    expectOk(client.request("Qqemu.sstep=1"));
  }

  /** Waits for QEMU to end by itself, as it does after a power-off; returns whether it did. */
  boolean powersOff() {
    on = on && !process.ends();
    return !on;
  }

  /** Whether the machine has not been powered off. */
  boolean on() {
    return on;
  }

  /** The number of the core that stopped last, as its VMPIDR has it. */
  int core() {
    String affinity = client.request(String.format("p%x", systemRegisters.get("VMPIDR")));
    return littleEndian(affinity.substring(0, 8)) & 3;
  }

  /** HVBAR. */
  int hvbar() {
    return littleEndian(client.request(String.format("p%x", systemRegisters.get("VBAR_EL2"))));
  }

  /** The word at {@code address}, or 0 where the present translation has none. */
  int wordIfMapped(int address) {
    String hex = client.request(String.format("m%x,4", address));
    return hex.startsWith("E") ? 0 : littleEndian(hex);
  }

  /** The number of the virtual machine in VTTBR. */
  int vmid() {
    String vttbr = client.request(String.format("p%x", systemRegisters.get("VTTBR")));
    return Integer.parseInt(vttbr.substring(12, 14), 16);
  }

  @Override
  public void close() {
    process.close();
  }
}
