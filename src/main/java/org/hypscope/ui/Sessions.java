package org.hypscope.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.hypscope.abi.sample.SampleImages;
import org.hypscope.abi.sample.Samples;
import org.hypscope.debug.Bookmark;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.Stop;
import org.hypscope.debug.Target;
import org.hypscope.debug.UnusableTargetException;
import org.hypscope.debug.store.Coordinate;
import org.hypscope.debug.store.Digest;
import org.hypscope.debug.store.ImageSearch;
import org.hypscope.debug.store.SavedImage;
import org.hypscope.debug.store.SessionFile;
import org.hypscope.debug.store.SessionFiles;
import org.hypscope.ui.code.CodeMode;
import org.hypscope.ui.dock.ArrangementText;
import org.hypscope.ui.palette.Hit;

/** The session of one window as files and coordinates tell it, and the ways back to it. */
final class Sessions {
  private static final String VIEW = "view";
  private static final String CODE = "code";
  private static final String LAYOUT = "layout";

  private final Workbench window;
  private final WorkbenchState state;
  private final SessionControl control;
  private final WorkbenchLayout layout;
  private SavedImage image;
  private String notes = "";

  /** A session that was read, with its image. */
  private record Read(Path from, SessionFile file, DebugSession session) {}

  Sessions(Workbench window, WorkbenchState state, SessionControl control, WorkbenchLayout layout) {
    this.window = window;
    this.state = state;
    this.control = control;
    this.layout = layout;
  }

  /** The window has opened {@code opened}. */
  void opened(SavedImage opened) {
    image = opened;
    notes = "";
  }

  /** What a person noted about the session as a whole. */
  String notes() {
    return notes;
  }

  /** The bookmark of the instant, or what it would be. */
  Bookmark bookmark() {
    Snapshot now = state.snapshot().get();
    return state
        .time()
        .bookmarkAt(now.mark())
        .orElseGet(() -> new Bookmark(TimeState.placeOf(now), now.mark()));
  }

  /**
   * Notes {@code text} about the session as a whole, and keeps {@code edited} in place of {@code
   * was}: a bookmark that is not there yet only where something was said about it.
   */
  void note(Bookmark was, Bookmark edited, String text) {
    notes = text;
    if (!edited.equals(was) && !edited.name().isEmpty()) {
      state.time().keep(edited);
    }
  }

  /** Writes the session to {@code file}, or says why that cannot be done. */
  void save(Path file) {
    SessionFile saved =
        SessionFile.of(image, state.snapshot().get())
            .noting(List.copyOf(state.time().bookmarks()), stops(), notes, view());
    FxBridge.inBackground(
        () -> {
          SessionFiles.write(saved, file);
          return file;
        },
        written -> window.note("The session at " + saved.mark() + " is in " + written + "."),
        window::complain);
  }

  /** Opens {@code what}: see {@link Workbench#open(String, Optional)}. */
  void open(String what, Optional<Path> given) {
    if (Coordinate.looksLike(what)) {
      goTo(what, given);
      return;
    }
    Path file = Path.of(what);
    if (SessionFiles.isSession(file)) {
      open(file, given);
    } else if (Samples.byName(what).isPresent() && !Files.isRegularFile(file)) {
      window.openScenario(what);
    } else {
      window.openFile(file);
    }
  }

  /** Opens the session in {@code file}; one that cannot be used leaves everything as it is. */
  void open(Path file) {
    open(file, Optional.empty());
  }

  private void open(Path file, Optional<Path> given) {
    Optional<Path> folder = Optional.ofNullable(file.toAbsolutePath().getParent());
    ImageSearch search = new ImageSearch(folder, given, false, SampleImages::elf);
    FxBridge.inBackground(() -> read(file, search), this::show, window::complain);
  }

  private static Read read(Path file, ImageSearch search) throws UnusableTargetException {
    SessionFile saved = SessionFiles.read(file);
    return new Read(file, saved, saved.open(search.load(saved.image())));
  }

  private void show(Read read) {
    SessionFile file = read.file();
    window.remember(read.from());
    window.expectPanes();
    opened(file.image());
    notes = file.notes();
    CodeMode.of(file.view().getOrDefault(CODE, "")).ifPresent(state::useCodeMode);
    Optional.ofNullable(file.view().get(LAYOUT)).ifPresent(layout::use);
    control.resume(read.session(), file);
    file.bookmarks().forEach(state.time()::keep);
    focusOnceShown(Optional.ofNullable(file.view().get(VIEW)));
    if (!notes.isBlank()) {
      window.note("Notes: " + notes);
    }
  }

