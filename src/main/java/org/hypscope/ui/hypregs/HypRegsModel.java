package org.hypscope.ui.hypregs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.Snapshot;

/** HYP's system registers, and the few others that decide where an exception goes. */
public final class HypRegsModel {
  private static final List<String> FIRST =
      List.of(
          "HVBAR", "HSR", "HCR", "HSCTLR", "HDCR", "HCPTR", "HSTR", "VTTBR", "HTTBR", "HIFAR",
          "HDFAR", "HPFAR");
  private static final List<String> LAST = List.of("SCR", "SCTLR", "VBAR", "MVBAR");

  /**
   * One register at one instant.
   *
   * @param register its row
   * @param value what it holds
   * @param old what it held before the last command, where that changed it
   * @param words what the value means
   * @param fields every field with its meaning, a line each
   */
  public record Line(SysReg register, long value, Optional<Long> old, String words, String fields) {
    /** The value with as many hexadecimal digits as the register has. */
    public String digits() {
      return hex(value);
    }

    /** {@code old} or {@code value} with as many hexadecimal digits as the register has. */
    public String hex(long number) {
      return String.format("%0" + register.width() / 4 + "x", number);
    }
  }

  private final List<SysReg> registers = order();
  private final ReadOnlyObjectWrapper<List<Line>> lines = new ReadOnlyObjectWrapper<>(List.of());

  /** The registers in the order of the view; which they are never changes. */
  public List<SysReg> registers() {
    return registers;
  }

  /** One line a register, in the same order; empty while nothing is open. */
  public ReadOnlyObjectProperty<List<Line>> lines() {
    return lines.getReadOnlyProperty();
  }

  /** Shows {@code snapshot}; null shows nothing. */
  public void show(Snapshot snapshot) {
    lines.set(
        snapshot == null
            ? List.of()
            : registers.stream().map(register -> line(snapshot, register)).toList());
  }

  /** The registers as a Markdown table. */
  public String asMarkdown() {
    StringBuilder text = new StringBuilder("| register | value | means |\n|---|---|---|\n");
    for (Line line : lines.get()) {
      String value = "0x" + line.digits();
      text.append("| ").append(line.register().name()).append(" | ");
      text.append(line.old().isPresent() ? "**" + value + "**" : value).append(" | ");
      text.append(line.words()).append(" |\n");
    }
    return text.toString();
  }

  private static Line line(Snapshot snapshot, SysReg register) {
    boolean secure = register.isBanked() && snapshot.secure();
    long value = snapshot.sysReg(register, secure);
    Long old = snapshot.changes().sysRegs().get(new SysRegCopy(register, secure));
    return new Line(
        register,
        value,
        Optional.ofNullable(old),
        SysRegWords.sentence(register, value, snapshot.symbols()),
        SysRegWords.fields(register, value));
  }

  private static List<SysReg> order() {
    Set<SysReg> order = new LinkedHashSet<>();
    FIRST.forEach(name -> order.add(SysRegs.byName(name)));
    SysRegs.all().stream().filter(SysReg::isHyp).forEach(order::add);
    LAST.forEach(name -> order.add(SysRegs.byName(name)));
    order.remove(null);
    return new ArrayList<>(order);
  }
}
