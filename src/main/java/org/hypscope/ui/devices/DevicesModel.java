package org.hypscope.ui.devices;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hypscope.debug.DeviceView;
import org.hypscope.debug.Snapshot;

/** The devices at one instant, as the core that is looked at sees them. */
public final class DevicesModel {
  private final ReadOnlyObjectWrapper<List<DeviceView>> devices =
      new ReadOnlyObjectWrapper<>(List.of());

  /** The devices; none while nothing is open. */
  public ReadOnlyObjectProperty<List<DeviceView>> devices() {
    return devices.getReadOnlyProperty();
  }

  /** Shows {@code snapshot}; null shows nothing. */
  public void show(Snapshot snapshot) {
    devices.set(snapshot == null ? List.of() : snapshot.devices());
  }

  /** A heading and a Markdown table a device; what the last command changed stands bold. */
  public String asMarkdown() {
    return devices.get().stream().map(DevicesModel::markdown).collect(Collectors.joining("\n"));
  }

  private static String markdown(DeviceView device) {
    StringBuilder text = new StringBuilder("### ").append(device.title()).append("\n\n");
    if (!device.note().isEmpty()) {
      text.append(device.note()).append("\n\n");
    }
    if (!device.lines().isEmpty()) {
      row(text, device.columns().stream().map(DeviceView.Column::name).toList());
      row(text, device.columns().stream().map(column -> "---").toList());
      device
          .lines()
          .forEach(line -> row(text, line.cells().stream().map(DevicesModel::cell).toList()));
    }
    return text.toString();
  }

  private static String cell(DeviceView.Cell cell) {
    return cell.changed() && !cell.text().isEmpty() ? "**" + cell.text() + "**" : cell.text();
  }

  private static void row(StringBuilder text, List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
