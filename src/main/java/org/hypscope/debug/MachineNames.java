package org.hypscope.debug;

import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.bus.AccessKind;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.decode.Registers;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.machine.Machine;

/**
 * What names mean in conditions of stops: registers of the current mode and of any bank, system
 * registers and fields, {@code core}, modes as their numbers, symbols as their addresses.
 */
final class MachineNames implements Expression.Names<MachineNames.Here> {
  private static final String PHYSICAL = AddressSpace.PHYSICAL.label() + ":";
  private static final int PC = 15;
  private static final long WORD = 0xffff_ffffL;

  private final Symbols symbols;

  /** A core of a machine, between two instructions. */
  record Here(Machine machine, Core core) {}

  /** {@code symbols} are seen from where the condition is asked. */
  MachineNames(Symbols symbols) {
    this.symbols = symbols;
  }

  @Override
  public Optional<ToLongFunction<Here>> named(String name) {
    if (name.startsWith(PHYSICAL)) {
      long at = Long.parseLong(name.substring(PHYSICAL.length()));
      return Optional.of(from -> PlaceValues.word(from.machine(), at));
    }
    return register(name.toLowerCase(Locale.ROOT))
        .or(() -> place(name))
        .or(() -> constant(name))
        .or(() -> symbol(name));
  }

  private static Optional<ToLongFunction<Here>> register(String name) {
    if (name.equals("pc") || name.equals("r15")) {
      return Optional.of(from -> from.core().pc() & WORD);
    }
    for (int n = 0; n < PC; n++) {
      if (name.equals("r" + n) || name.equals(Registers.name(n))) {
        int number = n;
        return Optional.of(from -> from.core().r(number) & WORD);
      }
    }
    if (name.equals("spsr")) {
      return Optional.of(from -> from.core().spsr() & WORD);
    }
    return name.equals("core")
        ? Optional.of(from -> from.machine().cores().indexOf(from.core()))
        : Optional.empty();
  }

  /** A field by its own value. */
  private static Optional<ToLongFunction<Here>> place(String name) {
    return PlaceNames.fixed(name, 0)
        .map(at -> from -> PlaceValues.of(from.core(), at) >>> FieldValues.shift(at));
  }

  private static Optional<ToLongFunction<Here>> constant(String name) {
    for (Mode mode : Mode.values()) {
      if (mode.name().equals(name)) {
        return Optional.of(from -> mode.encoding());
      }
    }
    return Optional.empty();
  }

  private Optional<ToLongFunction<Here>> symbol(String name) {
    return symbols.address(name).map(now -> from -> symbols.address(name).orElse(now) & ~1 & WORD);
  }

  @Override
  public Optional<ToLongFunction<Here>> memory(ToLongFunction<Here> address) {
    return Optional.of(from -> word(from, (int) address.applyAsLong(from)));
  }

  private static long word(Here from, int address) {
    long at = from.core().translate(address, AccessKind.READ);
    Machine machine = from.machine();
    if (at < 0 || !machine.ram().contains(at) && !machine.flash().contains(at)) {
      throw new Expression.Unreadable();
    }
    return PlaceValues.word(machine, at);
  }

  @Override
  public String examples() {
    return "r0, SP_hyp, HCR.VM, CPSR.M, [sp,#4], a symbol";
  }
}
