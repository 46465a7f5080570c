package org.hypscope.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.hypscope.abi.load.ContractLoader;
import org.hypscope.arm.sysreg.FpRegs;
import org.hypscope.ui.code.CodeModel;
import org.hypscope.ui.code.CodeView;
import org.hypscope.ui.console.ConsoleModel;
import org.hypscope.ui.console.ConsoleView;
import org.hypscope.ui.contract.ContractModel;
import org.hypscope.ui.contract.ContractView;
import org.hypscope.ui.devices.DevicesModel;
import org.hypscope.ui.devices.DevicesView;
import org.hypscope.ui.findings.FindingsModel;
import org.hypscope.ui.findings.FindingsView;
import org.hypscope.ui.fp.FpModel;
import org.hypscope.ui.fp.FpView;
import org.hypscope.ui.hypercall.HypercallModel;
import org.hypscope.ui.hypercall.HypercallView;
import org.hypscope.ui.hypercall.ShiftModel;
import org.hypscope.ui.hypregs.HypRegsModel;
import org.hypscope.ui.hypregs.HypRegsView;
import org.hypscope.ui.matrix.MatrixModel;
import org.hypscope.ui.matrix.MatrixView;
import org.hypscope.ui.memory.MemoryModel;
import org.hypscope.ui.memory.MemoryView;
import org.hypscope.ui.paths.PathsModel;
import org.hypscope.ui.paths.PathsView;
import org.hypscope.ui.registers.RegistersModel;
import org.hypscope.ui.registers.RegistersView;
import org.hypscope.ui.stack.StackModel;
import org.hypscope.ui.stack.StackView;
import org.hypscope.ui.stops.StopsModel;
import org.hypscope.ui.stops.StopsView;
import org.hypscope.ui.timeline.TimelineModel;
import org.hypscope.ui.timeline.TimelineView;
import org.hypscope.ui.translation.TranslationModel;
import org.hypscope.ui.translation.TranslationView;
import org.hypscope.ui.vectors.VectorsModel;
import org.hypscope.ui.vectors.VectorsView;
import org.hypscope.ui.why.WhyModel;
import org.hypscope.ui.why.WhyView;

/** Where the panes stand, and how the keyboard goes from one to the next. */
final class WorkbenchLayout {
  private static final double USUAL_LEFT = 0.3;
  private static final double WIDE_LEFT = 0.2;

  private final CodeView code;
  private final TranslationView translation;
  private final StackView stack;
  private final View why;
  private final TimelineView timeline;
  private final MatrixView matrix;
  private final PathsView paths;
  private final ContractView contract;
  private final View registersView;
  private final View fpView;
  private final View systemView;
  private final List<PaneFrame> panes = new ArrayList<>();
  private final SplitPane left;
  private final SplitPane right;
  private final SplitPane both;
  private final SplitPane node;
  private PaneFrame current;
  private double beforeWide = USUAL_LEFT;
  private Scene watched;
  private Enlargement enlarged;
  private String sizesBefore;

  WorkbenchLayout(WorkbenchState state) {
    bringToFront(state);
    code = new CodeView(state, new CodeModel());
    PaneFrame codePane = pane(code);
    registersView = new RegistersView(state, new RegistersModel());
    fpView = new FpView(state, new FpModel());
    TabPane registers = tabs(registersView, fpView);
    PaneFrame call =
        pane(
            new HypercallView(
                state,
                new HypercallModel(),
                new ShiftModel(AbiLink.prototypes()),
                AbiLink.contractIds()));
    translation = new TranslationView(state, new TranslationModel());
    View devices = new DevicesView(state, new DevicesModel());
    stack = new StackView(state, new StackModel());
    matrix = new MatrixView(state, new MatrixModel());
    paths = new PathsView(state, new PathsModel());
    contract = new ContractView(state, new ContractModel(ContractLoader.usersFolder()));
    TabPane tables =
        tabs(
            new VectorsView(state, new VectorsModel()),
            translation,
            stack,
            new StopsView(state, new StopsModel()),
            devices,
            matrix,
            paths,
            contract);
    systemView = new HypRegsView(state, new HypRegsModel());
    PaneFrame system = pane(systemView);
    why = new WhyView(state, new WhyModel());
    TabPane more =
        tabs(
            new FindingsView(state, new FindingsModel()),
            new ConsoleView(state, new ConsoleModel()),
            new MemoryView(state, new MemoryModel()),
            why);
    timeline = new TimelineView(state, new TimelineModel());
    PaneFrame timelinePane = pane(timeline);
    left = split(Orientation.VERTICAL, codePane, system, more);
    left.setDividerPositions(0.5, 0.76);
    right = split(Orientation.VERTICAL, registers, call, tables);
    right.setDividerPositions(0.335, 0.704);
    both = split(Orientation.HORIZONTAL, left, right);
    both.setDividerPositions(USUAL_LEFT);
    node = split(Orientation.VERTICAL, both, timelinePane);
    node.setDividerPositions(0.862);
    node.setId("panes");
    node.sceneProperty().addListener((o, was, is) -> watch(is));
    current = codePane;
  }

