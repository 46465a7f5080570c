package org.hypscope.debug;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.machine.Machine;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.time.Mark;
import org.hypscope.time.Timeline;

/** Finds out where values come from, on a copy of a run. */
final class Origins {
  private static final int MOST = 40;

  private final Timeline run;
  private final Symbols symbols;
  private final BooleanSupplier stop;
  private final Set<Asked> asked = new HashSet<>();

  private record Asked(Place place, long steps) {}

  /** {@code run} is a copy that may be sent anywhere. */
  Origins(Timeline run, Symbols symbols, BooleanSupplier stop) {
    this.run = run;
    this.symbols = symbols;
    this.stop = stop;
  }

  /** Who last wrote {@code place} before {@code steps}, and so on {@code depth} times. */
  Origin of(Place place, long steps, int depth) {
    WriteWatch watch = new WriteWatch(place);
    long seen = run.last(watch, steps, stop);
    if (seen == Timeline.NEVER) {
      run.goTo(0);
      return untouched(place);
    }
    run.goTo(seen);
    Machine machine = run.machine();
    Core core = machine.core();
    InsnFlow flow = InsnFlow.of(core);
    List<Place> sources = List.of();
    if (flow != null && watch.writer() == Origin.Writer.INSTRUCTION) {
      sources = sources(machine, core, flow, place, watch.element());
    }
    if (watch.writer() == Origin.Writer.FIRMWARE && watch.isSwitchedOn()) {
      sources = started(place, machine.turn());
    }
    if (watch.writer() == Origin.Writer.EXCEPTION && place instanceof Place.Register at) {
      sources = EntrySources.of(at, watch.entered());
    }
    Origin found = standing(place, watch.writer(), machine, core, flow);
    return depth <= 1 ? found : found.with(origins(sources, seen, depth - 1));
  }

  private Origin untouched(Place place) {
    Machine machine = run.machine();
    long value = PlaceValues.of(machine, place);
    Origin.Writer writer =
        isLoaded(machine.image(), place) ? Origin.Writer.LOADER : Origin.Writer.RESET;
    return new Origin(place, value, value, writer, Optional.empty(), 0, 0, "", "", List.of());
  }

  private static boolean isLoaded(LoadedImage image, Place place) {
    if (place instanceof Place.Memory at) {
      return image.segments().stream().anyMatch(each -> each.contains(at.address()));
    }
    return place instanceof Place.Register at
        && at.core() == 0
        && (at.isPc() || image.entered().registers().containsKey(at.bank()));
  }

  /** CPU_ON by core {@code by}: R2 is where the other core begins, and R3 is what it is told. */
  private static List<Place> started(Place place, int by) {
    if (place instanceof Place.Register at && at.isPc()) {
      return registers(by, List.of(Bank.R2));
    }
    boolean told = place instanceof Place.Register at && at.bank() == Bank.R0;
    return told ? registers(by, List.of(Bank.R3)) : List.of();
  }

  /** What is to be said where the machine stands before what wrote; it makes that step. */
  private Origin standing(
      Place place, Origin.Writer writer, Machine machine, Core core, InsnFlow flow) {
    int turn = machine.turn();
    int pc = core.pc();
    String symbol = new EventNames(core, symbols).of(pc, core.mode());
    Mark at = Frame.markOf(core);
    long before = PlaceValues.of(machine, place);
    if (writer != Origin.Writer.EDIT) {
      run.goTo(run.steps() + 1);
    }
    return new Origin(
        place,
        PlaceValues.of(machine, place),
        before,
        writer,
        Optional.of(at),
        turn,
        pc,
        symbol,
        flow == null ? "" : flow.toString(),
        List.of());
  }

  private List<Origin> origins(List<Place> sources, long seen, int depth) {
    List<Origin> from = new ArrayList<>();
    for (Place each : sources) {
      if (asked.size() < MOST && asked.add(new Asked(each, seen))) {
        from.add(of(each, seen, depth));
      }
    }
    return from;
  }

  /** What the instruction that {@code core} stands before takes the value of {@code place} from. */
  private static List<Place> sources(
      Machine machine, Core core, InsnFlow flow, Place place, int element) {
    int number = machine.turn();
    if (place instanceof Place.Memory && flow.isBlockTransfer()) {
      List<Bank> listed = flow.listed(core);
      return element < listed.size() ? registers(number, List.of(listed.get(element))) : List.of();
    }
    if (place instanceof Place.Memory) {
      List<Bank> data = new ArrayList<>(flow.read(core));
      data.removeAll(flow.addressed(core));
      return registers(number, element < data.size() ? List.of(data.get(element)) : data);
    }
    if (place instanceof Place.Register into && into.isCpsr()) {
      return statusRegister(number, core, flow, into);
    }
    if (place instanceof Place.Register into) {
      boolean transfers = flow.readsMemory() || flow.writesMemory();
      if (transfers && flow.addressed(core).contains(into.bank())) {
        return List.of(place);
      }
      if (flow.readsMemory()) {
        return LoadedFrom.of(machine, core, flow, into.bank());
      }
      if (flow.readsSystemRegister()) {
        return systemRegister(number, core, flow.word());
      }
    }
    List<Bank> read = new ArrayList<>(flow.read(core));
    if (place instanceof Place.Register into && into.isPc()) {
      read.removeIf(bank -> bank.ordinal() == Bank.spsr(core.mode()));
    }
    return registers(number, read);
  }

  /** CPSR, or a field of it, comes from the same of SPSR, or from what MSR reads. */
  private static List<Place> statusRegister(
      int number, Core core, InsnFlow flow, Place.Register into) {
    int spsr = Bank.spsr(core.mode());
    if (spsr < 0 || !flow.read(core).contains(Bank.at(spsr))) {
      return registers(number, flow.read(core));
    }
    return List.of(into.ofBank(Bank.at(spsr)));
  }

  private static List<Place> registers(int core, List<Bank> banks) {
    List<Place> places = new ArrayList<>();
    for (Bank bank : banks) {
      places.add(new Place.Register(core, bank));
    }
    return places;
  }

  /** MRC, MRRC and VMRS. */
  private static List<Place> systemRegister(int number, Core core, int word) {
    int coprocessor = word >>> 8 & 0xf;
    boolean wide = (word & 0x0fe0_0000) == 0x0c40_0000;
    SysReg register =
        wide
            ? SysRegs.wide(coprocessor, word >>> 4 & 0xf, word & 0xf)
            : SysRegs.narrow(
                coprocessor, word >>> 21 & 7, word >>> 16 & 0xf, word & 0xf, word >>> 5 & 7);
    if (register == null) {
      return List.of();
    }
    SysRegCopy copy = new SysRegCopy(register, register.isBanked() && core.isSecure());
    return List.of(new Place.SystemRegister(number, copy));
  }
}
