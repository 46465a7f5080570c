package org.hypscope.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hypscope.arm.arch.Mode;

/**
 * Stops as people write them, one grammar everywhere: {@value #GRAMMAR}.
 *
 * <p>{@code watch HCR.VM=1}, {@code watch SP_hyp,written,skip=2}, {@code break leaf if r0==2},
 * {@code break HVBAR+0x14,log="r0={r0}"}, {@code break mode=HYP,off}. A place is read by {@link
 * PlaceNames}, a condition and what stands in braces by {@link Expression}.
 */
public final class StopNames {
  /** The grammar, to be shown to people. */
  public static final String GRAMMAR =
      "watch PLACE[=VALUE][,written] or break ADDRESS|VECTOR|mode=MODE, then [if CONDITION]"
          + "[,skip=N][,log[=\"TEXT {VALUE}\"]][,off]";

  /** What a stop after a write begins with. */
  public static final String WATCH = "watch";

  /** What every other stop begins with. */
  public static final String BREAK = "break";

  private static final Pattern VECTOR =
      Pattern.compile("(VBAR|MVBAR|HVBAR)\\+(?:0x)?([01][048c])", Pattern.CASE_INSENSITIVE);
  private static final String MODE = "mode=";
  private static final String IF = "if ";
  private static final String SKIP = "skip=";
  private static final String LOG = "log";
  private static final int FAULT_TEXT = 40;

  private StopNames() {}

  /**
   * The stop that {@code text} describes in {@code snapshot}.
   *
   * @throws IllegalArgumentException with one sentence where it describes none
   */
  public static Stop parse(String text, Snapshot snapshot) {
    String[] words = text.trim().split("\\s+", 2);
    if (words.length == 2 && words[0].equals(WATCH)) {
      return parts(words[1], snapshot, true);
    }
    if (words.length == 2 && words[0].equals(BREAK)) {
      return parts(words[1], snapshot, false);
    }
    throw new IllegalArgumentException(
        "'" + shortened(text) + "' is no stop: write watch HCR.VM=1 or break leaf if r0==2.");
  }

  /**
   * Terms as they stand behind a place: {@code if r0==2,skip=3,log="r0={r0}"}; nothing for always.
   *
   * @throws IllegalArgumentException with one sentence where they are none
   */
  public static Terms terms(String text, Snapshot snapshot) {
    Terms terms = Terms.ALWAYS;
    for (String part : split(text)) {
      terms = part.isEmpty() ? terms : with(terms, part, snapshot);
    }
    return terms;
  }

  /** The vector or the mode that {@code text} names, if it names one. */
  public static Optional<Breakpoint> caught(String text) {
    Matcher vector = VECTOR.matcher(text);
    if (vector.matches()) {
      for (VectorBase base : VectorBase.values()) {
        if (base.register().equalsIgnoreCase(vector.group(1))) {
          int offset = Integer.parseInt(vector.group(2), 16);
          return Optional.of(new Breakpoint.Vector(base, offset));
        }
      }
    }
    for (Mode mode : Mode.values()) {
      if (text.equalsIgnoreCase(MODE + mode)) {
        return Optional.of(new Breakpoint.EnterMode(mode));
      }
    }
    return Optional.empty();
  }

  private static Stop parts(String text, Snapshot snapshot, boolean watch) {
    List<String> parts = split(text);
    Terms terms = Terms.ALWAYS;
    boolean same = false;
    for (String part : parts.subList(1, parts.size())) {
      if (watch && part.equals("written")) {
        same = true;
      } else {
        terms = with(terms, part, snapshot);
      }
    }
    String where = parts.get(0);
    return new Stop(watch ? write(where, same, snapshot) : place(where, snapshot), terms);
  }

  private static Breakpoint place(String where, Snapshot snapshot) {
    if (where.toLowerCase(Locale.ROOT).startsWith(MODE) && caught(where).isEmpty()) {
      throw new IllegalArgumentException(
          "'" + where + "' is no mode: USR SYS SVC ABT UND IRQ FIQ MON or HYP.");
    }
    return caught(where).orElseGet(() -> address(where, snapshot));
  }

  /** In an image a breakpoint is known by the address that the image was linked for. */
  private static Breakpoint address(String where, Snapshot snapshot) {
    int address = PlaceNames.address(where, snapshot);
    return new Breakpoint.Address(snapshot.symbols().linked(address).orElse(address));
  }

  private static Breakpoint write(String where, boolean same, Snapshot snapshot) {
    int equals = where.indexOf('=');
    Place place = PlaceNames.parse(equals < 0 ? where : where.substring(0, equals), snapshot);
    OptionalLong becomes =
        equals < 0
            ? OptionalLong.empty()
            : OptionalLong.of(FieldValues.parse(where.substring(equals + 1), place));
    return new Breakpoint.Write(place, becomes, same);
  }

  private static Terms with(Terms terms, String part, Snapshot snapshot) {
    if (part.startsWith(IF)) {
      String when = part.substring(IF.length()).trim();
      Expression.parse(when, new MachineNames(snapshot.symbols()));
      return new Terms(terms.enabled(), when, terms.skip(), terms.log());
    }
    if (part.startsWith(SKIP)) {
      int skip = (int) FieldValues.number(part.substring(SKIP.length()), Integer.MAX_VALUE);
      return new Terms(terms.enabled(), terms.when(), skip, terms.log());
    }
    if (part.equals("off")) {
      return terms.enabled(false);
    }
    if (part.equals(LOG) || part.startsWith(LOG + "=")) {
      String says = part.equals(LOG) ? "" : unquoted(part.substring(LOG.length() + 1));
      Expression.message(says, new MachineNames(snapshot.symbols()));
      return new Terms(terms.enabled(), terms.when(), terms.skip(), Optional.of(says));
    }
    throw new IllegalArgumentException(
        "'"
            + shortened(part)
            + "' says nothing of a stop: write if CONDITION, skip=N, log, log=\"TEXT\" or off.");
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    String plain = quoted ? text.substring(1, text.length() - 1) : text;
    if (plain.indexOf('"') >= 0) {
      throw new IllegalArgumentException("A log message cannot hold a '\"': write ' instead.");
    }
    return plain;
  }

  /** At commas, and before a condition, where these stand in no brackets, braces or quotes. */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int from = 0;
    for (int n = 0; n < text.length(); n++) {
      char each = text.charAt(n);
      quoted ^= each == '"';
      depth += "([{".indexOf(each) >= 0 ? 1 : ")]}".indexOf(each) >= 0 ? -1 : 0;
      boolean free = depth == 0 && !quoted;
      if (free && each == ',') {
        parts.add(text.substring(from, n).trim());
        from = n + 1;
      } else if (free && text.startsWith(" " + IF, n)) {
        parts.add(text.substring(from, n).trim());
        from = n + 1;
      }
    }
    parts.add(text.substring(from).trim());
    return parts;
  }

  private static String shortened(String text) {
    return text.length() <= FAULT_TEXT ? text : text.substring(0, FAULT_TEXT) + "...";
  }
}