  /** Brings the pane of a register that is searched for to the front, before it is shown there. */
  private void bringToFront(WorkbenchState state) {
    state.selectedRegister().addListener((o, was, is) -> revealIf(is != null, registersView));
    state.selectedDoubleword().addListener((o, was, is) -> revealIf(is != null, fpView));
    state
        .selectedSysReg()
        .addListener(
            (o, was, is) -> revealIf(is != null, is == FpRegs.FPSCR ? fpView : systemView));
  }

  private void revealIf(boolean selected, View view) {
    if (selected) {
      reveal(view);
    }
  }

  /** Gives the registers, and what stands below them, more of the width, or no more than usual. */
  void widen(boolean wide) {
    if (wide) {
      beforeWide = both.getDividerPositions()[0];
    }
    both.setDividerPositions(wide ? WIDE_LEFT : beforeWide);
  }

  /** How the room is shared now, for {@link #useSizes} in another run. */
  String sizes() {
    shrink();
    return PaneSizes.of(splits());
  }

  /** Shares the room as {@link #sizes} once told; any other text is ignored. */
  void useSizes(String sizes) {
    PaneSizes.apply(sizes, splits());
    beforeWide = both.getDividerPositions()[0];
  }

  private List<SplitPane> splits() {
    return List.of(left, right, both, node);
  }

  /** The panes. */
  Node node() {
    return node;
  }

  List<View> views() {
    return panes.stream().map(PaneFrame::view).toList();
  }

  /** The code, whose selected line commands act on. */
  CodeView code() {
    return code;
  }

  /** The picture of the run, which commands zoom. */
  TimelineView timeline() {
    return timeline;
  }

  /** Brings the walk of translation tables to the front and puts the keyboard into it. */
  void focusTranslation() {
    focus(translation);
  }

  /** Brings the call stack to the front and puts the keyboard into it. */
  void focusStack() {
    focus(stack);
  }

  /** Brings the answer to who wrote a value to the front and puts the keyboard into it. */
  void focusWhy() {
    focus(why);
  }

  /** Gives the ABI matrix all the room and the keyboard. */
  void showMatrix() {
    showAlone(matrix);
    matrix.focus();
  }

  /** Gives two paths side by side all the room and the keyboard. */
  void showPaths() {
    showAlone(paths);
    paths.focus();
  }

  /** Gives the contract editor all the room and the keyboard. */
  void showContract() {
    showAlone(contract);
    contract.focus();
  }

  private void showAlone(View view) {
    enlarge(view);
    focus(view);
  }

  /** Puts everything back, if a pane was enlarged. */
  void putBack() {
    shrink();
  }

  /** As {@link #focusTranslation}, with the walk of {@code typed} in the current regime. */
  void translate(String typed) {
    translation.ask(typed);
    focusTranslation();
  }

  /** The pane that has the keyboard, or had it last. */
  Optional<View> current() {
    return Optional.of(current.view());
  }

