package org.hypscope.debug;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.decode.Registers;
import org.hypscope.arm.sysreg.Field;
import org.hypscope.arm.sysreg.FpRegs;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.symbols.Symbol;

/**
 * Places as people write them: {@code r3} and {@code sp} of the current mode, {@code SP_hyp} of any
 * bank, {@code HVBAR}, {@code VBAR(S)}, a field {@code HCR.VM} or {@code CPSR.M}, {@code D5},
 * {@code PC}, an address of the code that runs {@code 0x40001000} or {@code symbol+4}, a physical
 * one {@code PA:0x40001000}.
 */
public final class PlaceNames {
  private static final int WORD = 4;
  private static final String PHYSICAL = AddressSpace.PHYSICAL.label() + ":";

  private PlaceNames() {}

  /**
   * The place that {@code text} names in {@code snapshot}, of the core that it is seen from.
   *
   * @throws IllegalArgumentException with one sentence where it names none
   */
  public static Place parse(String text, Snapshot snapshot) {
    String name = text.trim();
    return register(name, snapshot)
        .or(() -> fixed(name, snapshot.core()))
        .orElseGet(() -> memory(name, snapshot));
  }

  private static Optional<Place> register(String name, Snapshot snapshot) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (int n = 0; n <= 14; n++) {
      if (lower.equals("r" + n) || lower.equals(Registers.name(n))) {
        Bank bank = Bank.at(Bank.map(snapshot.mode())[n]);
        return Optional.of(new Place.Register(snapshot.core(), bank));
      }
    }
    boolean current = lower.equals("spsr") || lower.startsWith("spsr.");
    int slot = current ? Bank.spsr(snapshot.mode()) : -1;
    return slot < 0
        ? Optional.empty()
        : fixed(Bank.at(slot) + name.substring("spsr".length()), snapshot.core());
  }

  /**
   * The place of core {@code core} that {@code name} names whatever its mode: a bank, a field of a
   * PSR, a system register, a field of one, D0 to D31; empty where it names none.
   *
   * @throws IllegalArgumentException with one sentence where there is no such field
   */
  static Optional<Place> fixed(String name, int core) {
    int dot = name.indexOf('.');
    String whole = dot < 0 ? name : name.substring(0, dot);
    String upper = name.toUpperCase(Locale.ROOT);
    for (Bank bank : Bank.values()) {
      if (bank.name().equalsIgnoreCase(whole)) {
        Place.Register register = new Place.Register(core, bank);
        return Optional.of(dot < 0 ? register : psrField(register, upper.substring(dot + 1)));
      }
    }
    if (upper.matches("D([0-9]|[12][0-9]|3[01])")) {
      return Optional.of(new Place.Doubleword(core, Integer.parseInt(upper.substring(1))));
    }
    return systemRegister(upper, dot, core);
  }

  private static Place psrField(Place.Register register, String field) {
    Integer mask = Psr.fields().get(field);
    if (!register.bank().name().contains("PSR")) {
      throw new IllegalArgumentException(
          register + " has no fields: CPSR and the SPSRs have " + psrFields() + ".");
    }
    if (mask == null) {
      throw new IllegalArgumentException(
          register + " has no field '" + field + "': it has " + psrFields() + ".");
    }
    String name = register.bank() + "." + field;
    return new Place.Register(register.core(), register.bank(), mask, name);
  }

  private static String psrFields() {
    return String.join(", ", Psr.fields().keySet());
  }

  private static Optional<Place> systemRegister(String upper, int dot, int core) {
    String whole = dot < 0 ? upper : upper.substring(0, dot);
    SysRegCopy copy =
        whole.equals(FpRegs.FPSCR.name())
            ? new SysRegCopy(FpRegs.FPSCR, false)
            : SysRegs.copyByName(whole);
    if (copy == null) {
      return Optional.empty();
    }
    if (dot < 0) {
      return Optional.of(new Place.SystemRegister(core, copy));
    }
    Field field = field(copy.register(), upper.substring(dot + 1));
    long mask = -1L >>> 63 - (field.high() - field.low()) << field.low();
    String full = copy.name() + "." + field.name();
    return Optional.of(new Place.SystemRegister(core, copy, mask, full));
  }

  private static Field field(SysReg register, String name) {
    return register.fields().stream()
        .filter(each -> each.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    register.name()
                        + " has no field '"
                        + name
                        + "': it has "
                        + String.join(", ", register.fields().stream().map(Field::name).toList())
                        + "."));
  }

  private static Place memory(String name, Snapshot snapshot) {
    if (name.regionMatches(true, 0, PHYSICAL, 0, PHYSICAL.length())) {
      long at = number(name.substring(PHYSICAL.length())).orElseThrow(() -> unknown(name));
      return word(at, AddressSpace.PHYSICAL.name(at), snapshot);
    }
    int address = address(name, snapshot);
    OptionalLong at = snapshot.memory().physical(address);
    String space = snapshot.currentSpace().name(Integer.toUnsignedLong(address));
    if (at.isEmpty()) {
      throw new IllegalArgumentException(space + " is not mapped now: give its PA:0x... instead.");
    }
    return word(at.getAsLong(), space, snapshot);
  }

  private static Place word(long at, String name, Snapshot snapshot) {
    if (snapshot.memory(AddressSpace.PHYSICAL).isDevice((int) at)) {
      throw new IllegalArgumentException(
          name + " belongs to a device, which answers anew each time: ask for RAM.");
    }
    return new Place.Memory(at, WORD);
  }

  /**
   * The address that {@code name} names: a number, {@code symbol} or {@code symbol+4}.
   *
   * @throws IllegalArgumentException with one sentence where it names none
   */
  static int address(String name, Snapshot snapshot) {
    OptionalLong number = number(name);
    if (number.isPresent()) {
      return (int) number.getAsLong();
    }
    int plus = name.lastIndexOf('+');
    long more = plus < 0 ? 0 : number(name.substring(plus + 1)).orElseThrow(() -> unknown(name));
    String symbol = plus < 0 ? name : name.substring(0, plus);
    int address = snapshot.symbols().address(symbol).orElseThrow(() -> unknown(name));
    return (address & ~1) + (int) more;
  }

  private static OptionalLong number(String text) {
    try {
      long value = Long.decode(text.trim());
      return value >= 0 && value >>> 40 == 0 ? OptionalLong.of(value) : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * At most {@code most} names that begin with {@code start} in any case: registers, system
   * registers, the fields of one whose name stands before a dot, symbols.
   */
  public static List<String> beginningWith(String start, Snapshot snapshot, int most) {
    Stream<String> banks = Arrays.stream(Bank.values()).map(Bank::name);
    Stream<String> system = SysRegs.copies().stream().map(SysRegCopy::name);
    Stream<String> symbols = snapshot.symbols().all().stream().map(Symbol::name);
    Stream<String> names =
        start.contains(".")
            ? fieldNames(start.substring(0, start.indexOf('.')))
            : Stream.of(banks, system, symbols).flatMap(each -> each);
    return names
        .filter(each -> each.regionMatches(true, 0, start, 0, start.length()))
        .distinct()
        .limit(most)
        .toList();
  }

  private static Stream<String> fieldNames(String register) {
    String upper = register.toUpperCase(Locale.ROOT);
    SysRegCopy copy = SysRegs.copyByName(upper);
    if (copy != null) {
      return copy.register().fields().stream().map(each -> copy.name() + "." + each.name());
    }
    return Arrays.stream(Bank.values())
        .map(Bank::name)
        .filter(each -> each.contains("PSR") && each.equalsIgnoreCase(register))
        .flatMap(each -> Psr.fields().keySet().stream().map(field -> each + "." + field));
  }

  private static IllegalArgumentException unknown(String name) {
    return new IllegalArgumentException(
        "'"
            + name
            + "' is no register, field, symbol or address: write r3, SP_hyp, CPSR.M, HVBAR,"
            + " HCR.VM, 0x40001000, PA:0x40001000 or a symbol.");
  }
}
