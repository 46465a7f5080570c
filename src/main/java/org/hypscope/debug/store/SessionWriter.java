package org.hypscope.debug.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import org.hypscope.debug.Bookmark;
import org.hypscope.debug.Target;
import org.hypscope.machine.load.BootFiles;
import org.hypscope.machine.load.GuestFiles;

/** Writes session files: JSON of version {@value #VERSION}, the same bytes for the same session. */
final class SessionWriter {
  /** The key that says that a file is a session, and of which version. */
  static final String VERSION_KEY = "hypscope-session";

  /** Since 2 bookmarks have notes, and runs that were left are kept. */
  static final int VERSION = 2;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SessionWriter() {}

  static byte[] write(SessionFile session) {
    ObjectNode root = MAPPER.createObjectNode().put(VERSION_KEY, VERSION);
    image(root.putObject("image"), session.image());
    board(root.putObject("board"), session.image().options());
    boot(root, session.image());
    root.putObject("instant")
        .put("mark", session.mark().toString())
        .put("core", session.core())
        .put("steps", session.journal().steps())
        .put("end", session.journal().end());
    JournalJson.write(root.putArray(JournalJson.JOURNAL), session.journal().entries());
    LeftJson.write(root.putArray("left"), session.left(), session.journal().entries());
    var bookmarks = root.putArray("bookmarks");
    session.bookmarks().forEach(each -> bookmark(bookmarks.addObject(), each));
    var stops = root.putArray("breakpoints");
    session.stops().forEach(each -> StopJson.write(stops.addObject(), each));
    root.put("notes", session.notes());
    ObjectNode view = root.putObject("view");
    new TreeMap<>(session.view()).forEach(view::put);
    return bytes(root);
  }

  private static void bookmark(ObjectNode node, Bookmark bookmark) {
    node.put("name", bookmark.name()).put("mark", bookmark.at().toString());
    node.put("note", bookmark.note());
  }

  private static void image(ObjectNode node, SavedImage image) {
    image.sample().ifPresent(name -> node.put("sample", name));
    image.path().ifPresent(path -> node.put("path", path.toString()));
    node.put("sha256", image.sha256());
  }

  private static void board(ObjectNode node, Target.Options options) {
    node.put("name", options.board());
    options.cores().ifPresent(count -> node.put("cores", count));
    options.ram().ifPresent(size -> node.put("ram", SessionWords.number(size)));
    options.load().ifPresent(at -> node.put("load", SessionWords.number(at)));
    options.entry().ifPresent(at -> node.put("entry", SessionWords.number(at)));
  }

  private static void boot(ObjectNode root, SavedImage image) {
    BootFiles boot = image.options().boot();
    if (!boot.isLinux() && boot.symbols().isEmpty() && boot.guest().commandLine().isEmpty()) {
      return;
    }
    ObjectNode node = root.putObject("boot").put("linux", boot.linux());
    file(node, "dtb", boot.deviceTree(), image);
    file(node, "initrd", boot.initrd(), image);
    file(node, "symbols", boot.symbols(), image);
    boot.commandLine().ifPresent(line -> node.put("cmdline", line));
    placed(node, "guest", boot.guest().kernel(), image);
    placed(node, "guest-initrd", boot.guest().initrd(), image);
    boot.guest().commandLine().ifPresent(line -> node.put("guest-cmdline", line));
  }

  private static ObjectNode file(
      ObjectNode node, String key, Optional<Path> file, SavedImage image) {
    return file.map(
            path ->
                node.putObject(key)
                    .put("path", path.toString())
                    .put("sha256", image.boot().get(path)))
        .orElse(node);
  }

  private static void placed(
      ObjectNode node, String key, Optional<GuestFiles.Placed> placed, SavedImage image) {
    placed.ifPresent(
        each ->
            file(node, key, Optional.of(each.file()), image)
                .put("address", SessionWords.number(each.address())));
  }

  private static byte[] bytes(ObjectNode root) {
    try {
      String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
      return (text + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A session is plain text and numbers.", e);
    }
  }
}
