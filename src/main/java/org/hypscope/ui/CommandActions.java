package org.hypscope.ui;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.Breakpoint;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.VectorBase;
import org.hypscope.ui.cell.EditableCell;
import org.hypscope.ui.command.Command;

/** What each command does in one window, and when it is offered. */
final class CommandActions {
  private static final int HYP_TRAP = 0x14;

  /**
   * What leads on in a tour, or begins that of what is open; in the gallery, cards take the key.
   */
  private static final Set<Command> TOUR =
      EnumSet.of(Command.TOUR_NEXT, Command.TOUR_PREVIOUS, Command.TOUR_FIRST, Command.TOUR_LAST);

  private final Workbench window;
  private final WorkbenchState state;
  private final SessionControl control;
  private final WorkbenchLayout layout;
  private final FileDialogs dialogs;

  CommandActions(
      Workbench window, WorkbenchState state, SessionControl control, WorkbenchLayout layout) {
    this.window = window;
    this.state = state;
    this.control = control;
    this.layout = layout;
    this.dialogs = new FileDialogs(window);
  }

  /** Whether {@code command} can be performed now; {@code panesShown} while no gallery is. */
  boolean available(Command command, boolean panesShown) {
    if (command == Command.EDIT && !onCell()) {
      return false;
    }
    if (TOUR.contains(command) && window.tour().model().place().get() == null) {
      return panesShown;
    }
    boolean running = state.running().get() != null;
    return switch (command.needs()) {
      case NOTHING -> true;
      case SESSION -> panesShown;
      case STANDING -> panesShown && !running;
      case PAST -> panesShown && !running && state.snapshot().get().isPast();
      case SEVERAL_CORES -> panesShown && !running && cores() > 1;
      case RUNNING -> running;
    };
  }

  void perform(Command command) {
    switch (command) {
      case OPEN_IMAGE -> dialogs.openImage();
      case OPEN_KERNEL -> window.sheets().kernelForm();
      case GALLERY -> window.showGallery();
      case OPEN_SESSION -> dialogs.openSession();
      case SAVE_SESSION -> dialogs.saveSession();
      case COPY_COORDINATE -> window.sessions().copyCoordinate();
      case GO_TO_COORDINATE -> window.sheets().goToCoordinate();
      case COORDINATE_QR -> window.sheets().qr();
      case COPY_VIEW -> copy();
      case EXPORT_VIEW -> window.currentView().ifPresent(dialogs::exportView);
      case EXPORT_WINDOW -> dialogs.exportWindow();
      case QUIT -> Platform.exit();
      case STEP_INTO -> control.stepInto();
      case STEP_OVER -> control.stepOver();
      case STEP_OUT -> control.stepOut();
      case STEP_BACK -> control.stepBack();
      case STEP_BACK_OVER -> control.stepBackOver();
      case STEP_BACK_OUT -> control.stepBackOut();
      case RUN -> control.run(RunGoal.forever());
      case RUN_BACK -> control.runBack(RunGoal.forever());
      case PREVIOUS_HVC -> control.runBack(RunGoal.nextHvc());
      case PREVIOUS_ERET -> control.runBack(RunGoal.toEret());
      case NEWEST -> state.time().visit(state.snapshot().get().end());
      case UNDO_EDIT -> control.undoEdit();
      case WHY -> why();
      case BOOKMARK -> state.time().toggleBookmark(state.snapshot().get());
      case NOTES -> window.sheets().notes();
      case PAUSE -> control.pause();
      case NEXT_HVC -> control.run(RunGoal.nextHvc());
      case TO_ERET -> control.run(RunGoal.toEret());
      case RUN_TO_LINE -> layout.code().selectedAddress().ifPresent(this::runTo);
      case RESTART -> control.restart();
      case NEXT_CORE -> control.pick((state.snapshot().get().core() + 1) % cores());
      case BREAKPOINT -> layout.code().selectedAddress().ifPresent(this::toggle);
      case CATCH_HYP -> state.toggle(new Breakpoint.Vector(VectorBase.HYP, HYP_TRAP));
      case STOP_IN_HYP -> state.toggle(new Breakpoint.EnterMode(Mode.HYP));
      case CLEAR_BREAKPOINTS -> state.clearBreakpoints();
      case TOURS -> window.sheets().tours();
      case TOUR_NEXT -> window.tour().go(1);
      case TOUR_PREVIOUS -> window.tour().go(-1);
      case TOUR_FIRST -> window.tour().goFar(-Integer.MAX_VALUE / 2);
      case TOUR_LAST -> window.tour().goFar(Integer.MAX_VALUE / 2);
      case TOUR_END -> window.tour().leave();
      case SPEAKER -> window.tour().showSpeaker();
      case READ_OUT -> state.toggleReadOut();
      case TIMELINE_IN -> layout.timeline().zoom(1);
      case TIMELINE_OUT -> layout.timeline().zoom(-1);
      case TIMELINE_WHOLE -> layout.timeline().showWhole();
      case PALETTE -> window.sheets().palette();
      case GO_TO -> window.sheets().goTo();
      case TRANSLATE -> translate();
      case CODE_MODE -> state.useCodeMode(state.codeMode().get().next());
      case SOURCE_FOLDERS -> window.sheets().sourceFolders();
      case STACK -> layout.focusStack();
      case PATHS -> layout.showPaths();
      case CONTRACT -> layout.showContract();
      case MATRIX -> layout.showMatrix();
      case ENLARGE -> layout.toggleEnlarged();
      case SHOW_VIEW -> window.sheets().views();
      case MOVE_VIEW -> window.sheets().moves();
      case FLOAT_VIEW -> layout.toggleFloating();
      case CLOSE_VIEW -> layout.closeCurrent();
      case LAYOUTS -> window.sheets().layouts();
      case EDIT -> edit();
      case NEXT_PANE -> layout.focusNext(1);
      case PREVIOUS_PANE -> layout.focusNext(-1);
      case PRESENTER -> state.togglePresenter(window.presenterScale());
      case LARGER -> state.zoom(1);
      case SMALLER -> state.zoom(-1);
      case THEME -> state.useTheme(state.theme().get().next());
      case CHEAT_SHEET -> window.sheets().cheatSheet();
    }
  }

  private int cores() {
    return state.snapshot().get().cores().size();
  }

  private void runTo(int address) {
    control.run(RunGoal.toAddress(address));
  }

  private void toggle(int address) {
    state.toggleAt(address);
  }

  /** The value of the cell that has the keyboard, or whatever was asked last. */
  private void translate() {
    cell()
        .filter(cell -> cell.getText().matches("[0-9a-f]{8}"))
        .ifPresentOrElse(cell -> layout.translate("0x" + cell.getText()), layout::focusTranslation);
  }

  /** Of the cell that has the keyboard, or of what is then typed. */
  private void why() {
    cell().flatMap(EditableCell::holds).ifPresentOrElse(window::askWhy, window.sheets()::why);
  }

  private boolean onCell() {
    return cell().isPresent();
  }

  private Optional<EditableCell> cell() {
    return window.focusOwner().filter(EditableCell.class::isInstance).map(EditableCell.class::cast);
  }

  private void edit() {
    window.focusOwner().ifPresent(cell -> Event.fireEvent(cell, new ActionEvent(cell, cell)));
  }

  private void copy() {
    window
        .currentView()
        .ifPresent(
            view -> {
              Clipboard.getSystemClipboard()
                  .setContent(Map.of(DataFormat.PLAIN_TEXT, view.asText()));
              window.note(view.title() + " is on the clipboard as text.");
            });
  }
}
