package org.hypscope.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.PlaceNames;
import org.hypscope.debug.store.SessionFiles;
import org.hypscope.ui.chrome.MessageBar;
import org.hypscope.ui.chrome.StatusBar;
import org.hypscope.ui.chrome.TopBar;
import org.hypscope.ui.command.Command;
import org.hypscope.ui.command.KeyDispatcher;
import org.hypscope.ui.dock.ArrangementText;
import org.hypscope.ui.dock.SavedLayouts;
import org.hypscope.ui.gallery.GalleryModel;
import org.hypscope.ui.gallery.GalleryView;
import org.hypscope.ui.gallery.RecentFiles;
import org.hypscope.ui.gallery.ScenarioSource;
import org.hypscope.ui.gallery.ScenarioSource.Opening;
import org.hypscope.ui.kernel.LastKernel;

/** One window's contents: the gallery, or the panes on an open image, under one bar of commands. */
public final class Workbench implements AutoCloseable {
  private final WorkbenchState state = new WorkbenchState();
  private final MessageBar messages = new MessageBar();
  private final SessionControl control = new SessionControl(state, messages::error, messages::note);
  private final ScenarioSource scenarios;
  private final GalleryModel galleryModel;
  private final GalleryView gallery;
  private final WorkbenchLayout layout = new WorkbenchLayout(state);
  private final CommandActions actions;
  private final TopBar topBar;
  private final StatusBar status;
  private final Scenes scenes = new Scenes(state, this::install);
  private final Overlay overlay = new Overlay(scenes::focusOwner);
  private final Sessions sessions = new Sessions(this, state, control, layout);
  private final StackPane middle = new StackPane();
  private final StackPane root = new StackPane();
  private final Pictures pictures = new Pictures(root, layout);
  private final Presentation presentation = new Presentation(root);
  private final Sheets sheets;
  private final TourGuide tour = new TourGuide(this, state, control, layout);
  private final SourceNotices sourceNotices = new SourceNotices(state, messages::error);

  /** Whether the panes are to take the gallery's place as soon as they have something to show. */
  private boolean panesWanted;

  /** The contents of a window that shows the gallery of {@code scenarios} first. */
  public Workbench(ScenarioSource scenarios, RecentFiles recentFiles, LastKernel lastKernel) {
    this.scenarios = scenarios;
    actions = new CommandActions(this, state, control, layout);
    topBar = new TopBar(this::perform, control::pick);
    status = new StatusBar(control::pause, () -> perform(Command.NEWEST));
    galleryModel = new GalleryModel(scenarios.all(), recentFiles);
    gallery =
        new GalleryView(
            galleryModel,
            scenario -> openScenario(scenario.name()),
            tour.tours().all(),
            chosen -> tour.start(chosen, 0),
            () -> perform(Command.OPEN_IMAGE),
            this::openFile);
    PaletteSources palette =
        new PaletteSources(
            state,
            new SourceHits(state, messages::error),
            new TimeHits(state, this::askWhy, control::runBack, messages::error),
            galleryModel.scenarios(),
            this::openScenario,
            tour::hits,
            new LayoutHits(layout, messages::note, messages::error),
            control::pick,
            sessions,
            command -> actions.available(command, paneShown()),
            this::perform,
            messages::error);
    sheets = new Sheets(this, palette, sourceNotices, lastKernel, overlay);
    assemble();
    state.snapshot().addListener((o, was, is) -> shown());
    state.running().addListener((o, was, is) -> running());
    state.hvbarOwners().addListener((o, was, is) -> showCores());
    state.presenter().addListener((o, was, is) -> present(is));
    CellMenu.install(layout.node(), this::askWhy, this::watch);
    layout.onWindows(this::dress, scenes::remove);
    state.connectPlaces(this::openCell, control::visit);
    refreshCommands();
  }

  /** The root of the window's scene. */
  public Parent root() {
    return root;
  }

  /** What the panes show. */
  public WorkbenchState state() {
    return state;
  }

