package org.hypscope.ui.fp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hypscope.arm.sysreg.FpRegs;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.debug.FpRegisters;
import org.hypscope.debug.Snapshot;

/** The Advanced SIMD and Floating-point registers at the instant that the window shows. */
public final class FpModel {
  private static final SysRegCopy FPSCR = new SysRegCopy(FpRegs.FPSCR, false);

  /**
   * One doubleword.
   *
   * @param number its number, 0 to 31
   * @param value what it holds
   * @param old what it held before the last command, where that changed it
   */
  public record Cell(int number, long value, Optional<Long> old) {
    /** All that it is called: {@code D3, S6 and S7, upper half of Q1}. */
    String names() {
      String singles =
          number < 16 ? String.format(", S%d and S%d", 2 * number, 2 * number + 1) : "";
      String half = number % 2 == 0 ? "lower" : "upper";
      return "D" + number + singles + ", " + half + " half of Q" + number / 2;
    }
  }

  /**
   * The register file at one instant.
   *
   * @param snapshot the instant
   * @param cells D0 to D31
   * @param oldFpscr what FPSCR held before the last command, where that changed it
   */
  public record File(Snapshot snapshot, List<Cell> cells, Optional<Long> oldFpscr) {
    /** FPSCR. */
    int fpscr() {
      return snapshot.fp().fpscr();
    }
  }

  private final ReadOnlyObjectWrapper<File> file = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Lanes> lanes = new ReadOnlyObjectWrapper<>(Lanes.HEX);

  /** What is shown; null while nothing is open. */
  public ReadOnlyObjectProperty<File> file() {
    return file.getReadOnlyProperty();
  }

  /** What the registers are read as. */
  public ReadOnlyObjectProperty<Lanes> lanes() {
    return lanes.getReadOnlyProperty();
  }

  /** Reads the registers as {@code wanted} from now on. */
  public void readAs(Lanes wanted) {
    lanes.set(wanted);
  }

  /** Shows {@code snapshot}; null shows nothing. */
  public void show(Snapshot snapshot) {
    file.set(snapshot == null ? null : file(snapshot));
  }

  /** The registers as a Markdown table, in hexadecimal and as what they are read as. */
  public String asMarkdown() {
    File shown = file.get();
    if (shown == null) {
      return "";
    }
    Lanes type = lanes.get() == Lanes.HEX ? Lanes.F64 : lanes.get();
    StringBuilder text = new StringBuilder("At ").append(shown.snapshot().mark());
    text.append(". Changed values are bold.\n\n| register | value | ").append(type.label());
    text.append(" |\n|---|---|---|\n");
    for (Cell cell : shown.cells()) {
      String value = String.format("0x%016x", cell.value());
      text.append("| D").append(cell.number()).append(" | ");
      text.append(cell.old().isPresent() ? "**" + value + "**" : value).append(" | ");
      text.append(type.text(cell.value())).append(" |\n");
    }
    text.append(String.format("%nFPSCR: 0x%08x ", shown.fpscr()));
    text.append(StatusWords.fpscr(shown.fpscr())).append('\n');
    return text.toString();
  }

  private static File file(Snapshot snapshot) {
    List<Cell> cells = new ArrayList<>();
    for (int n = 0; n < FpRegisters.COUNT; n++) {
      Long old = snapshot.changes().doublewords().get(n);
      cells.add(new Cell(n, snapshot.fp().d(n), Optional.ofNullable(old)));
    }
    Long oldFpscr = snapshot.changes().sysRegs().get(FPSCR);
    return new File(snapshot, List.copyOf(cells), Optional.ofNullable(oldFpscr));
  }
}
