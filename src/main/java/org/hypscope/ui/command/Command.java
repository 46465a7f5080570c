package org.hypscope.ui.command;

import java.util.Optional;

/**
 * Everything that a person can ask the window for, as rows: the menu, the palette, the cheat sheet
 * and README's key table are made from them.
 */
public enum Command {
  OPEN_IMAGE(Group.FILE, "Open image...", Key.of("Ctrl+O"), Needs.NOTHING),
  OPEN_KERNEL(Group.FILE, "Open kernel...", Key.of("Ctrl+K"), Needs.NOTHING),
  GALLERY(Group.FILE, "Gallery of scenarios", Key.of("Ctrl+H"), Needs.NOTHING),
  OPEN_SESSION(Group.FILE, "Open session...", Key.of("Ctrl+Shift+O"), Needs.NOTHING),
  SAVE_SESSION(Group.FILE, "Save session...", Key.of("Ctrl+S"), Needs.STANDING),
  COPY_COORDINATE(
      Group.FILE, "Copy the coordinate of this instant", Key.of("Ctrl+Shift+T"), Needs.STANDING),
  GO_TO_COORDINATE(Group.FILE, "Go to a coordinate...", Key.of("Ctrl+Shift+G"), Needs.NOTHING),
  COORDINATE_QR(Group.FILE, "Show the coordinate as a QR code", Key.NONE, Needs.STANDING),
  COPY_VIEW(Group.FILE, "Copy the view as text", Key.ofText("Ctrl+C"), Needs.SESSION),
  EXPORT_VIEW(Group.FILE, "Export the view: PNG, SVG, text...", Key.of("Ctrl+E"), Needs.SESSION),
  EXPORT_WINDOW(Group.FILE, "Export the whole window: PNG, SVG...", Key.NONE, Needs.NOTHING),
  QUIT(Group.FILE, "Quit", Key.of("Ctrl+Q"), Needs.NOTHING),

  STEP_INTO(Group.RUN, "Step into", Key.of("F7"), Needs.STANDING),
  STEP_OVER(Group.RUN, "Step over", Key.of("F8"), Needs.STANDING),
  STEP_OUT(Group.RUN, "Step out", Key.ofText("O"), Needs.STANDING),
  RUN(Group.RUN, "Run", Key.of("F9"), Needs.STANDING),
  PAUSE(Group.RUN, "Pause", Key.of("Esc"), Needs.RUNNING),
  NEXT_HVC(Group.RUN, "Run to the next HVC", Key.ofText("H"), Needs.STANDING),
  TO_ERET(Group.RUN, "Run to the ERET", Key.ofText("E"), Needs.STANDING),
  RUN_TO_LINE(Group.RUN, "Run to the selected line", Key.of("F4"), Needs.STANDING),
  RESTART(Group.RUN, "Back to where the scenario starts", Key.ofText("R"), Needs.STANDING),
  NEXT_CORE(Group.RUN, "Look at the next core", Key.ofText("C"), Needs.SEVERAL_CORES),
  BREAKPOINT(Group.RUN, "Breakpoint on the selected line", Key.ofText("B"), Needs.SESSION),
  CATCH_HYP(Group.RUN, "Stop at HYP's trap vector (+0x14)", Key.NONE, Needs.SESSION),
  STOP_IN_HYP(Group.RUN, "Stop on entering HYP", Key.NONE, Needs.SESSION),
  CLEAR_BREAKPOINTS(Group.RUN, "Clear all breakpoints", Key.of("Ctrl+Shift+B"), Needs.SESSION),

  STEP_BACK(Group.TIME, "Step back", Key.of("Shift+F7"), Needs.STANDING),
  STEP_BACK_OVER(Group.TIME, "Step back over", Key.of("Shift+F8"), Needs.STANDING),
  STEP_BACK_OUT(
      Group.TIME, "Step back out, to before the call", Key.ofText("Shift+O"), Needs.STANDING),
  RUN_BACK(Group.TIME, "Run back", Key.of("Shift+F9"), Needs.STANDING),
  PREVIOUS_HVC(Group.TIME, "Back to the previous HVC", Key.ofText("Shift+H"), Needs.STANDING),
  PREVIOUS_ERET(Group.TIME, "Back to the previous ERET", Key.ofText("Shift+E"), Needs.STANDING),
  NEWEST(Group.TIME, "To the newest instant", Key.ofText("End"), Needs.PAST),
  UNDO_EDIT(Group.TIME, "Undo the last edit", Key.ofText("Ctrl+Z"), Needs.STANDING),
  WHY(Group.TIME, "Who wrote the selected value?", Key.ofText("W"), Needs.STANDING),
  BOOKMARK(Group.TIME, "Bookmark this instant, or forget it", Key.ofText("M"), Needs.STANDING),
  NOTES(
      Group.TIME,
      "Notes about this instant, and about the session...",
      Key.ofText("Shift+M"),
      Needs.STANDING),
  TOURS(Group.TIME, "Guided tours...", Key.of("Ctrl+N"), Needs.NOTHING),
  TOUR_NEXT(Group.TIME, "Guided tour: next stop", Key.ofText("N"), Needs.NOTHING),
  TOUR_PREVIOUS(Group.TIME, "Guided tour: stop before", Key.ofText("Shift+N"), Needs.NOTHING),
  TOUR_FIRST(Group.TIME, "Guided tour: first stop", Key.ofText("Alt+Home"), Needs.NOTHING),
  TOUR_LAST(Group.TIME, "Guided tour: last stop", Key.ofText("Alt+End"), Needs.NOTHING),
  TOUR_END(Group.TIME, "Guided tour: end it here", Key.NONE, Needs.NOTHING),
  SPEAKER(Group.TIME, "Guided tour: speaker's window", Key.of("Ctrl+Shift+N"), Needs.NOTHING),
  TIMELINE_IN(Group.TIME, "Timeline: zoom in", Key.typed("+"), Needs.SESSION),
  TIMELINE_OUT(Group.TIME, "Timeline: zoom out", Key.typed("-"), Needs.SESSION),
  TIMELINE_WHOLE(Group.TIME, "Timeline: the whole run", Key.typed("0"), Needs.SESSION),

