package org.hypscope.debug;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hypscope.machine.DeviceImage;

/** The UART (PL011, ARM DDI 0183) and the clock (PL031, ARM DDI 0224) in words. */
final class PrimeCells {
  private PrimeCells() {}

  static DeviceView uart(long base, DeviceImage.Reader reader) {
    int flags = reader.word(base + 0x18);
    int line = reader.word(base + 0x2c);
    int control = reader.word(base + 0x30);
    int mask = reader.word(base + 0x38);
    int raw = reader.word(base + 0x3c);
    return DeviceView.of(
        "UART (PL011)",
        "",
        DeviceTables.REGISTERS,
        List.of(
            register("UARTCR", control, uartControl(control)),
            register("UARTLCR_H", line, (line & 1 << 4) != 0 ? "FIFOs on" : "one byte, no FIFO"),
            register("UARTFR", flags, uartFlags(flags)),
            register("UARTIMSC", mask, uartInterrupts(mask, "none is let through")),
            register("UARTRIS", raw, uartInterrupts(raw, "none")),
            register("UARTMIS", raw & mask, uartInterrupts(raw & mask, "no interrupt"))));
  }

  private static String uartControl(int value) {
    String parts =
        words(value, List.of(8, 9), List.of("sends", "receives"), "neither sends nor receives");
    return ((value & 1) != 0 ? "enabled; " : "not enabled; ") + parts;
  }

  private static String uartFlags(int value) {
    String words =
        words(value, List.of(6, 4), List.of("receive FIFO full", "nothing received"), "");
    return words.isEmpty() ? "something received waits to be read" : words;
  }

  private static String uartInterrupts(int value, String none) {
    return words(
        value,
        List.of(4, 5, 6, 7, 8, 9, 10),
        List.of("receive", "transmit", "timeout", "framing", "parity", "break", "overrun"),
        none);
  }

  static DeviceView clock(long base, DeviceImage.Reader reader) {
    int now = reader.word(base);
    int match = reader.word(base + 4);
    int mask = reader.word(base + 0x10);
    int raw = reader.word(base + 0x14);
    return DeviceView.of(
        "Clock (PL031)",
        "",
        DeviceTables.REGISTERS,
        List.of(
            register("RTCDR", now, date(now)),
            register("RTCMR", match, match == 0 ? "no alarm is set" : "alarm at " + date(match)),
            register("RTCIMSC", mask, (mask & 1) != 0 ? "alarm interrupts" : "alarm is masked"),
            register("RTCRIS", raw, (raw & 1) != 0 ? "the alarm has gone off" : "no alarm")));
  }

  private static String date(int seconds) {
    return Instant.ofEpochSecond(Integer.toUnsignedLong(seconds)).toString();
  }

  private static List<String> register(String name, int value, String meaning) {
    return List.of(name, String.format("0x%08x", value), meaning);
  }

  private static String words(int value, List<Integer> bits, List<String> names, String none) {
    List<String> words = new ArrayList<>();
    for (int n = 0; n < bits.size(); n++) {
      if ((value >>> bits.get(n) & 1) != 0) {
        words.add(names.get(n));
      }
    }
    return words.isEmpty() ? none : String.join(", ", words);
  }
}
