package org.hypscope.debug.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.hypscope.debug.Bookmark;
import org.hypscope.debug.BranchView;
import org.hypscope.debug.JournalView;
import org.hypscope.debug.Stop;
import org.hypscope.debug.Target;
import org.hypscope.debug.UnusableTargetException;
import org.hypscope.machine.load.BootFiles;
import org.hypscope.machine.load.GuestFiles;
import org.hypscope.time.Mark;

/** Reads session files, strictly and within limits; it loads no image. */
final class SessionReader {
  private static final int MOST_LEFT = 1_000;
  private static final int MOST_NOTED = 10_000;
  private static final int LONGEST_NOTES = 1 << 20;
  private static final int LONGEST_NAME = 1_000;
  private static final int LONGEST_VIEW = 10_000;
  private static final int MOST_CORES = 255;
  private static final int DEEPEST = 8;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(2 * SessionFiles.LARGEST)
                          .maxNumberLength(40)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build();

  private final String file;
  private final Map<Path, String> boot = new HashMap<>();

  private SessionReader(String file) {
    this.file = file;
  }

  /**
   * The session that {@code contents} of {@code file} tell.
   *
   * @throws UnusableTargetException with one sentence about the first defect
   */
  static SessionFile read(String file, byte[] contents) throws UnusableTargetException {
    if (contents.length > SessionFiles.LARGEST) {
      throw new UnusableTargetException(
          String.format(
              "%s is larger than %d MiB, which no session is: give a session file.",
              file, SessionFiles.LARGEST >> 20));
    }
    SessionReader reader = new SessionReader(file);
    JsonNode root = reader.parse(contents);
    if (!root.has(SessionWriter.VERSION_KEY)) {
      throw new UnusableTargetException(
          file + " is no session of HypScope: give a file that Save session wrote.");
    }
    return reader.session(new JsonFields(file, "", root));
  }

  private JsonNode parse(byte[] contents) throws UnusableTargetException {
    try {
      return MAPPER.readTree(contents);
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
      throw new UnusableTargetException(
          file + " is no JSON" + line + ": give a file that Save session wrote.");
    } catch (IOException e) {
      throw new UnusableTargetException(
          file + " is no text in UTF-8: give a file that Save session wrote.");
    }
  }

  private SessionFile session(JsonFields root) throws UnusableTargetException {
    long version = root.number(SessionWriter.VERSION_KEY, Integer.MAX_VALUE);
    if (version < 1 || version > SessionWriter.VERSION) {
      throw new UnusableTargetException(
          String.format(
              "%s is a session of version %d, and this program reads up to version %d: use the"
                  + " program that saved it.",
              file, version, SessionWriter.VERSION));
    }
    SavedImage image = image(root);
    JsonFields instant = root.object("instant");
    Mark mark = instant.read("mark", SessionWords::mark);
    int core = (int) instant.number("core", MOST_CORES);
    JournalView journal = journal(root, instant);
    List<BranchView> left = left(root, journal);
    List<Bookmark> bookmarks = root.list("bookmarks", MOST_NOTED, SessionReader::bookmark);
    List<Stop> stops = root.list("breakpoints", MOST_NOTED, StopJson::read);
    String notes = root.text("notes", LONGEST_NOTES);
    Map<String, String> view = view(root.object("view"));
    root.done();
    return new SessionFile(image, journal, mark, core, bookmarks, stops, notes, view, left);
  }

  private SavedImage image(JsonFields root) throws UnusableTargetException {
    JsonFields image = root.object("image");
    Optional<String> sample = image.optional("sample", SessionReader::sample);
    Optional<Path> path = image.has("path") ? Optional.of(image.path("path")) : Optional.empty();
    if (sample.isPresent() == path.isPresent()) {
      throw image.defect("", "names not just one of a sample and a path");
    }
    String hash = image.read("sha256", SessionWords::hash);
    image.done();
    Target.Options options = options(root);
    return new SavedImage(sample, path, hash, options, boot);
  }

  private static String sample(String name) {
    if (name.matches("[a-z0-9][a-z0-9-]*")) {
      return name;
    }
    throw new IllegalArgumentException("which is no name of a sample");
  }

  private Target.Options options(JsonFields root) throws UnusableTargetException {
    JsonFields board = root.object("board");
    Target.Options options =
        new Target.Options(
            board.read("name", SessionReader::board),
            board.has("cores")
                ? OptionalInt.of((int) board.number("cores", MOST_CORES))
                : OptionalInt.empty(),
            number(board, "ram"),
            number(board, "load"),
            number(board, "entry"),
            root.has("boot") ? bootFiles(root.object("boot")) : BootFiles.none());
    board.done();
    return options;
  }

  private static String board(String name) {
    if (Target.boards().contains(name)) {
      return name;
    }
    throw new IllegalArgumentException(
        "which is none of the boards " + String.join(", ", Target.boards()));
  }

  private static OptionalLong number(JsonFields fields, String key) throws UnusableTargetException {
    return fields.has(key)
        ? OptionalLong.of(fields.read(key, SessionWords::number))
        : OptionalLong.empty();
  }

  private BootFiles bootFiles(JsonFields fields) throws UnusableTargetException {
    BootFiles files =
        new BootFiles(
            fields.flag("linux"),
            file(fields, "dtb"),
            file(fields, "initrd"),
            fields.optional("cmdline", text -> text),
            file(fields, "symbols"),
            new GuestFiles(
                placed(fields, "guest"),
                placed(fields, "guest-initrd"),
                fields.optional("guest-cmdline", text -> text)));
    fields.done();
    return files;
  }

  private Optional<Path> file(JsonFields fields, String key) throws UnusableTargetException {
    if (!fields.has(key)) {
      return Optional.empty();
    }
    JsonFields each = fields.object(key);
    Path path = file(each);
    each.done();
    return Optional.of(path);
  }

  private Optional<GuestFiles.Placed> placed(JsonFields fields, String key)
      throws UnusableTargetException {
    if (!fields.has(key)) {
      return Optional.empty();
    }
    JsonFields each = fields.object(key);
    long address = each.read("address", SessionWords::number);
    Path path = file(each);
    each.done();
    return Optional.of(new GuestFiles.Placed(address, path));
  }

  private Path file(JsonFields each) throws UnusableTargetException {
    Path path = each.path("path");
    boot.put(path, each.read("sha256", SessionWords::hash));
    return path;
  }

  private JournalView journal(JsonFields root, JsonFields instant) throws UnusableTargetException {
    long end = instant.number("end", Long.MAX_VALUE / 4);
    long steps = instant.number("steps", end);
    instant.done();
    return new JournalView(JournalJson.readAll(root), steps, end);
  }

  /** None in a session of version 1, which kept none. */
  private static List<BranchView> left(JsonFields root, JournalView journal)
      throws UnusableTargetException {
    return root.has("left")
        ? root.list("left", MOST_LEFT, each -> LeftJson.read(each, journal.entries()))
        : List.of();
  }

  private static Bookmark bookmark(JsonFields each) throws UnusableTargetException {
    return new Bookmark(
        each.text("name", LONGEST_NAME),
        each.read("mark", SessionWords::mark),
        each.has("note") ? each.text("note", LONGEST_NOTES) : "");
  }

  private static Map<String, String> view(JsonFields fields) throws UnusableTargetException {
    Map<String, String> view = new HashMap<>();
    for (String key : fields.keys(MOST_NOTED)) {
      String words = fields.text(key, SessionFiles.LARGEST);
      // How the window looked is no reason to lose the session.
      if (words.length() <= LONGEST_VIEW) {
        view.put(key, words);
      }
    }
    return view;
  }
}