  /** Gives the pane that has the keyboard all the room, or puts everything back. */
  void toggleEnlarged() {
    PaneFrame pane = current;
    Node owner = watched.getFocusOwner();
    if (!shrink()) {
      enlarge(pane);
    }
    if (pane.holds(owner)) {
      owner.requestFocus();
    } else {
      focus(pane);
    }
  }

  /** Gives {@code view} all the room. */
  void enlarge(View view) {
    shrink();
    reveal(view);
    panes.stream().filter(pane -> pane.view() == view).forEach(this::enlarge);
  }

  private void enlarge(PaneFrame pane) {
    sizesBefore = PaneSizes.of(splits());
    enlarged = new Enlargement(pane);
  }

  /** Puts everything back, if a pane was enlarged. */
  private boolean shrink() {
    boolean was = enlarged != null;
    if (was) {
      enlarged = null;
      PaneSizes.apply(sizesBefore, splits());
    }
    return was;
  }

  /** Brings the tab that holds {@code view} to the front, if one does. */
  void reveal(View view) {
    for (PaneFrame pane : panes) {
      if (pane.view() == view) {
        reveal(pane);
        pane.refresh();
      }
    }
  }

  /** Moves the keyboard to {@code view}; to its frame where nothing in it takes the keyboard. */
  void focus(View view) {
    for (PaneFrame pane : panes) {
      if (pane.view() == view && !focus(pane)) {
        pane.requestFocus();
      }
    }
  }

  void focusFirst() {
    focus(panes.get(0));
  }

  /** Moves the keyboard {@code by} panes on, round and round. */
  void focusNext(int by) {
    int size = panes.size();
    int from = panes.indexOf(current);
    for (int n = 1; n <= size; n++) {
      PaneFrame next = panes.get(Math.floorMod(from + by * n, size));
      if (focus(next)) {
        return;
      }
    }
  }

  private TabPane tabs(View... views) {
    TabPane tabs = new TabPane();
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setMinSize(0, 0);
    tabs.getSelectionModel()
        .selectedItemProperty()
        .addListener((o, was, is) -> FxBridge.later(() -> ((PaneFrame) is.getContent()).refresh()));
    for (View view : views) {
      tabs.getTabs().add(new Tab(view.title(), follow(PaneFrame.untitled(view))));
    }
    return tabs;
  }

  private PaneFrame pane(View view) {
    return follow(PaneFrame.titled(view));
  }

  /** Has {@code frame} visited by F6. */
  private PaneFrame follow(PaneFrame frame) {
    panes.add(frame);
    return frame;
  }

  /** Follows the keyboard of {@code scene}, which is asked because panes come and go. */
  private void watch(Scene scene) {
    if (scene != null && scene != watched) {
      watched = scene;
      scene.focusOwnerProperty().addListener((o, was, is) -> focused(is));
    }
  }

  private void focused(Node owner) {
    for (PaneFrame pane : panes) {
      boolean holds = pane.holds(owner);
      pane.showKeyboard(holds);
      if (holds) {
        current = pane;
      }
    }
  }

  private boolean focus(PaneFrame frame) {
    reveal(frame);
    frame.refresh();
    frame.getScene().getRoot().layout();
    Optional<Node> target = firstFocusable(frame);
    target.ifPresent(Node::requestFocus);
    return target.isPresent();
  }

  /** Selects the tab that holds {@code frame}, if one does. */
  private void reveal(PaneFrame frame) {
    if (enlarged != null && !enlarged.shows(frame)) {
      shrink();
    }
    for (Node at = frame; at != null; at = at.getParent()) {
      if (at instanceof TabPane tabs) {
        for (Tab tab : tabs.getTabs()) {
          if (tab.getContent() == frame) {
            tabs.getSelectionModel().select(tab);
          }
        }
      }
    }
  }

  private static Optional<Node> firstFocusable(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return Optional.empty();
    }
    if (node.isFocusTraversable()) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .map(WorkbenchLayout::firstFocusable)
            .flatMap(Optional::stream)
            .findFirst()
        : Optional.empty();
  }

  private static SplitPane split(Orientation orientation, Node... parts) {
    SplitPane split = new SplitPane(parts);
    split.setOrientation(orientation);
    split.setMinSize(0, 0);
    return split;
  }
}
