package org.hypscope.ui.hypregs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.Snapshot;

/**
 * Every system register, group by group: HYP's, with the few others that decide where an exception
 * goes, are open from the start; a filter finds registers in any group. A banked register has a
 * line for its Non-secure and one for its Secure copy.
 */
public final class HypRegsModel {
  private static final String HYP = "HYP";
  private static final List<String> FIRST =
      List.of(
          "HVBAR", "HSR", "HCR", "HSCTLR", "HDCR", "HCPTR", "HSTR", "VTTBR", "HTTBR", "HIFAR",
          "HDFAR", "HPFAR");
  private static final List<String> LAST = List.of("SCR", "SCTLR", "VBAR", "MVBAR");

  /**
   * One register, or one copy of a banked one, at one instant.
   *
   * @param copy which
   * @param value what it holds
   * @param old what it held before the last command, where that changed it
   * @param words what the value means
   * @param fields every field with its meaning, a line each
   */
  public record Line(SysRegCopy copy, long value, Optional<Long> old, String words, String fields) {
    /** Its row. */
    public SysReg register() {
      return copy.register();
    }

    /** The value with as many hexadecimal digits as the register has. */
    public String digits() {
      return hex(value);
    }

    /** {@code old} or {@code value} with as many hexadecimal digits as the register has. */
    public String hex(long number) {
      return String.format("%0" + register().width() / 4 + "x", number);
    }
  }

  /**
   * A functional group as it is shown.
   *
   * @param title its name in words
   * @param count how many registers it has
   * @param open whether they are shown
   * @param lines those that are shown: none while it is closed, and those that fit a filter
   */
  public record Section(String title, int count, boolean open, List<Line> lines) {}

  private final Map<String, List<SysReg>> groups = groups();
  private final Set<String> open = new HashSet<>(Set.of(HYP));
  private final ReadOnlyObjectWrapper<List<Section>> sections =
      new ReadOnlyObjectWrapper<>(List.of());
  private String filter = "";
  private Snapshot snapshot;

  /** What is to be seen, HYP first; empty while nothing is open. */
  public ReadOnlyObjectProperty<List<Section>> sections() {
    return sections.getReadOnlyProperty();
  }

  /** Shows {@code now}; null shows nothing. */
  public void show(Snapshot now) {
    snapshot = now;
    refresh();
  }

  /** Shows the registers alone whose name or title holds every word of {@code text}. */
  public void filter(String text) {
    filter = text.trim().toLowerCase(Locale.ROOT);
    refresh();
  }

  /** Opens the group {@code title}, or closes it. */
  public void toggle(String title) {
    if (!open.remove(title)) {
      open.add(title);
    }
    refresh();
  }

  /** Opens the group of {@code register}, if it is not to be seen. */
  public void open(SysReg register) {
    boolean seen =
        sections.get().stream()
            .flatMap(section -> section.lines().stream())
            .anyMatch(line -> line.register() == register);
    if (!seen && SysRegs.all().contains(register)) {
      filter = "";
      groups.forEach(
          (title, registers) -> {
            if (registers.contains(register)) {
              open.add(title);
            }
          });
      refresh();
    }
  }

  /** The registers that are shown as a Markdown table. */
  public String asMarkdown() {
    StringBuilder text = new StringBuilder("| register | value | means |\n|---|---|---|\n");
    for (Section section : sections.get()) {
      for (Line line : section.lines()) {
        String value = "0x" + line.digits();
        text.append("| ").append(line.copy().name()).append(" | ");
        text.append(line.old().isPresent() ? "**" + value + "**" : value).append(" | ");
        text.append(line.words()).append(" |\n");
      }
    }
    return text.toString();
  }

  private void refresh() {
    List<Section> shown = new ArrayList<>();
    if (snapshot != null) {
      groups.forEach((title, registers) -> add(shown, title, registers));
    }
    sections.set(List.copyOf(shown));
  }

  private void add(List<Section> shown, String title, List<SysReg> registers) {
    boolean unfolded = filter.isEmpty() ? open.contains(title) : true;
    List<Line> lines =
        registers.stream()
            .filter(register -> unfolded)
            .flatMap(HypRegsModel::copies)
            .filter(this::fits)
            .map(this::line)
            .toList();
    if (filter.isEmpty() || !lines.isEmpty()) {
      shown.add(new Section(title, registers.size(), unfolded, lines));
    }
  }

  /** The only copy; of a banked register, the Non-secure and the Secure one. */
  private static Stream<SysRegCopy> copies(SysReg register) {
    Stream<SysRegCopy> first = Stream.of(new SysRegCopy(register, false));
    return register.isBanked()
        ? Stream.concat(first, Stream.of(new SysRegCopy(register, true)))
        : first;
  }

  private boolean fits(SysRegCopy copy) {
    SysReg register = copy.register();
    String name = copy.name() + " " + register.aliases() + " " + register.title();
    return List.of(filter.split("\\s+")).stream().allMatch(name.toLowerCase(Locale.ROOT)::contains);
  }

  private Line line(SysRegCopy copy) {
    SysReg register = copy.register();
    long value = snapshot.sysReg(register, copy.secure());
    Long old = snapshot.changes().sysRegs().get(copy);
    return new Line(
        copy,
        value,
        Optional.ofNullable(old),
        SysRegWords.sentence(register, value, snapshot.symbols()),
        SysRegWords.fields(register, value));
  }

  private static Map<String, List<SysReg>> groups() {
    Set<SysReg> first = new LinkedHashSet<>();
    FIRST.forEach(name -> first.add(SysRegs.byName(name)));
    SysRegs.all().stream().filter(SysReg::isHyp).forEach(first::add);
    LAST.forEach(name -> first.add(SysRegs.byName(name)));
    Map<String, List<SysReg>> groups = new LinkedHashMap<>();
    groups.put(HYP, List.copyOf(first));
    SysRegs.all().stream()
        .filter(register -> !first.contains(register))
        .forEach(
            register ->
                groups.computeIfAbsent(register.group(), g -> new ArrayList<>()).add(register));
    return groups;
  }
}
