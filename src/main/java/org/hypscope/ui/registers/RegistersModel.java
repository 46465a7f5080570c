package org.hypscope.ui.registers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.Snapshot;

/** The whole physical register file at the instant that the window shows. */
public final class RegistersModel {
  /** Rows of the banked part, top to bottom. */
  public enum Row {
    SP,
    LR,
    SPSR,
    ELR
  }

  /**
   * The register file at one instant.
   *
   * @param snapshot the instant
   * @param cells every physical register
   */
  public record File(Snapshot snapshot, Map<Bank, RegisterCell> cells) {}

  private final ReadOnlyObjectWrapper<File> file = new ReadOnlyObjectWrapper<>();

  /** What is shown; null while nothing is open. */
  public ReadOnlyObjectProperty<File> file() {
    return file.getReadOnlyProperty();
  }

  /** Shows {@code snapshot}; null shows nothing. */
  public void show(Snapshot snapshot) {
    file.set(snapshot == null ? null : new File(snapshot, cells(snapshot)));
  }

  /**
   * The register in the column of {@code mode}: USR's and SYS's SPSR, and ELR outside HYP, do not
   * exist. SYS shows USR's, and HYP's LR is USR's.
   */
  public static Optional<Bank> at(Row row, Mode mode) {
    int[] map = Bank.map(mode);
    return switch (row) {
      case SP -> Optional.of(Bank.at(map[13]));
      case LR -> Optional.of(Bank.at(map[14]));
      case SPSR -> mode.hasSpsr() ? Optional.of(Bank.at(Bank.spsr(mode))) : Optional.empty();
      case ELR -> mode == Mode.HYP ? Optional.of(Bank.ELR_hyp) : Optional.empty();
    };
  }

  /** Whether the cell of {@code row} in {@code mode}'s column is another column's register. */
  public static boolean borrowed(Row row, Mode mode) {
    return mode == Mode.SYS && row != Row.SPSR && row != Row.ELR
        || mode == Mode.HYP && row == Row.LR;
  }

  /** The register file as two Markdown tables. */
  public String asMarkdown() {
    File shown = file.get();
    if (shown == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    text.append("At ").append(shown.snapshot().mark()).append(", mode ");
    text.append(shown.snapshot().mode()).append(". Changed values are bold.\n\n");
    general(text, shown);
    banked(text, shown);
    text.append("\nCPSR: ").append(PsrWords.sentence(shown.snapshot().cpsr())).append('\n');
    return text.toString();
  }

  private static void general(StringBuilder text, File shown) {
    text.append("| register | value |\n|---|---|\n");
    List<Bank> banks = new ArrayList<>();
    for (int n = 0; n <= Bank.R12_usr.ordinal(); n++) {
      banks.add(Bank.at(n));
    }
    for (int n = Bank.R8_fiq.ordinal(); n <= Bank.R12_fiq.ordinal(); n++) {
      banks.add(Bank.at(n));
    }
    banks.add(Bank.PC);
    banks.add(Bank.CPSR);
    for (Bank bank : banks) {
      text.append("| ").append(bank).append(" | ").append(markdown(shown, bank)).append(" |\n");
    }
  }

  private static void banked(StringBuilder text, File shown) {
    text.append("\n| |");
    for (Mode mode : Mode.values()) {
      text.append(' ').append(mode).append(" |");
    }
    text.append("\n|---|").append("---|".repeat(Mode.values().length)).append('\n');
    for (Row row : Row.values()) {
      text.append("| ").append(row).append(" |");
      for (Mode mode : Mode.values()) {
        text.append(' ');
        text.append(at(row, mode).map(bank -> markdown(shown, bank)).orElse("-")).append(" |");
      }
      text.append('\n');
    }
  }

  private static String markdown(File shown, Bank bank) {
    RegisterCell cell = shown.cells().get(bank);
    String value = String.format("0x%08x", cell.value());
    return cell.old().isPresent() ? "**" + value + "**" : value;
  }

  private static Map<Bank, RegisterCell> cells(Snapshot snapshot) {
    Map<Bank, RegisterCell> cells = new EnumMap<>(Bank.class);
    boolean[] live = live(snapshot.mode());
    Map<Bank, Integer> old = snapshot.changes().registers();
    for (Bank bank : Bank.values()) {
      cells.put(
          bank,
          new RegisterCell(
              bank,
              snapshot.register(bank),
              Optional.ofNullable(old.get(bank)),
              live[bank.ordinal()]));
    }
    return cells;
  }

  private static boolean[] live(Mode mode) {
    boolean[] live = new boolean[Bank.COUNT];
    for (int slot : Bank.map(mode)) {
      live[slot] = true;
    }
    if (mode.hasSpsr()) {
      live[Bank.spsr(mode)] = true;
    }
    live[Bank.CPSR.ordinal()] = true;
    live[Bank.ELR_hyp.ordinal()] = mode == Mode.HYP;
    return live;
  }
}
