package org.hypscope.ui;

import java.util.Optional;
import javafx.scene.Node;
import org.hypscope.abi.doc.Page;

/** One pane of the workbench: a picture of the current instant that can also be read as text. */
public interface View {
  /** The pane's name in words, as its title, the menu and the palette show it. */
  String title();

  /** The pane's contents, the same node every time. It is filled on the JavaFX thread. */
  Node node();

  /** A small control that stands beside the title, such as a filter; none by default. */
  default Optional<Node> beside() {
    return Optional.empty();
  }

  /** Whether the pane is still being filled with what takes its time. */
  default boolean isFilling() {
    return false;
  }

  /** What the pane shows now, as text to paste: a Markdown table or a listing with symbols. */
  String asText();

  /**
   * What the pane shows as a page of tables, to be written as Markdown or HTML; none by default.
   */
  default Optional<Page> asPage() {
    return Optional.empty();
  }

  /** One sentence that says what would fill the pane and how, shown where there is nothing else. */
  String emptySentence();
}
