package org.hypscope.ui.code;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.collections.SetChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.hypscope.debug.Breakpoint;
import org.hypscope.ui.View;
import org.hypscope.ui.WorkbenchState;
import org.hypscope.ui.theme.ModeStyle;

/** Disassembly around PC, with a gutter for breakpoints, PC and the stripe of the mode. */
public final class CodeView implements View {
  private static final int ABOVE = 6;

  private final WorkbenchState state;
  private final CodeModel model;
  private final CodeArea area = new CodeArea();
  private final Label explanation = new Label();
  private final Label empty = new Label(emptySentence());
  private final VBox content;
  private final StackPane node;
  private CodeModel.Page shown;

  /** A view of {@code model} that follows {@code state}. */
  public CodeView(WorkbenchState state, CodeModel model) {
    this.state = state;
    this.model = model;
    area.setEditable(false);
    area.getStyleClass().add("code-area");
    area.setId("code");
    area.setAccessibleRole(AccessibleRole.TEXT_AREA);
    area.setAccessibleText("Disassembly");
    area.setParagraphGraphicFactory(this::gutter);
    explanation.getStyleClass().add("code-explain");
    explanation.setId("code-explanation");
    explanation.setMaxWidth(Double.MAX_VALUE);
    explanation.setMinHeight(Region.USE_PREF_SIZE);
    explanation.setWrapText(true);
    empty.getStyleClass().add("empty-sentence");
    VirtualizedScrollPane<CodeArea> scroll = new VirtualizedScrollPane<>(area);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    content = new VBox(scroll, explanation);
    node = new StackPane(content, empty);
    model.page().addListener((o, was, is) -> refresh(is));
    state.snapshot().addListener((o, was, is) -> update());
    state.lookedAt().addListener((o, was, is) -> update());
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
            .filter(CodeLine::isInstruction)
            .map(CodeLine::address);
  }

  private void update() {
    model.show(state.snapshot().get(), state.lookedAt().get());
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
    if (before == null || before.lines() != page.lines()) {
      fill(page.lines());
    } else {
      mark(before, false);
    }
    mark(page, true);
    bringIntoView(page);
  }

  private void fill(List<CodeLine> lines) {
    StringBuilder text = new StringBuilder();
    StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
    for (CodeLine line : lines) {
      LineStyles.append(line, text, spans);
      text.append('\n');
      spans.add(List.of(), 1);
    }
    text.setLength(text.length() - 1);
    area.replaceText(text.toString());
    StyleSpans<Collection<String>> all = spans.create();
    area.setStyleSpans(0, all.subView(0, text.length()));
  }

  private void mark(CodeModel.Page page, boolean on) {
    int pc = CodeModel.lineAt(page.lines(), page.pc());
    int at = CodeModel.lineAt(page.lines(), page.at());
    style(at, on && at != pc ? List.of("looked-at") : List.of());
    style(pc, on ? List.of("pc-line") : List.of());
  }

  private void style(int line, List<String> classes) {
    if (line >= 0) {
      area.setParagraphStyle(line, classes);
      area.recreateParagraphGraphic(line);
    }
  }

  private void bringIntoView(CodeModel.Page page) {
    int line = CodeModel.lineAt(page.lines(), page.at());
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
    if (shown != null && changed instanceof Breakpoint.Address at) {
      int line = CodeModel.lineAt(shown.lines(), at.address());
      if (line >= 0) {
        area.recreateParagraphGraphic(line);
      }
    }
  }

  private Node gutter(int line) {
    Region stripe = new Region();
    stripe.getStyleClass().add("stripe");
    Circle breakpoint = new Circle(4);
    breakpoint.getStyleClass().add("breakpoint");
    Polygon arrow = new Polygon(0, 0, 8, 4, 0, 8);
    arrow.getStyleClass().add("pc");
    HBox box = new HBox(stripe, breakpoint, arrow);
    box.getStyleClass().add("gutter");
    CodeLine here = shown == null || line >= shown.lines().size() ? null : shown.lines().get(line);
    boolean isCode = here != null && here.isInstruction();
    boolean isPc = here != null && here.symbol().isEmpty() && here.address() == shown.pc();
    breakpoint.setVisible(
        isCode && state.breakpoints().contains(new Breakpoint.Address(here.address())));
    arrow.setVisible(isPc);
    ModeStyle.set(stripe, isPc ? shown.mode() : null);
    if (isCode) {
      box.setOnMouseClicked(event -> toggle(event, here.address()));
    }
    return box;
  }

  private void toggle(MouseEvent event, int address) {
    event.consume();
    state.toggle(new Breakpoint.Address(address));
  }
}
