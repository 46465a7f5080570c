package org.hypscope.abi.doc;

import java.util.ArrayList;
import java.util.List;

/**
 * A page that can be written in any markup. In every text, what stands between backticks is what a
 * machine says.
 *
 * @param title its first heading
 * @param blocks what follows, in order
 */
public record Page(String title, List<Block> blocks) {
  /** A piece of a page. */
  public sealed interface Block {}

  /**
   * A heading.
   *
   * @param level 2 or 3; the title is 1
   */
  public record Heading(int level, String text) implements Block {}

  /** A paragraph. */
  public record Paragraph(String text) implements Block {}

  /** A list of items. */
  public record Items(List<String> items) implements Block {
    /** Copies the list. */
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A table whose rows are as long as its head. */
  public record Table(List<String> head, List<List<String>> rows) implements Block {
    /** Copies the lists. */
    public Table {
      head = List.copyOf(head);
      rows = List.copyOf(rows);
    }
  }

  /** Copies the list. */
  public Page {
    blocks = List.copyOf(blocks);
  }

  /** Collects blocks. */
  static final class Builder {
    private final String title;
    private final List<Block> blocks = new ArrayList<>();

    Builder(String title) {
      this.title = title;
    }

    Builder heading(int level, String text) {
      blocks.add(new Heading(level, text));
      return this;
    }

    Builder paragraph(String text) {
      blocks.add(new Paragraph(text));
      return this;
    }

    Builder items(List<String> items) {
      if (!items.isEmpty()) {
        blocks.add(new Items(items));
      }
      return this;
    }

    Builder table(List<String> head, List<List<String>> rows) {
      blocks.add(new Table(head, rows));
      return this;
    }

    Page page() {
      return new Page(title, blocks);
    }
  }
}
