package org.hypscope.debug;

import java.util.function.Function;
import org.hypscope.arm.core.Core;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.machine.Machine;

/** A {@link Stop} whose terms are understood: for the thread that has the machine. */
final class Armed {
  private final Stop stop;
  private final Expression<MachineNames.Here> when;
  private final Function<MachineNames.Here, String> says;

  /**
   * The stop {@code stop} where names are those of {@code symbols}.
   *
   * @throws IllegalArgumentException with one sentence where its terms mean nothing
   */
  Armed(Stop stop, Symbols symbols) {
    this.stop = stop;
    MachineNames names = new MachineNames(symbols);
    Terms terms = stop.terms();
    when = terms.when().isEmpty() ? null : Expression.parse(terms.when(), names);
    says =
        terms
            .log()
            .filter(text -> !text.isEmpty())
            .map(text -> Expression.message(text, names))
            .orElse(null);
  }

  Breakpoint at() {
    return stop.at();
  }

  int skip() {
    return stop.terms().skip();
  }

  boolean isLog() {
    return stop.terms().log().isPresent();
  }

  /** Whether its condition holds on {@code core}. */
  boolean holds(Machine machine, Core core) {
    return when == null || when.holds(new MachineNames.Here(machine, core));
  }

  /** What it has to say on {@code core}: {@code usual} where it has no words of its own. */
  String words(Machine machine, Core core, String usual) {
    return says == null ? usual : says.apply(new MachineNames.Here(machine, core));
  }
}
