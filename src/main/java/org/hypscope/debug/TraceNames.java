package org.hypscope.debug;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.sysreg.Field;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.symbols.Symbol;
import org.hypscope.debug.symbols.Symbols;

/**
 * What names mean in a condition on a {@link TraceEvent}: its facts, {@code caller} and {@code
 * owner} as the addresses of the symbols at the instruction and at HVBAR, modes as their numbers,
 * symbols as their addresses.
 */
public final class TraceNames implements Expression.Names<TraceEvent> {
  private static final long WORD = 0xffff_ffffL;
  private static final Map<String, ToLongFunction<TraceEvent>> FACTS =
      Map.ofEntries(
          Map.entry("n", TraceEvent::n),
          Map.entry("core", TraceEvent::core),
          Map.entry("at", TraceEvent::at),
          Map.entry("pc", e -> e.pc() & WORD),
          Map.entry("imm", TraceEvent::imm),
          Map.entry("r0", e -> e.r0() & WORD),
          Map.entry("r1", e -> e.r1() & WORD),
          Map.entry("r2", e -> e.r2() & WORD),
          Map.entry("r3", e -> e.r3() & WORD),
          Map.entry("hvbar", e -> e.hvbar() & WORD),
          Map.entry("vttbr", TraceEvent::vttbr),
          Map.entry("vector_pc", e -> e.vectorPc() & WORD),
          Map.entry("mode", e -> e.mode().encoding()),
          Map.entry("to_mode", e -> e.toMode().encoding()),
          Map.entry("hsr", e -> known(e.hsr())),
          Map.entry("spsr", e -> known(e.spsr())),
          Map.entry("target", e -> known(e.target())),
          Map.entry("return_at", e -> e.ret() == null ? unknown() : e.ret().at()),
          Map.entry("ret_r0", e -> e.ret() == null ? unknown() : e.ret().r0() & WORD),
          Map.entry("ret_hvbar", e -> e.ret() == null ? unknown() : e.ret().hvbar() & WORD));

  private final Symbols symbols;

  /** Of events of a run whose image has {@code symbols}. */
  public TraceNames(Symbols symbols) {
    this.symbols = symbols;
  }

  private static long known(Integer value) {
    return value == null ? unknown() : value & WORD;
  }

  private static long unknown() {
    throw new Expression.Unreadable();
  }

  @Override
  public Optional<ToLongFunction<TraceEvent>> named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(FACTS.get(lower))
        .or(() -> place(lower))
        .or(() -> syndrome(name))
        .or(() -> mode(name))
        .or(() -> symbols.address(name).map(at -> event -> at & ~1 & WORD));
  }

  private Optional<ToLongFunction<TraceEvent>> place(String name) {
    if (name.equals("caller")) {
      return Optional.of(event -> start(event.symbol()));
    }
    return name.equals("owner")
        ? Optional.of(
            event -> symbols.at(event.hvbar()).map(Symbol::address).map(at -> at & WORD).orElse(0L))
        : Optional.empty();
  }

  /** The address of the symbol in {@code name+0x4}; 0 for none. */
  private long start(String place) {
    int plus = place.indexOf('+');
    String name = plus < 0 ? place : place.substring(0, plus);
    return symbols.address(name).map(at -> at & ~1 & WORD).orElse(0L);
  }

  /** {@code HSR.EC} and its kin. */
  private static Optional<ToLongFunction<TraceEvent>> syndrome(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    for (Field each : SysRegs.byName("HSR").fields()) {
      if (upper.equals("HSR." + each.name())) {
        return Optional.of(event -> each.of(known(event.hsr())));
      }
    }
    return Optional.empty();
  }

  private static Optional<ToLongFunction<TraceEvent>> mode(String name) {
    return Arrays.stream(Mode.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .map(each -> event -> each.encoding());
  }

  @Override
  public Optional<ToLongFunction<TraceEvent>> memory(ToLongFunction<TraceEvent> address) {
    return Optional.empty();
  }

  @Override
  public String examples() {
    return "r0 to r3, imm, pc, caller, owner, hvbar, HSR.EC, mode, ret_r0, a symbol";
  }
}
