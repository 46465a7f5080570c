package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/** Everything in the window that takes the keyboard says in words what it is. */
class AccessibleTextTest extends WindowTest {
  @Test
  void whateverTakesTheKeyboardHasAccessibleText() {
    Set<String> silent = new LinkedHashSet<>(silent(workbench.root()));
    openSample("kdump-k2");
    for (View view : workbench.views()) {
      interact(() -> workbench.pictures().pixels(Optional.of(view)));
      silent.addAll(silent(workbench.root()));
    }
    assertThat(silent).isEmpty();
  }

  @Test
  void whatSaysNothingIsFound() {
    Button named = new Button("Run");
    Button nameless = new Button();
    nameless.setId("nameless");
    TextField field = new TextField("what is typed is no name");
    field.setId("field");
    ListView<String> list = new ListView<>();
    list.setAccessibleText("Findings");
    Label hidden = new Label();
    hidden.setFocusTraversable(true);
    hidden.setVisible(false);
    assertThat(silent(new VBox(named, nameless, field, list, hidden)))
        .containsExactly("Button #nameless", "TextField #field");
  }

  private static List<String> silent(Node root) {
    List<String> found = new ArrayList<>();
    collect(root, found);
    return found;
  }

  private static void collect(Node node, List<String> found) {
    if (!node.isVisible()) {
      return;
    }
    // A tab pane is read by its tabs, which have titles.
    if (node.isFocusTraversable() && !(node instanceof TabPane) && isSilent(node)) {
      String id =
          node.getId() == null ? String.join(".", node.getStyleClass()) : "#" + node.getId();
      found.add(node.getClass().getSimpleName() + " " + id);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  private static boolean isSilent(Node node) {
    String text = node.getAccessibleText();
    if (text == null && node instanceof Labeled labeled) {
      text = labeled.getText();
    }
    return text == null || text.isBlank();
  }
}