  PALETTE(Group.VIEW, "Find a symbol, address, register, command", Key.of("Ctrl+P"), Needs.NOTHING),
  GO_TO(Group.VIEW, "Go to an address or symbol", Key.of("Ctrl+G"), Needs.SESSION),
  TRANSLATE(
      Group.VIEW,
      "Walk the translation tables, for the selected value",
      Key.ofText("T"),
      Needs.SESSION),
  STACK(Group.VIEW, "Call stack: who called whom", Key.ofText("K"), Needs.SESSION),
  MATRIX(Group.VIEW, "ABI matrix: every caller by every handler", Key.ofText("A"), Needs.SESSION),
  PATHS(Group.VIEW, "Paths: kexec beside kdump", Key.ofText("P"), Needs.SESSION),
  CONTRACT(Group.VIEW, "Contract editor", Key.of("Ctrl+Shift+E"), Needs.SESSION),
  EDIT(Group.VIEW, "Edit the selected value", Key.ofText("Enter"), Needs.STANDING),
  CODE_MODE(Group.VIEW, "Code: disassembly, source or both", Key.ofText("S"), Needs.SESSION),
  SOURCE_FOLDERS(Group.VIEW, "Folders of sources...", Key.ofText("Shift+S"), Needs.SESSION),
  READ_OUT(Group.VIEW, "Read each step out, or be silent", Key.of("Ctrl+Shift+R"), Needs.NOTHING),
  ENLARGE(Group.VIEW, "Enlarge the pane, or put it back", Key.of("Ctrl+M"), Needs.SESSION),
  SHOW_VIEW(Group.VIEW, "Show a view, closed ones too...", Key.of("Ctrl+Shift+V"), Needs.SESSION),
  MOVE_VIEW(Group.VIEW, "Move the view...", Key.of("Ctrl+Shift+M"), Needs.SESSION),
  FLOAT_VIEW(
      Group.VIEW,
      "Give the view its own window, or put it back",
      Key.of("Ctrl+Shift+F"),
      Needs.SESSION),
  CLOSE_VIEW(Group.VIEW, "Close the view", Key.of("Ctrl+W"), Needs.SESSION),
  LAYOUTS(Group.VIEW, "Layouts: choose, save, delete...", Key.of("Ctrl+L"), Needs.SESSION),
  NEXT_PANE(Group.VIEW, "Next pane", Key.of("F6"), Needs.SESSION),
  PREVIOUS_PANE(Group.VIEW, "Previous pane", Key.of("Shift+F6"), Needs.SESSION),
  PRESENTER(Group.VIEW, "Presenter mode", Key.of("F11"), Needs.NOTHING),
  LARGER(Group.VIEW, "Larger", Key.of("Ctrl+Equals"), Needs.NOTHING),
  SMALLER(Group.VIEW, "Smaller", Key.of("Ctrl+Minus"), Needs.NOTHING),
  THEME(Group.VIEW, "Next theme: light, dark, high contrast", Key.of("Ctrl+T"), Needs.NOTHING),

  CHEAT_SHEET(Group.HELP, "Cheat sheet of keys", Key.typed("?"), Needs.NOTHING);

  /** The menu in which a command stands. */
  public enum Group {
    FILE("File"),
    RUN("Run"),
    TIME("Time"),
    VIEW("View"),
    HELP("Help");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    /** The menu's title. */
    public String title() {
      return title;
    }
  }

  /** What must be there for a command to make sense. */
  public enum Needs {
    NOTHING,
    /** An open image. */
    SESSION,
    /** An open image that is not running. */
    STANDING,
    /** An open image that stands at an instant from which the run is known to go on. */
    PAST,
    /** An open image that is not running, on a machine with more than one core. */
    SEVERAL_CORES,
    /** An open image that is running. */
    RUNNING
  }

  private final Group group;
  private final String title;
  private final Key key;
  private final Needs needs;

  Command(Group group, String title, Key key, Needs needs) {
    this.group = group;
    this.title = title;
    this.key = key;
    this.needs = needs;
  }

  /** The menu in which the command stands. */
  public Group group() {
    return group;
  }

  /** What the command does, in words for a menu. */
  public String title() {
    return title;
  }

  /** The key that asks for it; empty for those that only menu and palette offer. */
  public Optional<Key> key() {
    return key == Key.NONE ? Optional.empty() : Optional.of(key);
  }

  /** What must be there for it to be offered. */
  public Needs needs() {
    return needs;
  }
}
