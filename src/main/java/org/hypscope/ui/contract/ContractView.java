package org.hypscope.ui.contract;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.hypscope.abi.load.ContractCompletion;
import org.hypscope.abi.load.ContractLoader;
import org.hypscope.ui.BackgroundRun;
import org.hypscope.ui.FxBridge;
import org.hypscope.ui.View;
import org.hypscope.ui.WhenSeen;
import org.hypscope.ui.WorkbenchState;
import org.hypscope.ui.contract.ContractModel.Check;

/** A contract's YAML with live errors and completion; used in the session at once, or kept too. */
public final class ContractView implements View {
  private static final int MOST_OFFERS = 14;

  private final WorkbenchState state;
  private final ContractModel model;
  private final CodeArea area = new CodeArea();
  private final ComboBox<String> from = new ComboBox<>();
  private final Button use = new Button("Use in this session");
  private final Button save = new Button("Save and use");
  private final Label sentence = new Label();
  private final Label done = new Label();
  private final ContextMenu menu = new ContextMenu();
  private final VBox contents = new VBox();
  private final StackPane node = new StackPane(contents);
  private final BackgroundRun checking = new BackgroundRun(count -> {});
  private final WhenSeen seen;
  private Map<String, String> texts = Map.of();
  private Check check = ContractModel.check("");
  private int wrongLine;

  /** An editor of {@code model}, which begins with a built-in contract. */
  public ContractView(WorkbenchState state, ContractModel model) {
    this.state = state;
    this.model = model;
    area.setId("contract");
    area.getStyleClass().add("contract");
    area.setParagraphGraphicFactory(LineNumberFactory.get(area));
    area.setAccessibleText("The contract's YAML");
    area.textProperty().addListener((o, was, is) -> changed(is));
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    VirtualizedScrollPane<CodeArea> scroll = new VirtualizedScrollPane<>(area);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    sentence.setId("contract-sentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    contents.getChildren().addAll(bar(), scroll, sentence);
    contents.setMinSize(0, 0);
    seen = new WhenSeen(node, this::loadOnce);
  }

  @Override
  public String title() {
    return "Contract";
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public String asText() {
    return area.getText();
  }

  @Override
  public String emptySentence() {
    return "Choose a contract to begin with.";
  }

  /** Puts the keyboard into the text. */
  public void focus() {
    area.requestFocus();
  }

  private HBox bar() {
    from.setId("contract-from");
    from.setPromptText("begin with...");
    from.setAccessibleText("The contract to begin with");
    from.setMinWidth(Region.USE_PREF_SIZE);
    from.setOnAction(event -> begin(from.getValue()));
    use.setId("contract-use");
    use.setOnAction(event -> use());
    save.setId("contract-save");
    save.setOnAction(event -> save());
    for (Button each : List.of(use, save)) {
      each.getStyleClass().add("tool-button");
      each.setMinWidth(Region.USE_PREF_SIZE);
      each.setDisable(true);
    }
    done.setId("contract-done");
    done.getStyleClass().add("muted");
    done.setText("Ctrl+Space: what may be written here");
    HBox bar = new HBox(from, use, save, done);
    bar.getStyleClass().add("matrix-bar");
    return bar;
  }

  private void loadOnce() {
    if (texts.isEmpty()) {
      FxBridge.inBackground(
          () -> ContractLoader.texts(model.folder()), this::loaded, this::complain);
    }
  }

  private void loaded(Map<String, String> all) {
    texts = all;
    from.getItems().setAll(all.keySet());
    if (area.getText().isEmpty()) {
      from.setValue("S4");
    }
  }

  private void begin(String id) {
    String text = texts.get(id);
    if (text != null) {
      area.replaceText(text);
      area.moveTo(0);
      area.requestFollowCaret();
    }
  }

  private void changed(String text) {
    checking.start(counter -> ContractModel.check(text), this::checked, this::complain);
  }

  private void checked(Check result) {
    check = result;
    mark(wrongLine, false);
    wrongLine = result.line();
    mark(wrongLine, true);
    boolean right = result.contract().isPresent();
    use.setDisable(!right);
    save.setDisable(!right);
    sentence
        .getStyleClass()
        .setAll("label", "contract-sentence", right ? "contract-right" : "contract-wrong");
    sentence.setText(
        right
            ? "\u2713 " + result.sentence()
            : "\u2715 line %d, column %d: %s"
                .formatted(result.line(), result.column(), result.sentence()));
  }

  private void mark(int line, boolean wrong) {
    if (line > 0 && line <= area.getParagraphs().size()) {
      area.setParagraphStyle(line - 1, wrong ? List.of("wrong-line") : List.of());
    }
  }

  private void use() {
    check.contract().ifPresent(state::use);
    done.setText(check.contract().map(c -> c.id() + " is used in this session.").orElse(""));
  }

  private void save() {
    String text = area.getText();
    FxBridge.inBackground(
        () -> ContractLoader.save(model.folder(), text), this::saved, this::complain);
  }

  private void saved(Path file) {
    use();
    done.setText("Saved as " + file + ", and used in this session.");
    check
        .contract()
        .map(c -> c.id())
        .filter(id -> !from.getItems().contains(id))
        .ifPresent(from.getItems()::add);
  }

  private void complain(String what) {
    done.setText(what);
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
      complete();
      event.consume();
    }
  }

  /** Offers what the schema allows at the caret; a lone offer is taken. */
  private void complete() {
    int caret = area.getCaretPosition();
    String written = ContractCompletion.prefix(area.getText(), caret);
    List<ContractCompletion.Offer> offers = model.offers(area.getText(), caret);
    menu.getItems().clear();
    if (offers.size() == 1) {
      insert(offers.get(0), written);
      return;
    }
    for (ContractCompletion.Offer offer : offers.subList(0, Math.min(MOST_OFFERS, offers.size()))) {
      String meaning = offer.description().isEmpty() ? "" : "   " + offer.description();
      MenuItem item = new MenuItem(offer.word() + meaning);
      item.setMnemonicParsing(false);
      item.setOnAction(event -> insert(offer, written));
      menu.getItems().add(item);
    }
    if (offers.isEmpty()) {
      done.setText("Nothing in particular may be written here.");
    } else {
      Bounds at = area.getCaretBounds().orElse(area.localToScreen(area.getBoundsInLocal()));
      menu.show(area, at.getMinX(), at.getMaxY());
    }
  }

  private void insert(ContractCompletion.Offer offer, String written) {
    int caret = area.getCaretPosition();
    String line = area.getText(area.getCurrentParagraph());
    String before = line.substring(0, area.getCaretColumn() - written.length());
    boolean key = before.isBlank() || before.strip().equals("-");
    area.replaceText(caret - written.length(), caret, offer.word() + (key ? ": " : ""));
  }
}
