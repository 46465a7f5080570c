package org.hypscope.oracle.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table of what other tools write otherwise, each line with its reason. A line either rewrites
 * their text into ours, or, where its fourth column begins with {@code ~}, accepts our text, which
 * the rest of that column matches, beside theirs; with {@code ~?} only of a word that its row calls
 * UNPREDICTABLE.
 */
public final class Spelling {
  /** The table for objdump and LLVM. */
  public static final String DISASSEMBLERS = "spelling-differences.tsv";

  private static final String ANY = "any";
  private static final int COLUMNS = 5;

  private final List<Line> lines;

  private static final class Line {
    private final String text;
    private final String oracle;
    private final String set;
    private final Pattern theirs;
    private final String replacement;
    private final Pattern accepted;
    private final boolean ifUnpredictable;
    private boolean used;

    private Line(String text) {
      String[] columns = text.split("\t", -1);
      if (columns.length != COLUMNS || columns[4].isBlank()) {
        throw new IllegalArgumentException("five columns are wanted: " + text);
      }
      this.text = text;
      this.oracle = columns[0];
      this.set = columns[1];
      this.theirs = Pattern.compile(columns[2]);
      boolean accepts = columns[3].startsWith("~");
      this.replacement = accepts ? null : columns[3];
      this.ifUnpredictable = columns[3].startsWith("~?");
      this.accepted =
          accepts ? Pattern.compile(columns[3].substring(ifUnpredictable ? 2 : 1)) : null;
    }

    private boolean isFor(String who, String where) {
      return (oracle.equals(ANY) || oracle.equals(who)) && (set.equals(ANY) || set.equals(where));
    }
  }

  private Spelling(List<Line> lines) {
    this.lines = lines;
  }

  /** A table of this package's resources, with no line used yet. */
  public static Spelling read(String name) {
    try (InputStream in = Spelling.class.getResourceAsStream(name)) {
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Spelling of(String table) {
    List<Line> lines = new ArrayList<>();
    table
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .forEach(line -> lines.add(new Line(line)));
    return new Spelling(lines);
  }

  /** The part of the table that is about {@code oracle} and {@code set}; use is noted in both. */
  public Spelling about(String oracle, String set) {
    return new Spelling(lines.stream().filter(line -> line.isFor(oracle, set)).toList());
  }

  /** Their text in our spelling. */
  public String adopt(String theirs) {
    String text = theirs;
    for (Line line : lines) {
      if (line.replacement != null) {
        String next = line.theirs.matcher(text).replaceAll(line.replacement);
        line.used |= !next.equals(text);
        text = next;
      }
    }
    return text.strip();
  }

  /** Whether {@code theirs} means {@code ours}, a word that is UNPREDICTABLE or is not. */
  boolean same(String theirs, String ours, boolean unpredictable) {
    String adopted = adopt(theirs);
    return ours.equals(adopted) || accepts(adopted, ours, unpredictable);
  }

  /** Whether a line accepts {@code ours} where they write {@code adopted}, rewritten before. */
  private boolean accepts(String adopted, String ours, boolean unpredictable) {
    for (Line line : lines) {
      if (line.accepted != null
          && (unpredictable || !line.ifUnpredictable)
          && line.theirs.matcher(adopted).find()
          && line.accepted.matcher(ours).matches()) {
        line.used = true;
        return true;
      }
    }
    return false;
  }

  /** The lines that nothing has needed. */
  List<String> unused() {
    return lines.stream().filter(line -> !line.used).map(line -> line.text).toList();
  }
}
