package org.hypscope.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hypscope.abi.load.ContractLoader;
import org.hypscope.debug.store.Coordinate;
import org.hypscope.ui.code.CodeModel;
import org.hypscope.ui.code.CodeView;
import org.hypscope.ui.console.ConsoleModel;
import org.hypscope.ui.console.ConsoleView;
import org.hypscope.ui.contract.ContractModel;
import org.hypscope.ui.contract.ContractView;
import org.hypscope.ui.devices.DevicesModel;
import org.hypscope.ui.devices.DevicesView;
import org.hypscope.ui.dock.Arrangement;
import org.hypscope.ui.dock.ArrangementText;
import org.hypscope.ui.dock.PaneFrame;
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

/** All views of one window, each once, and where they stand at first. */
final class WorkbenchViews {
  private static final String CODE = "code";
  private static final String REGISTERS = "registers";
  private static final String HYPERCALL = "hypercall";
  private static final String VECTORS = "vector-tables";
  private static final String SYSTEM = "system-registers";
  private static final String FINDINGS = "findings";
  private static final String TIMELINE = "timeline";

  /** Where those stand beside which all others are tabs at first. */
  private static final String FIRST =
      "dock1 column(8620 row(3000 column(5000 [code] 2600 [system-registers] 2400 [findings]) 7000"
          + " column(3350 [registers] 3690 [hypercall] 2960 [vector-tables])) 1380 [timeline])";

  final CodeView code;
  final View registers;
  final View fp;
  final TranslationView translation;
  final StackView stack;
  final MatrixView matrix;
  final PathsView paths;
  final ContractView contract;
  final View system;
  final View why;
  final TimelineView timeline;

  private final Map<String, PaneFrame> frames = new LinkedHashMap<>();
  private Arrangement usual = ArrangementText.parse(FIRST);

  WorkbenchViews(WorkbenchState state) {
    code = add(new CodeView(state, new CodeModel()), CODE);
    registers = add(new RegistersView(state, new RegistersModel()), REGISTERS);
    fp = add(new FpView(state, new FpModel()), REGISTERS);
    add(hypercall(state), HYPERCALL);
    add(new VectorsView(state, new VectorsModel()), VECTORS);
    translation = add(new TranslationView(state, new TranslationModel()), VECTORS);
    stack = add(new StackView(state, new StackModel()), VECTORS);
    add(new StopsView(state, new StopsModel()), VECTORS);
    add(new DevicesView(state, new DevicesModel()), VECTORS);
    matrix = add(new MatrixView(state, new MatrixModel()), VECTORS);
    paths = add(new PathsView(state, new PathsModel()), VECTORS);
    contract =
        add(new ContractView(state, new ContractModel(ContractLoader.usersFolder())), VECTORS);
    system = add(new HypRegsView(state, new HypRegsModel()), SYSTEM);
    add(new FindingsView(state, new FindingsModel()), FINDINGS);
    add(new ConsoleView(state, new ConsoleModel()), FINDINGS);
    add(new MemoryView(state, new MemoryModel()), FINDINGS);
    why = add(new WhyView(state, new WhyModel()), FINDINGS);
    timeline = add(new TimelineView(state, new TimelineModel()), TIMELINE);
    for (String first : List.of(REGISTERS, VECTORS, FINDINGS)) {
      usual = usual.inFront(first);
    }
  }

  private static View hypercall(WorkbenchState state) {
    return new HypercallView(
        state, new HypercallModel(), new ShiftModel(AbiLink.prototypes()), AbiLink.contractIds());
  }

  /** Takes {@code view} in; at first it is a tab beside {@code mate}, which may be itself. */
  private <T extends View> T add(T view, String mate) {
    String word = word(view);
    frames.put(word, new PaneFrame(view));
    usual = word.equals(mate) ? usual : usual.into(word, mate);
    return view;
  }

  /** How arrangements and coordinates call {@code view}. */
  static String word(View view) {
    return Coordinate.word(view.title());
  }

  /** Each view in its frame, by its word. */
  Map<String, PaneFrame> frames() {
    return frames;
  }

  /** All views. */
  List<View> all() {
    return new ArrayList<>(frames.values().stream().map(PaneFrame::view).toList());
  }

  /** Where views stand at first. */
  Arrangement usual() {
    return usual;
  }
}
