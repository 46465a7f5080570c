package org.hypscope.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.sysreg.FpRegs;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.FpRegisters;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.symbols.Symbol;
import org.hypscope.ui.command.Command;
import org.hypscope.ui.gallery.Scenario;
import org.hypscope.ui.palette.Hit;
import org.hypscope.ui.palette.PaletteModel;

/** What the palette can find in one window. */
final class PaletteSources {
  private final WorkbenchState state;
  private final SourceHits lines;
  private final TimeHits times;
  private final Predicate<Command> available;
  private final Consumer<Command> perform;
  private final Consumer<String> complain;
  private final Consumer<String> openScenario;
  private final Function<String, Stream<Hit>> tours;
  private final List<Scenario> scenarios;
  private final LayoutHits layouts;
  private final IntConsumer pickCore;
  private final Sessions sessions;

  PaletteSources(
      WorkbenchState state,
      SourceHits lines,
      TimeHits times,
      List<Scenario> scenarios,
      Consumer<String> openScenario,
      Function<String, Stream<Hit>> tours,
      LayoutHits layouts,
      IntConsumer pickCore,
      Sessions sessions,
      Predicate<Command> available,
      Consumer<Command> perform,
      Consumer<String> complain) {
    this.state = state;
    this.lines = lines;
    this.times = times;
    this.scenarios = scenarios;
    this.openScenario = openScenario;
    this.tours = tours;
    this.layouts = layouts;
    this.pickCore = pickCore;
    this.sessions = sessions;
    this.available = available;
    this.perform = perform;
    this.complain = complain;
  }

  /** Everything: commands, scenarios, symbols, registers, addresses. */
  PaletteModel everything() {
    return new PaletteModel(
        List.of(
            this::addresses,
            this::coordinates,
            times::of,
            lines::of,
            this::views,
            this::commands,
            this::cores,
            typed -> StopHits.of(state, typed, complain),
            this::layouts,
            this::scenarios,
            tours::apply,
            this::symbols,
            this::registers));
  }

  /** What has an address. */
  PaletteModel places() {
    return new PaletteModel(List.of(this::addresses, this::coordinates, lines::of, this::symbols));
  }

  /** The guided tours. */
  PaletteModel onlyTours() {
    return new PaletteModel(List.of(tours::apply));
  }

  /** The coordinate that is typed, or the one on the clipboard. */
  PaletteModel onlyCoordinates() {
    return new PaletteModel(List.of(sessions::coordinates));
  }

  private Stream<Hit> coordinates(String typed) {
    return typed.isEmpty() ? Stream.empty() : sessions.coordinates(typed);
  }

  private Stream<Hit> commands(String typed) {
    return Arrays.stream(Command.values())
        .filter(available)
        .map(
            c ->
                new Hit(
                    "command",
                    c.title(),
                    c.key().map(k -> k.label()).orElse(""),
                    () -> perform.accept(c)));
  }

  /** All views, closed ones too. */
  PaletteModel onlyViews() {
    return new PaletteModel(List.of(this::views));
  }

  /** Where the view that has the keyboard can be moved to. */
  PaletteModel onlyMoves() {
    return new PaletteModel(List.of(typed -> layouts.moves()));
  }

  /** Arrangements that have names, and the present one if a name is typed. */
  PaletteModel onlyLayouts() {
    return new PaletteModel(List.of(layouts::named));
  }

  private Stream<Hit> views(String typed) {
    return state.snapshot().get() == null ? Stream.empty() : layouts.views();
  }

  private Stream<Hit> layouts(String typed) {
    return state.snapshot().get() == null ? Stream.empty() : layouts.of(typed);
  }

  private Stream<Hit> cores(String typed) {
    Snapshot snapshot = state.snapshot().get();
    return snapshot == null || snapshot.cores().size() == 1
        ? Stream.empty()
        : snapshot.cores().stream()
            .map(
                core ->
                    new Hit(
                        "core",
                        "Look at core " + core.number() + ": " + core.state().words(),
                        core.mode() + " " + NumberWords.grouped(core.pc()),
                        () -> pickCore.accept(core.number())));
  }

  private Stream<Hit> scenarios(String typed) {
    return scenarios.stream()
        .map(
            s ->
                new Hit(
                    "scenario",
                    s.name() + ": " + s.title(),
                    "",
                    () -> openScenario.accept(s.name())));
  }

  private Stream<Hit> symbols(String typed) {
    Snapshot snapshot = state.snapshot().get();
    if (snapshot == null) {
      return Stream.empty();
    }
    return snapshot.symbols().all().stream().map(each -> symbol(snapshot, each));
  }

  private Hit symbol(Snapshot snapshot, Symbol symbol) {
    return new Hit(
        "symbol",
        symbol.name(),
        NumberWords.grouped(symbol.address()),
        () -> state.goTo(snapshot.symbols().seen(symbol.address())));
  }

  private Stream<Hit> registers(String typed) {
    Snapshot snapshot = state.snapshot().get();
    if (snapshot == null) {
      return Stream.empty();
    }
    Stream<Hit> banks =
        Arrays.stream(Bank.values())
            .map(
                bank ->
                    new Hit(
                        "register",
                        bank.name(),
                        NumberWords.grouped(snapshot.register(bank)),
                        () -> state.select(bank)));
    Stream<Hit> system =
        Stream.concat(SysRegs.all().stream(), Stream.of(FpRegs.FPSCR))
            .map(register -> systemRegister(snapshot, register));
    return Stream.of(banks, doublewords(snapshot), system).flatMap(each -> each);
  }

  private Stream<Hit> doublewords(Snapshot snapshot) {
    return IntStream.range(0, FpRegisters.COUNT)
        .mapToObj(
            n ->
                new Hit(
                    "register",
                    "D" + n,
                    String.format("0x%016x", snapshot.fp().d(n)),
                    () -> state.selectDoubleword(n)));
  }

  private Hit systemRegister(Snapshot snapshot, SysReg register) {
    long value = snapshot.sysReg(register, snapshot.secure() && register.isBanked());
    return new Hit(
        "register",
        register.name() + aliases(register) + ": " + register.title(),
        String.format("0x%0" + register.width() / 4 + "x", value),
        () -> state.select(register));
  }

  private static String aliases(SysReg register) {
    return register.aliases().isEmpty() ? "" : " (" + String.join(", ", register.aliases()) + ")";
  }

  private Stream<Hit> addresses(String typed) {
    if (state.snapshot().get() == null) {
      return Stream.empty();
    }
    return address(typed)
        .map(
            at ->
                new Hit("address", typed, "go to " + NumberWords.grouped(at), () -> state.goTo(at)))
        .stream();
  }

  /** The 32-bit number that {@code typed} is: {@code 0x} and hexadecimal, or eight digits. */
  static Optional<Integer> address(String typed) {
    String digits = typed.toLowerCase(Locale.ROOT).replace("_", "");
    boolean marked = digits.startsWith("0x");
    digits = marked ? digits.substring(2) : digits;
    boolean fits = digits.matches("[0-9a-f]{1,8}") && (marked || digits.length() == 8);
    return fits ? Optional.of(Integer.parseUnsignedInt(digits, 16)) : Optional.empty();
  }
}
