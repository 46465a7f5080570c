package org.hypscope.debug;

import java.util.OptionalInt;
import org.hypscope.arm.arch.Bank;
import org.hypscope.debug.symbols.dwarf.Function.Parameter;
import org.hypscope.debug.symbols.dwarf.Place;

/** What the parameters of the function at PC are worth. */
public final class ParameterValues {
  private static final int REGISTERS = 15;

  private final Snapshot now;

  /** At the instant of {@code now}. */
  public ParameterValues(Snapshot now) {
    this.now = now;
  }

  /** The word that {@code parameter} holds, or begins with; empty where that cannot be told. */
  public OptionalInt of(Parameter parameter) {
    Place place = parameter.place();
    if (place instanceof Place.Register in) {
      return register(in.number());
    }
    if (place instanceof Place.Memory at) {
      OptionalInt base = register(at.base());
      return base.isEmpty() ? base : now.memory().word(base.getAsInt() + (int) at.offset());
    }
    if (place instanceof Place.Fixed at) {
      return now.memory().word(at.address());
    }
    return place instanceof Place.Constant is
        ? OptionalInt.of((int) is.value())
        : OptionalInt.empty();
  }

  private OptionalInt register(int number) {
    return number < REGISTERS
        ? OptionalInt.of(now.register(Bank.at(Bank.map(now.mode())[number])))
        : OptionalInt.empty();
  }
}
