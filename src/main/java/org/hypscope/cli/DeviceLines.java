package org.hypscope.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hypscope.debug.DeviceView;

/** Devices as {@code run} prints them: tables with aligned columns, or objects. */
final class DeviceLines {
  private DeviceLines() {}

  static void text(List<DeviceView> devices, PrintWriter out) {
    for (DeviceView device : devices) {
      out.printf("%n%s%n", device.title());
      if (!device.note().isEmpty()) {
        out.println("  " + device.note());
      }
      if (!device.lines().isEmpty()) {
        out.println(
            aligned(device, device.columns().stream().map(DeviceView.Column::name).toList()));
        device.lines().forEach(line -> out.println(aligned(device, texts(line))));
      }
    }
  }

  private static String aligned(DeviceView device, List<String> cells) {
    StringBuilder text = new StringBuilder("  ");
    for (int n = 0; n < cells.size(); n++) {
      text.append(String.format("%-" + (width(device, n) + 2) + "s", cells.get(n)));
    }
    return text.toString().stripTrailing();
  }

  private static int width(DeviceView device, int column) {
    int heading = device.columns().get(column).name().length();
    return device.lines().stream()
        .mapToInt(line -> line.cells().get(column).text().length())
        .reduce(heading, Math::max);
  }

  private static List<String> texts(DeviceView.Line line) {
    return line.cells().stream().map(DeviceView.Cell::text).toList();
  }

  static List<Object> json(List<DeviceView> devices) {
    return devices.stream().map(DeviceLines::json).toList();
  }

  private static Object json(DeviceView device) {
    return new Json()
        .put("device", device.title())
        .put("note", device.note())
        .put("lines", device.lines().stream().map(line -> named(device, texts(line))).toList())
        .map();
  }

  private static Map<String, String> named(DeviceView device, List<String> cells) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int n = 0; n < cells.size(); n++) {
      named.put(device.columns().get(n).name(), cells.get(n));
    }
    return named;
  }
}