  private Map<String, String> view() {
    Map<String, String> shown = new TreeMap<>();
    shown.put(CODE, state.codeMode().get().name());
    shown.put(LAYOUT, ArrangementText.print(layout.arrangement()));
    layout.current().ifPresent(view -> shown.put(VIEW, Coordinate.word(view.title())));
    return shown;
  }

  /** The coordinate of what the window shows. */
  Coordinate coordinate() {
    Snapshot now = state.snapshot().get();
    return Coordinate.of(
        image,
        MarkExpression.at(now.mark()),
        layout.current().map(view -> Coordinate.word(view.title())));
  }

  /** Puts the coordinate on the clipboard, and says what it does not tell. */
  void copyCoordinate() {
    String text = coordinate().toString();
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    window.note(text + " is on the clipboard." + untold());
  }

  /** What a coordinate does not say of this run: a sentence, or nothing. */
  String untold() {
    Snapshot now = state.snapshot().get();
    if (!now.journal().entries().isEmpty()) {
      return " It says nothing of what was typed and edited: a saved session does.";
    }
    if (now.cores().size() > 1) {
      return " Of several cores it tells the first that comes there: a saved session is exact.";
    }
    return image.sample().isEmpty() && !isPlain()
        ? " It says nothing of board and boot files: a saved session does."
        : "";
  }

  private boolean isPlain() {
    return image.options().equals(Target.Options.standard());
  }

  /** What the palette offers for {@code typed}, or for what is on the clipboard. */
  Stream<Hit> coordinates(String typed) {
    String text = typed;
    if (typed.isEmpty()) {
      text = String.valueOf(Clipboard.getSystemClipboard().getString());
    }
    if (!Coordinate.looksLike(text)) {
      return Stream.empty();
    }
    String wanted = text.trim();
    return Stream.of(new Hit("coordinate", wanted, "go there", () -> goTo(wanted)));
  }

  /** Goes to the coordinate {@code text}, in the image that it names. */
  void goTo(String text) {
    goTo(text, Optional.empty());
  }

  /** As {@link #goTo(String)}, in {@code given} if that is the image. */
  void goTo(String text, Optional<Path> given) {
    try {
      goTo(Coordinate.parse(text), given);
    } catch (IllegalArgumentException e) {
      window.complain(e.getMessage());
    }
  }

  private void goTo(Coordinate to, Optional<Path> given) {
    if (isOpen(to)) {
      control.visit(to.at());
      focusOnceShown(to.view());
      if (!state.snapshot().get().journal().entries().isEmpty()) {
        window.note("This run was typed to or edited: another one may be meant.");
      }
    } else if (to.isHash()) {
      List<Path> known = given.map(List::of).orElseGet(window::recentFiles);
      FxBridge.inBackground(() -> find(to, known), file -> open(to, file), window::complain);
    } else {
      window.openScenario(to.image(), Optional.of(to.at()));
      focusOnceShown(to.view());
    }
  }

  private boolean isOpen(Coordinate to) {
    return image != null
        && state.snapshot().get() != null
        && (to.means(image.sha256()) || image.sample().equals(Optional.of(to.image())));
  }

  private void open(Coordinate to, Path file) {
    window.openFile(file, Optional.of(to.at()));
    focusOnceShown(to.view());
  }

  private static Path find(Coordinate to, List<Path> known) throws UnusableTargetException {
    for (Path file : known) {
      if (Files.isRegularFile(file) && to.means(Digest.of(file))) {
        return file;
      }
    }
    throw new UnusableTargetException(
        "None of the files that were opened last is the image of "
            + to
            + ": open the image, then go to the coordinate again.");
  }

  /** Puts the keyboard into the view called {@code word} when the next instant is shown. */
  private void focusOnceShown(Optional<String> word) {
    word.ifPresent(
        wanted ->
            state
                .snapshot()
                .addListener(
                    new ChangeListener<Snapshot>() {
                      @Override
                      public void changed(
                          ObservableValue<? extends Snapshot> o, Snapshot was, Snapshot is) {
                        o.removeListener(this);
                        // Once the window has put its panes up.
                        FxBridge.later(() -> focus(wanted));
                      }
                    }));
  }

  private void focus(String word) {
    layout.views().stream()
        .filter(view -> Coordinate.word(view.title()).equals(word))
        .findFirst()
        .ifPresentOrElse(
            layout::focus,
            () -> window.complain("There is no view '" + word + "' here: the instant is shown."));
  }

  private List<Stop> stops() {
    List<Stop> stops = new ArrayList<>();
    state.stops().forEach((at, terms) -> stops.add(new Stop(at, terms)));
    return stops;
  }
}
