package org.hypscope.ui.readout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hypscope.abi.Finding;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Bits;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.StopReason;
import org.hypscope.debug.TraceEvent;
import org.hypscope.time.Mark;

/**
 * What a command did, in one sentence to be read out: what was entered or returned from, in which
 * mode the core is now, which registers changed, where it goes on.
 */
public final class StepSentence {
  private static final int MOST = 4;
  private static final int VECTORS_END = 0x1c;
  private static final SysReg HVBAR = SysRegs.byName("HVBAR");

  private final Snapshot was;
  private final Snapshot is;

  private StepSentence(Snapshot was, Snapshot is) {
    this.was = was;
    this.is = is;
  }

  /**
   * The way from {@code was}, null for none, to {@code is}.
   *
   * @param findings all of the session; those of the call at which it stands are read out
   */
  public static String of(Snapshot was, Snapshot is, List<Finding> findings) {
    boolean sameImage = was != null && was.imageName().equals(is.imageName());
    return new StepSentence(sameImage ? was : null, is).text(findings);
  }

  private String text(List<Finding> findings) {
    List<String> parts = new ArrayList<>();
    parts.add(way());
    parts.addAll(changed());
    parts.add("PC = " + place());
    if (is.atHvc()) {
      parts.add("standing at HVC #" + is.hvcImmediate());
    }
    String sentence = String.join("; ", parts) + ".";
    String wrong = wrong(findings);
    String end = is.stop().isEnd() ? " " + is.stop().text() : "";
    return sentence + wrong + end;
  }

  /** From where to where: an event by its name, or how many instructions. */
  private String way() {
    if (was == null) {
      return "At " + is.mark() + " in " + is.mode();
    }
    int direction = is.mark().compareTo(was.mark());
    if (direction == 0) {
      return is.stop().kind() == StopReason.Kind.EDITED ? "Edited" : "At " + is.mark();
    }
    boolean back = direction < 0;
    Mark from = back ? is.mark() : was.mark();
    Mark to = back ? was.mark() : is.mark();
    boolean step = to.retired() - from.retired() <= 1;
    Optional<TraceEvent> event = step ? event(from, to) : Optional.empty();
    String name = event.map(StepSentence::name).orElse(step ? "Step" : "To " + is.mark());
    return (back ? "Back: " : "") + name + modes();
  }

  private Optional<TraceEvent> event(Mark from, Mark to) {
    Snapshot later = is.timeline().events().size() >= was.timeline().events().size() ? is : was;
    return later.timeline().events().stream()
        .filter(each -> each.core() == is.core())
        .filter(each -> each.mark().compareTo(from) >= 0 && each.mark().compareTo(to) < 0)
        .reduce((first, last) -> last);
  }

  private static String name(TraceEvent event) {
    return switch (event.kind()) {
      case "hvc", "svc", "smc" -> event.kind().toUpperCase(Locale.ROOT) + " #" + event.imm();
      case "eret" -> "Exception return";
      case "undef" -> "Undefined instruction";
      case "pabt" -> "Prefetch abort";
      case "dabt" -> "Data abort";
      case "hyptrap" -> "Trap to HYP";
      default -> event.kind().toUpperCase(Locale.ROOT);
    };
  }

  private String modes() {
    Mode before = was.mode();
    return before == is.mode() ? ", in " + is.mode() : ": " + before + " to " + is.mode();
  }

  /** The registers that the command changed, those that only HYP has first. */
  private List<String> changed() {
    if (was == null) {
      return List.of();
    }
    Map<Bank, Integer> registers = is.changes().registers();
    List<String> all =
        Stream.of(
                registers.keySet().stream().filter(bank -> bank == Bank.ELR_hyp).map(this::value),
                is.changes().sysRegs().keySet().stream().map(this::value),
                registers.keySet().stream().filter(StepSentence::isPlain).map(this::value))
            .flatMap(each -> each)
            .toList();
    if (all.size() <= MOST) {
      return all;
    }
    List<String> first = new ArrayList<>(all.subList(0, MOST - 1));
    first.add("and " + (all.size() - MOST + 1) + " more registers");
    return first;
  }

  private static boolean isPlain(Bank bank) {
    return bank != Bank.PC && bank != Bank.CPSR && bank != Bank.ELR_hyp;
  }

  private String value(Bank bank) {
    return bank.name() + " = " + Bits.hex(is.register(bank));
  }

  private String value(SysRegCopy copy) {
    long value = is.sysReg(copy.register(), copy.secure());
    int width = copy.register().width();
    return copy.name()
        + " = "
        + (width == Long.SIZE ? String.format("0x%016x", value) : Bits.hex((int) value));
  }

  private String place() {
    int offset = is.pc() - (int) is.sysReg(HVBAR);
    if (is.mode() == Mode.HYP && offset >= 0 && offset <= VECTORS_END) {
      return String.format("HYP vector +0x%02x", offset);
    }
    String name = is.symbols().describe(is.pc());
    return name.isEmpty() ? Bits.hex(is.pc()) : name;
  }

  private String wrong(List<Finding> findings) {
    String rules =
        findings.stream()
            .filter(each -> each.at().equals(is.mark()))
            .map(Finding::rule)
            .distinct()
            .collect(Collectors.joining(", "));
    return rules.isEmpty() ? "" : " Finding: " + rules + ".";
  }
}