  /** The panes' views in the order in which F6 visits them. */
  public List<View> views() {
    return layout.views();
  }

  /** Makes {@code scene}, whose root is {@link #root}, obey keys and themes. */
  public void attach(Scene scene) {
    scenes.add(scene);
  }

  private void install(Scene scene) {
    KeyDispatcher.install(scene, this::available, this::perform);
    FileDrop.install(scene, this::openFile);
  }

  /** A window that views have for themselves. */
  private void dress(Scene scene) {
    CellMenu.install(scene.getRoot(), this::askWhy, this::watch);
    scenes.add(scene);
  }

  /** Puts the keyboard where it is wanted first; for a window that has just been shown. */
  public void focusFirst() {
    gallery.focus();
  }

  /** The window and its views as files. */
  public Pictures pictures() {
    return pictures;
  }

  /** Brings {@code view} to the front, closed or not, and puts the keyboard into it. */
  public void show(View view) {
    layout.focus(view);
  }

  /** Gives {@code view} all the room of the panes, until another one is enlarged. */
  public void enlarge(View view) {
    layout.enlarge(view);
    Pictures.settle(view.node());
  }

  /** Where every view stands, as text for {@link #useArrangement} in another run. */
  public String arrangement() {
    return ArrangementText.print(layout.arrangement());
  }

  /** Puts the views where {@code text} of {@link #arrangement} says; ignores any other text. */
  public void useArrangement(String text) {
    layout.use(text);
  }

  /** Offers the arrangements in {@code layouts}, and keeps there what a person saves. */
  public void useLayouts(SavedLayouts layouts) {
    layout.layouts().use(layouts);
  }

  /** Whether a command is under way. */
  public boolean isBusy() {
    return control.isBusy();
  }

  /** The message that the window shows, if it shows one. */
  public Optional<String> message() {
    return messages.text();
  }

  /** The message that the window shows, if it says that something went wrong. */
  public Optional<String> failure() {
    return messages.failure();
  }

  /** Opens the scenario called {@code name} at the instant where it starts. */
  public void openScenario(String name) {
    openScenario(name, Optional.empty());
  }

  /** Opens the scenario called {@code name} at {@code at} in place of where it starts. */
  public void openScenario(String name, Optional<MarkExpression> at) {
    status.showOpening(name);
    FxBridge.inBackground(
        () -> scenarios.open(name), opening -> open(opening, at), this::notOpened);
  }

  private void openCell(WorkbenchState.CellPlace place) {
    status.showOpening(place.image());
    FxBridge.inBackground(
        () -> Openings.of(place),
        opening -> {
          layout.putBack();
          open(opening, Optional.empty());
        },
        this::notOpened);
  }

  /**
   * Opens the image, or the session, in {@code file}; a file that cannot be used leaves everything
   * as it is.
   */
  public void openFile(Path file) {
    if (SessionFiles.isSession(file)) {
      sessions.open(file);
    } else if (!tour.takes(file)) {
      openFile(file, Optional.empty());
    }
  }

  /** Opens the image in {@code file} at {@code at} in place of before its first instruction. */
  void openFile(Path file, Optional<MarkExpression> at) {
    status.showOpening(String.valueOf(file.getFileName()));
    FxBridge.inBackground(
        () -> Openings.of(file),
        opening -> {
          galleryModel.remember(file);
          open(opening, at);
        },
        this::notOpened);
  }

  /**
   * Opens what a command line names.
   *
   * @param what a session file, a coordinate, a stop of a tour, an image or a sample
   * @param image in place of a session's own image, or where a coordinate's is
   */
  public void open(String what, Optional<Path> image) {
    if (!tour.takes(what)) {
      sessions.open(what, image);
    }
  }

  @Override
  public void close() {
    control.close();
  }

  /** Says {@code sentence} once, as something that was done. */
  void note(String sentence) {
    messages.note(sentence);
  }

  /** Says {@code sentence} once, as something that did not work. */
  void complain(String sentence) {
    messages.error(sentence);
  }

