package org.hypscope.ui.stops;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.hypscope.arm.arch.Bits;
import org.hypscope.debug.Breakpoint;
import org.hypscope.debug.Logged;
import org.hypscope.debug.Place;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.Stop;
import org.hypscope.debug.StopNames;
import org.hypscope.debug.Tally;
import org.hypscope.debug.Terms;
import org.hypscope.time.Mark;

/** Every place at which runs stop, on what terms and how often met, and what log points said. */
public final class StopsModel {
  /** What stands for stopping where a log message could stand. */
  public static final String STOP = "stop";

  /** What stands for logging in the usual words. */
  public static final String LOG = "log";

  private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
  private final ObservableList<Logged> log = FXCollections.observableArrayList();
  private List<Logged> said = List.of();
  private String filter = "";
  private Snapshot now;

  /**
   * One stop in words.
   *
   * @param kind breakpoint, vector, mode or watchpoint
   * @param core whose it is
   */
  public record Row(Stop stop, String kind, String place, String core, Optional<Tally> tally) {
    /** How often it was met. */
    public String met() {
      return tally.map(t -> "met " + t.count() + ", last at " + t.last()).orElse("not met yet");
    }

    /** Where it was met last. */
    public Optional<Mark> last() {
      return tally.map(Tally::last);
    }

    /** What is done there, as {@link StopsModel#terms} reads it. */
    public String then() {
      return stop.terms().log().map(says -> says.isEmpty() ? LOG : says).orElse(STOP);
    }

    /** All of it in a line. */
    public String spoken() {
      return kind + " " + place + ", " + core + stop.terms() + ", " + met();
    }
  }

  /** The stops, in the order in which they were set. */
  public ReadOnlyObjectProperty<List<Row>> rows() {
    return rows.getReadOnlyProperty();
  }

  /** What log points said, of that what the filter lets through. */
  public ObservableList<Logged> log() {
    return log;
  }

  /** Whether something was logged, or may be. */
  public boolean isLogging() {
    return !said.isEmpty() || rows.get().stream().anyMatch(row -> !row.then().equals(STOP));
  }

  /** How many log lines there are without the filter. */
  public int logged() {
    return said.size();
  }

  /** Shows {@code stops} as they stand at {@code snapshot}, which may be null. */
  public void show(Map<Breakpoint, Terms> stops, Snapshot snapshot) {
    now = snapshot;
    List<Row> all = new ArrayList<>();
    if (snapshot != null) {
      stops.forEach((at, terms) -> all.add(row(new Stop(at, terms), snapshot)));
    }
    rows.set(List.copyOf(all));
    List<Logged> next = snapshot == null ? List.of() : snapshot.log();
    if (next != said) {
      said = next;
      refilter();
    }
  }

  /** Lets through what contains {@code text}, in any case. */
  public void filter(String text) {
    filter = text.trim().toLowerCase(Locale.ROOT);
    refilter();
  }

  private void refilter() {
    log.setAll(said.stream().filter(this::passes).toList());
  }

  private boolean passes(Logged each) {
    return (each.at() + " " + each.text()).toLowerCase(Locale.ROOT).contains(filter);
  }

  /**
   * The stop that {@code text} describes.
   *
   * @throws IllegalArgumentException with one sentence where it describes none
   */
  public Stop parse(String text) {
    if (now == null) {
      throw new IllegalArgumentException("Open an image first: there is nothing to stop yet.");
    }
    return StopNames.parse(text, now);
  }

  /**
   * {@code row} on terms as a person typed them.
   *
   * @param then {@value #STOP} or nothing, {@value #LOG}, or the words to log
   * @throws IllegalArgumentException with one sentence where they mean nothing
   */
  public Stop terms(Row row, boolean enabled, String when, String skip, String then) {
    List<String> terms = new ArrayList<>();
    if (!when.isBlank()) {
      terms.add("if " + when.trim());
    }
    if (!skip.isBlank()) {
      terms.add("skip=" + skip.trim());
    }
    String does = then.trim();
    if (does.equals(LOG)) {
      terms.add(LOG);
    } else if (!does.isEmpty() && !does.equals(STOP)) {
      terms.add("log=\"" + does + "\"");
    }
    Terms all = StopNames.terms(String.join(",", terms), now).enabled(enabled);
    return new Stop(row.stop().at(), all);
  }

  private static Row row(Stop stop, Snapshot snapshot) {
    Optional<Tally> tally = Optional.ofNullable(snapshot.tallies().get(stop.at()));
    Breakpoint at = stop.at();
    if (at instanceof Breakpoint.Write write) {
      return new Row(stop, "watchpoint", at.toString(), core(write.place()), tally);
    }
    if (at instanceof Breakpoint.Address address) {
      String name = snapshot.symbols().describe(address.address());
      String place = Bits.hex(address.address()) + (name.isEmpty() ? "" : " " + name);
      return new Row(stop, "breakpoint", place, "any core", tally);
    }
    String kind = at instanceof Breakpoint.Vector ? "vector" : "mode";
    return new Row(stop, kind, at.toString(), "any core", tally);
  }

  private static String core(Place place) {
    if (place instanceof Place.Register at) {
      return "core " + at.core();
    }
    if (place instanceof Place.SystemRegister at) {
      return "core " + at.core();
    }
    return place instanceof Place.Doubleword at ? "core " + at.core() : "any core";
  }

  /** The stops as a Markdown table, and the log below it. */
  public String asMarkdown() {
    StringBuilder text = new StringBuilder();
    if (!rows.get().isEmpty()) {
      text.append("| on | kind | place | if | skip | then | core | met |\n");
      text.append("|---|---|---|---|---|---|---|---|\n");
    }
    for (Row row : rows.get()) {
      Terms terms = row.stop().terms();
      text.append("| ").append(terms.enabled() ? "on" : "off");
      for (String each :
          List.of(
              row.kind(),
              row.place(),
              terms.when(),
              Integer.toString(terms.skip()),
              row.then(),
              row.core(),
              row.met())) {
        text.append(" | ").append(each.replace("|", "\\|"));
      }
      text.append(" |\n");
    }
    log.forEach(each -> text.append("\n- ").append(each.at()).append(' ').append(each.text()));
    return text.toString();
  }
}
