package org.hypscope.ui.code;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.SetChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.ReadOnlyStyledDocumentBuilder;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.util.UndoUtils;
import org.hypscope.debug.Breakpoint;
import org.hypscope.ui.View;
import org.hypscope.ui.WorkbenchState;
import org.hypscope.ui.cell.FilledPane;
import org.hypscope.ui.cell.WrappedLabel;

/** Disassembly around PC, with a gutter for breakpoints, PC and the stripe of the mode. */
public final class CodeView implements View {
  private static final int ABOVE = 6;

  private final WorkbenchState state;
  private final CodeModel model;
  private final CodeArea area = new CodeArea();
  private final Label heading = new WrappedLabel();
  private final Label explanation = new WrappedLabel();
  private final Label empty = new Label(emptySentence());
  private final VBox content;
  private final StackPane node;
  private final Map<Integer, Gutter> gutters = new HashMap<>();
  private CodeModel.Page shown;

  /** A view of {@code model} that follows {@code state}. */
  public CodeView(WorkbenchState state, CodeModel model) {
    this.state = state;
    this.model = model;
    area.setEditable(false);
    area.setUndoManager(UndoUtils.noOpUndoManager());
    area.getStyleClass().add("code-area");
    area.setId("code");
    area.setAccessibleRole(AccessibleRole.TEXT_AREA);
    area.setAccessibleText("Disassembly");
    area.setParagraphGraphicFactory(this::gutter);
    heading.getStyleClass().add("code-heading");
    heading.setId("code-heading");
    heading.setMaxWidth(Double.MAX_VALUE);
    heading.setMinHeight(Region.USE_PREF_SIZE);
    heading.managedProperty().bind(heading.visibleProperty());
    explanation.getStyleClass().add("code-explain");
    explanation.setId("code-explanation");
    explanation.setMaxWidth(Double.MAX_VALUE);
    explanation.setMinHeight(Region.USE_PREF_SIZE);
    empty.getStyleClass().add("empty-sentence");
    VirtualizedScrollPane<CodeArea> scroll = new VirtualizedScrollPane<>(area);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    content = new VBox(heading, scroll, explanation);
    node = new FilledPane();
    node.getChildren().addAll(content, empty);
    model.page().addListener((o, was, is) -> refresh(is));
    state.snapshot().addListener((o, was, is) -> update());
    state.lookedAt().addListener((o, was, is) -> update());
    state.codeMode().addListener((o, was, is) -> update());
    state.sourceFolders().addListener((o, was, is) -> update());
    state
        .breakpoints()
        .addListener((SetChangeListener<Breakpoint>) change -> refreshGutter(change));
    update();
    refresh(model.page().get());
  }

  @Override
  public String title() {
    return "Code";
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Optional<Node> beside() {
    return Optional.of(new CodeModeChooser(state));
  }

  @Override
  public String asText() {
    return model.asText();
  }

  @Override
  public String emptySentence() {
    return "Open an image to see its code around PC.";
  }

  /** The address of the line with the caret; empty where that is no instruction. */
  public Optional<Integer> selectedAddress() {
    return shown == null
        ? Optional.empty()
        : Optional.of(shown.lines().get(area.getCurrentParagraph()))
            .filter(CodeLine::canStop)
            .map(CodeLine::address);
  }

  private void update() {
    model.show(
        state.snapshot().get(),
        state.lookedAt().get(),
        state.codeMode().get(),
        state.sourceFolders().get());
  }

  private void refresh(CodeModel.Page page) {
    CodeModel.Page before = shown;
    shown = page;
    empty.setVisible(page == null);
    content.setVisible(page != null);
    if (page == null) {
      return;
    }
    explanation.setText(page.explanation());
    heading.setText(page.heading());
    heading.setVisible(!page.heading().isEmpty());
    if (before == null || before.lines() != page.lines()) {
      fill(page.lines());
    } else {
      mark(before);
    }
    mark(page);
    bringIntoView(page);
  }

  private void fill(List<CodeLine> lines) {
    if (lines.isEmpty()) {
      area.clear();
      gutters.clear();
      return;
    }
    ReadOnlyStyledDocumentBuilder<Collection<String>, String, Collection<String>> made =
        new ReadOnlyStyledDocumentBuilder<>(area.getSegOps(), area.getInitialParagraphStyle());
    for (CodeLine line : lines) {
      StringBuilder text = new StringBuilder();
      StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
      LineStyles.append(line, text, spans);
      made.addParagraph(text.toString(), spans.create());
    }
    // Text and styles at once: each change has the lines that are seen made anew, but for those
    // at both ends that are as they were.
    area.replace(0, area.getLength(), made.build());
    gutters.keySet().removeIf(line -> line >= lines.size());
    gutters.keySet().forEach(this::showGutter);
  }

  /** Shows the marks of the lines that {@code page} marks, as they are now. */
  private void mark(CodeModel.Page page) {
    showGutter(page.pcLine());
    showGutter(page.atLine());
  }

  private void showGutter(int line) {
    Gutter gutter = gutters.get(line);
    if (gutter != null) {
      show(gutter, line);
    }
  }

  private void show(Gutter gutter, int line) {
    CodeLine here = lineOf(line);
    boolean stops = here != null && here.canStop() && state.stopsAt(here.address());
    boolean isPc = shown != null && line == shown.pcLine();
    gutter.show(stops, isPc ? shown.mode() : null, shown != null && line == shown.atLine());
  }

  private CodeLine lineOf(int line) {
    return shown == null || line >= shown.lines().size() ? null : shown.lines().get(line);
  }

  private void bringIntoView(CodeModel.Page page) {
    int line = page.atLine();
    if (line < 0) {
      return;
    }
    area.moveTo(line, 0);
    boolean visible =
        area.getVisibleParagraphs().size() > 4
            && area.firstVisibleParToAllParIndex() < line
            && area.lastVisibleParToAllParIndex() > line + 1;
    if (!visible) {
      area.showParagraphAtTop(Math.max(0, line - ABOVE));
    }
  }

  private void refreshGutter(SetChangeListener.Change<? extends Breakpoint> change) {
    Breakpoint changed = change.wasAdded() ? change.getElementAdded() : change.getElementRemoved();
    if (shown != null && changed instanceof Breakpoint.Address) {
      gutters.keySet().forEach(this::showGutter);
    }
  }

  private Node gutter(int line) {
    Gutter gutter = new Gutter();
    gutters.put(line, gutter);
    show(gutter, line);
    gutter.setOnMouseClicked(event -> toggle(event, lineOf(line)));
    return gutter;
  }

  private void toggle(MouseEvent event, CodeLine line) {
    if (line != null && line.canStop()) {
      event.consume();
      state.toggleAt(line.address());
    }
  }
}