  /** Shows the gallery in place of the panes; the session stays as it is. */
  void showGallery() {
    middle.getChildren().setAll(gallery.node());
    gallery.focus();
    refreshCommands();
  }

  /** Finds out who wrote {@code name}, as {@link PlaceNames} reads it. */
  void askWhy(String name) {
    try {
      state.time().ask(PlaceNames.parse(name, state.snapshot().get()));
      layout.focusWhy();
    } catch (IllegalArgumentException e) {
      messages.error(e.getMessage());
    }
  }

  /** Says that {@code name} is being opened. */
  void showOpening(String name) {
    status.showOpening(name);
  }

  /** Who leads through tours. */
  TourGuide tour() {
    return tour;
  }

  private void notOpened(String sentence) {
    status.show(state.snapshot().get());
    messages.error(sentence);
  }

  /** What comes over the window: the palette and forms. */
  Sheets sheets() {
    return sheets;
  }

  /** Takes the message away. */
  void clearMessage() {
    messages.clear();
  }

  /** Opens {@code opening} at {@code at} in place of where it starts. */
  void open(Opening opening, Optional<MarkExpression> at) {
    expectPanes();
    sessions.opened(opening.saved());
    control.open(opening.target(), opening.start());
    at.ifPresent(control::visit);
  }

  /** The panes take the gallery's place as soon as they have something to show. */
  void expectPanes() {
    messages.clear();
    panesWanted = true;
  }

  /** The session as files and coordinates tell it. */
  Sessions sessions() {
    return sessions;
  }

  /** Puts {@code file} in front of the files opened last. */
  void remember(Path file) {
    galleryModel.remember(file);
  }

  /** The files opened last, newest first. */
  List<Path> recentFiles() {
    return galleryModel.recent();
  }

  private void assemble() {
    BorderPane frame = new BorderPane(middle);
    frame.setTop(new VBox(topBar.node(), messages.node(), tour.bar().node()));
    frame.setBottom(status.node());
    status.add(new ReadOutLine(state).node());
    root.getChildren().addAll(frame, tour.pointer().node(), overlay.node());
    root.setId("workbench");
    middle.getChildren().setAll(gallery.node());
  }

  private void watch(String name) {
    StopHits.watch(state, name)
        .ifPresentOrElse(
            messages::error,
            () -> messages.note("A run ends after " + name + " has changed, back or forth."));
  }

  boolean available(Command command) {
    return !overlay.isOpen() && actions.available(command, paneShown());
  }

  private boolean paneShown() {
    return middle.getChildren().contains(layout.node()) && state.snapshot().get() != null;
  }

  void perform(Command command) {
    actions.perform(command);
  }

  void shown() {
    if (panesWanted && state.snapshot().get() != null) {
      panesWanted = false;
      middle.getChildren().setAll(layout.node());
      // A split pane has its parts only once it is styled and laid out; before, none can be
      // focused.
      middle.applyCss();
      middle.layout();
      overlay.giveKeyboard(layout::focusFirst);
    }
    topBar.show(state.snapshot().get());
    showCores();
    status.show(state.snapshot().get());
    refreshCommands();
  }

  private void showCores() {
    topBar.showCores(state.snapshot().get(), state.hvbarOwners().get());
  }

  private void running() {
    status.show(state.running().get(), state.snapshot().get());
    refreshCommands();
  }

  private void refreshCommands() {
    for (Command command : Command.values()) {
      topBar.enable(command, actions.available(command, paneShown()));
    }
  }

  private void present(boolean on) {
    topBar.hideMenus(on);
    layout.widen(on && presentation.isNarrow());
  }

  /** As large as leaves the whole register file in sight. */
  double presenterScale() {
    return presentation.presenterScale(layout.registersWidth());
  }

  /** The pane that has the keyboard, or had it last. */
  Optional<View> currentView() {
    return layout.current();
  }

  /** What has the keyboard. */
  Optional<Node> focusOwner() {
    return scenes.focusOwner();
  }
}
