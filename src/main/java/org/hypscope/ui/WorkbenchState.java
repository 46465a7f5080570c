package org.hypscope.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;
import org.hypscope.abi.AbiState;
import org.hypscope.abi.AbiView;
import org.hypscope.abi.CallerChoice;
import org.hypscope.abi.Contract;
import org.hypscope.abi.Finding;
import org.hypscope.abi.HvbarOwner;
import org.hypscope.abi.OwnerSpan;
import org.hypscope.abi.Verdict;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.debug.AddressSpace;
import org.hypscope.debug.Breakpoint;
import org.hypscope.debug.Edit;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.Progress;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.Stop;
import org.hypscope.debug.Terms;
import org.hypscope.debug.symbols.SourceFolders;
import org.hypscope.time.Mark;
import org.hypscope.ui.code.CodeMode;
import org.hypscope.ui.theme.Theme;

/**
 * What all panes of one window show together. Views read the properties and call the verbs; only
 * the workbench sets them. Everything here belongs to the JavaFX thread.
 */
public final class WorkbenchState {
  private static final double STEP = 1.1;

  private final ReadOnlyObjectWrapper<Snapshot> snapshot = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<AbiView> abiView = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Verdict> verdict = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Progress> running = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Integer> lookedAt = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<StackPlace> stackPlace = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Mark> revealed = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Bank> selectedRegister = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<SysReg> selectedSysReg = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Integer> selectedDoubleword = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<CallerChoice> callerChoice =
      new ReadOnlyObjectWrapper<>(CallerChoice.automatic());
  private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.LIGHT);
  private final ReadOnlyObjectWrapper<CodeMode> codeMode =
      new ReadOnlyObjectWrapper<>(CodeMode.DISASSEMBLY);
  private final ReadOnlyObjectWrapper<SourceFolders> sourceFolders =
      new ReadOnlyObjectWrapper<>(new SourceFolders(List.of()));
  private final ReadOnlyDoubleWrapper scale = new ReadOnlyDoubleWrapper(1);
  private final ReadOnlyBooleanWrapper presenter = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper readOut = new ReadOnlyBooleanWrapper(true);
  private final ObservableList<Finding> findings = FXCollections.observableArrayList();
  private final ObservableList<OwnerSpan> owners = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<List<Optional<HvbarOwner>>> hvbarOwners =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ObservableMap<Breakpoint, Terms> stops =
      FXCollections.observableMap(new LinkedHashMap<>());
  private final ObservableSet<Breakpoint> breakpoints = FXCollections.observableSet();
  private final ObservableList<Finding> findingsToRead =
      FXCollections.unmodifiableObservableList(findings);
  private final ObservableList<OwnerSpan> ownersToRead =
      FXCollections.unmodifiableObservableList(owners);
  private final ObservableSet<Breakpoint> breakpointsToRead =
      FXCollections.unmodifiableObservableSet(breakpoints);
  private final ObservableMap<Breakpoint, Terms> stopsToRead =
      FXCollections.unmodifiableObservableMap(stops);
  private final TimeState time = new TimeState();
  private Consumer<Edit> editor = edit -> {};
  private Consumer<byte[]> typist = bytes -> {};
  private Consumer<CellPlace> opener = place -> {};
  private Consumer<MarkExpression> visitor = at -> {};
  private Consumer<Contract> contracts = contract -> {};

  /**
   * A place in one of the images of the matrix and of paths.
   *
   * @param image the image's name
   * @param entry address at which it is entered
   * @param at where the session is to stand
   */
  public record CellPlace(String image, int entry, MarkExpression at) {}

  /**
   * A frame of a stack that panes are to show.
   *
   * @param space what kind of addresses it has
   * @param sp its stack pointer, where it is known
   */
  public record StackPlace(AddressSpace space, OptionalInt sp) {}

  /** Where else in the run the window can go, and what was asked about the run. */
  public TimeState time() {
    return time;
  }

  /** The instant that every pane shows; null while nothing is open. */
  public ReadOnlyObjectProperty<Snapshot> snapshot() {
    return snapshot.getReadOnlyProperty();
  }

  /** What is known about the HVC that the window stands at, or about the last one; or null. */
  public ReadOnlyObjectProperty<AbiView> abiView() {
    return abiView.getReadOnlyProperty();
  }

  /** What the call of {@link #abiView} did do, once it is over; null before. */
  public ReadOnlyObjectProperty<Verdict> verdict() {
    return verdict.getReadOnlyProperty();
  }

  /** How far a run has come; null while the machine stands. */
  public ReadOnlyObjectProperty<Progress> running() {
    return running.getReadOnlyProperty();
  }

  /** Every finding of the session, in the order of the run. Not to be changed by views. */
  public ObservableList<Finding> findings() {
    return findingsToRead;
  }

  /** Who owned HVBAR, span by span. Not to be changed by views. */
  public ObservableList<OwnerSpan> owners() {
    return ownersToRead;
  }

  /** Who owns HVBAR of each core now; empty where that is not known. */
  public ReadOnlyObjectProperty<List<Optional<HvbarOwner>>> hvbarOwners() {
    return hvbarOwners.getReadOnlyProperty();
  }

  /** Where a run stops by itself and on what terms, in the order in which that was set. */
  public ObservableMap<Breakpoint, Terms> stops() {
    return stopsToRead;
  }

  /** The places of {@link #stops}. */
  public ObservableSet<Breakpoint> breakpoints() {
    return breakpointsToRead;
  }

  /** The address that code and memory are to show beside PC; null to follow PC. */
  public ReadOnlyObjectProperty<Integer> lookedAt() {
    return lookedAt.getReadOnlyProperty();
  }

  /** The frame whose code is {@link #lookedAt}; null where that is no frame. */
  public ReadOnlyObjectProperty<StackPlace> stackPlace() {
    return stackPlace.getReadOnlyProperty();
  }

  /** The instant that the timeline is to show; null to follow the run. */
  public ReadOnlyObjectProperty<Mark> revealed() {
    return revealed.getReadOnlyProperty();
  }

  /** The register that was last searched for, or null. */
  public ReadOnlyObjectProperty<Bank> selectedRegister() {
    return selectedRegister.getReadOnlyProperty();
  }

  /** The system register that was last searched for, or null. */
  public ReadOnlyObjectProperty<SysReg> selectedSysReg() {
    return selectedSysReg.getReadOnlyProperty();
  }

  /** The number of the D register that was last searched for, or null. */
  public ReadOnlyObjectProperty<Integer> selectedDoubleword() {
    return selectedDoubleword.getReadOnlyProperty();
  }

  /** Whose convention the caller is taken to speak. */
  public ReadOnlyObjectProperty<CallerChoice> callerChoice() {
    return callerChoice.getReadOnlyProperty();
  }

  /** The window's theme. Canvases redraw when it changes. */
  public ReadOnlyObjectProperty<Theme> theme() {
    return theme.getReadOnlyProperty();
  }

  /** By how much text, tables and lines are larger than normal: 1 is normal. */
  public ReadOnlyDoubleProperty scale() {
    return scale.getReadOnlyProperty();
  }

  /** Whether the window is in presenter mode. */
  public ReadOnlyBooleanProperty presenter() {
    return presenter.getReadOnlyProperty();
  }

  /** Whether each step is read out in a sentence. */
  public ReadOnlyBooleanProperty readOut() {
    return readOut.getReadOnlyProperty();
  }

  /** How code is shown. */
  public ReadOnlyObjectProperty<CodeMode> codeMode() {
    return codeMode.getReadOnlyProperty();
  }

  /** Where source files are. */
  public ReadOnlyObjectProperty<SourceFolders> sourceFolders() {
    return sourceFolders.getReadOnlyProperty();
  }

  /** Shows the code and the memory at {@code address}. */
  public void goTo(int address) {
    lookedAt.set(null);
    stackPlace.set(null);
    lookedAt.set(address);
  }

  /** Shows the code of a frame at {@code pc} in {@code space}, and the memory at its {@code sp}. */
  public void goTo(AddressSpace space, int pc, OptionalInt sp) {
    lookedAt.set(null);
    stackPlace.set(new StackPlace(space, sp));
    lookedAt.set(pc);
  }

  /** Shows {@code mark} on the timeline. */
  public void reveal(Mark mark) {
    revealed.set(mark);
  }

  /** Puts the keyboard on {@code register}. */
  public void select(Bank register) {
    selectedRegister.set(null);
    selectedRegister.set(register);
  }

  /** Puts the keyboard on {@code register}. */
  public void select(SysReg register) {
    selectedSysReg.set(null);
    selectedSysReg.set(register);
  }

  /** Puts the keyboard on D{@code number}. */
  public void selectDoubleword(int number) {
    selectedDoubleword.set(null);
    selectedDoubleword.set(number);
  }

  /** Changes the machine; what came of it arrives as the next snapshot, or as a message. */
  public void edit(Edit edit) {
    editor.accept(edit);
  }

  /** Types {@code bytes} at the machine's serial port. */
  public void type(byte[] bytes) {
    typist.accept(bytes);
  }

  /** Opens {@code place} as a session in place of the present one. */
  public void open(CellPlace place) {
    opener.accept(place);
  }

  /** Knows {@code contract} from now on, in place of one with its id. */
  public void use(Contract contract) {
    contracts.accept(contract);
  }

  /** Goes to {@code at}, back or forth; what came of it arrives as the next snapshot. */
  public void visit(MarkExpression at) {
    visitor.accept(at);
  }

  /** Takes the caller to speak {@code choice} from now on. */
  public void choose(CallerChoice choice) {
    callerChoice.set(choice);
  }

  /** Sets {@code breakpoint}, or takes it away if it is set. */
  public void toggle(Breakpoint breakpoint) {
    if (breakpoints.contains(breakpoint)) {
      remove(breakpoint);
    } else {
      set(new Stop(breakpoint));
    }
  }

  /** Sets {@code stop}, in place of one at the same place. */
  public void set(Stop stop) {
    stops.put(stop.at(), stop.terms());
    breakpoints.add(stop.at());
  }

  /** Takes the stop at {@code breakpoint} away. */
  public void remove(Breakpoint breakpoint) {
    breakpoints.remove(breakpoint);
    stops.remove(breakpoint);
  }

  /**
   * Sets a breakpoint at {@code address}, or takes it away; in an image it is known by the address
   * that the image was linked for, however it is seen.
   */
  public void toggleAt(int address) {
    toggle(stopAt(address));
  }

  /** Whether a run stops before the instruction at {@code address}. */
  public boolean stopsAt(int address) {
    return breakpoints.contains(stopAt(address));
  }

  private Breakpoint stopAt(int address) {
    Snapshot now = snapshot.get();
    return new Breakpoint.Address(
        now == null ? address : now.symbols().linked(address).orElse(address));
  }

  /** Takes every breakpoint away. */
  public void clearBreakpoints() {
    breakpoints.clear();
    stops.clear();
  }

  /** Shows code as {@code wanted} from now on. */
  public void useCodeMode(CodeMode wanted) {
    codeMode.set(wanted);
  }

  /** Looks for sources in {@code wanted} from now on. */
  public void useSourceFolders(SourceFolders wanted) {
    sourceFolders.set(wanted);
  }

  /** Shows the window in {@code wanted}. */
  public void useTheme(Theme wanted) {
    theme.set(wanted);
  }

  /**
   * Makes everything larger (positive) or smaller (negative) by that many steps of ten per cent.
   */
  public void zoom(int steps) {
    scale.set(Math.max(0.7, Math.min(3, scale.get() * Math.pow(STEP, steps))));
  }

  /**
   * Enters presenter mode, or leaves it: one setting for text, tables and lines.
   *
   * @param larger by how much everything is larger in presenter mode
   */
  public void togglePresenter(double larger) {
    boolean on = !presenter.get();
    // First, as panes are shared out anew for the new size.
    scale.set(on ? larger : 1);
    presenter.set(on);
  }

  /** Reads each step out from now on, or no longer. */
  public void toggleReadOut() {
    readOut.set(!readOut.get());
  }

  void connect(Consumer<Edit> edits, Consumer<byte[]> typing) {
    editor = edits;
    typist = typing;
  }

  void connectContracts(Consumer<Contract> using) {
    contracts = using;
  }

  void connectPlaces(Consumer<CellPlace> opening, Consumer<MarkExpression> visiting) {
    opener = opening;
    visitor = visiting;
  }

  void show(Snapshot next) {
    running.set(null);
    if (snapshot.get() == null || next == null || !next.mark().equals(snapshot.get().mark())) {
      lookedAt.set(null);
      stackPlace.set(null);
      revealed.set(null);
    }
    snapshot.set(next);
  }

  void showRunning(Progress progress) {
    running.set(progress);
  }

  void showAbi(AbiState next) {
    abiView.set(next.current().orElse(null));
    verdict.set(next.verdict().orElse(null));
    if (!hvbarOwners.get().equals(next.owner())) {
      hvbarOwners.set(next.owner());
    }
    if (!findings.equals(next.findings())) {
      findings.setAll(next.findings());
    }
    if (!owners.equals(next.owners())) {
      owners.setAll(next.owners());
    }
  }
}
