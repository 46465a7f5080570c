package org.hypscope.abi.doc;

import java.util.List;
import java.util.stream.Collectors;

/** The ways in which a page is written. Lower case, because that is how they are typed. */
public enum Markup {
  /** GitHub's Markdown. */
  markdown {
    @Override
    String title(String text) {
      return "# " + inline(text) + "\n";
    }

    @Override
    String block(Page.Heading heading) {
      return "#".repeat(heading.level()) + " " + inline(heading.text()) + "\n";
    }

    @Override
    String block(Page.Items items) {
      return items.items().stream()
          .map(item -> "- " + inline(item) + "\n")
          .collect(Collectors.joining());
    }

    @Override
    String block(Page.Table table) {
      StringBuilder text = new StringBuilder(row(table.head()));
      text.append("|").append("---|".repeat(table.head().size())).append("\n");
      table.rows().forEach(each -> text.append(row(each)));
      return text.toString();
    }

    private String row(List<String> cells) {
      return cells.stream()
          .map(cell -> inline(cell).replace("|", "\\|"))
          .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    @Override
    String inline(String text) {
      return text;
    }
  },

  /** reStructuredText, as the kernel's Documentation has it. */
  rst {
    private static final String LINES = "=-~";

    @Override
    String title(String text) {
      String line = "=".repeat(inline(text).length());
      return line + "\n" + inline(text) + "\n" + line + "\n";
    }

    @Override
    String block(Page.Heading heading) {
      String text = inline(heading.text());
      char under = LINES.charAt(heading.level() - 1);
      return text + "\n" + String.valueOf(under).repeat(text.length()) + "\n";
    }

    @Override
    String block(Page.Items items) {
      return items.items().stream()
          .map(item -> "* " + inline(item) + "\n")
          .collect(Collectors.joining());
    }

    @Override
    String block(Page.Table table) {
      StringBuilder text = new StringBuilder(".. list-table::\n   :header-rows: 1\n\n");
      text.append(row(table.head()));
      table.rows().forEach(each -> text.append(row(each)));
      return text.toString();
    }

    private String row(List<String> cells) {
      StringBuilder text = new StringBuilder();
      for (int n = 0; n < cells.size(); n++) {
        text.append(n == 0 ? "   * - " : "     - ").append(inline(cells.get(n)).strip());
        text.append("\n");
      }
      return text.toString();
    }

    @Override
    String inline(String text) {
      return text.replace("\\", "\\\\").replace("*", "\\*").replace("`", "``");
    }
  },

  /** A whole HTML page. */
  html {
    @Override
    String title(String text) {
      return "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>"
          + escaped(text).replace("`", "")
          + "</title><style>body{font-family:sans-serif;max-width:75em;margin:2em auto;padding:0 1em}"
          + "table{border-collapse:collapse}td,th{border:1px solid #999;padding:.2em .5em;"
          + "text-align:left;vertical-align:top}</style></head>\n<body>\n<h1>"
          + inline(text)
          + "</h1>\n";
    }

    @Override
    String block(Page.Heading heading) {
      return tagged("h" + heading.level(), inline(heading.text()));
    }

    @Override
    String paragraph(String text) {
      return tagged("p", inline(text));
    }

    @Override
    String block(Page.Items items) {
      return items.items().stream()
          .map(item -> tagged("li", inline(item)))
          .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }

    @Override
    String block(Page.Table table) {
      return table.rows().stream()
          .map(row -> row(row, "td"))
          .collect(Collectors.joining("", "<table>\n" + row(table.head(), "th"), "</table>\n"));
    }

    private String row(List<String> cells, String tag) {
      return cells.stream()
          .map(cell -> "<" + tag + ">" + inline(cell) + "</" + tag + ">")
          .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private String tagged(String tag, String text) {
      return "<" + tag + ">" + text + "</" + tag + ">\n";
    }

    private String escaped(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    String inline(String text) {
      return escaped(text).replaceAll("`([^`]*)`", "<code>$1</code>");
    }

    @Override
    String end() {
      return "</body>\n</html>\n";
    }
  };

  abstract String title(String text);

  abstract String block(Page.Heading heading);

  abstract String block(Page.Items items);

  abstract String block(Page.Table table);

  abstract String inline(String text);

  String paragraph(String text) {
    return inline(text) + "\n";
  }

  String end() {
    return "";
  }

  /** {@code page} in this markup, with a newline at its end. */
  public String write(Page page) {
    StringBuilder text = new StringBuilder(title(page.title()));
    for (Page.Block block : page.blocks()) {
      text.append(this == html ? "" : "\n").append(block(block));
    }
    return text.append(end()).toString();
  }

  private String block(Page.Block block) {
    if (block instanceof Page.Heading heading) {
      return block(heading);
    }
    if (block instanceof Page.Items items) {
      return block(items);
    }
    return block instanceof Page.Table table
        ? block(table)
        : paragraph(((Page.Paragraph) block).text());
  }
}
