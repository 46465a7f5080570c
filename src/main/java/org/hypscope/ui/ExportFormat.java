package org.hypscope.ui;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The forms in which something shown can be written; the end of a file's name says which. */
public enum ExportFormat {
  /** As it looks, pixel by pixel. */
  PNG(".png", "Picture of pixels (PNG)"),
  /** As it looks, with text that can be selected, at any size. */
  SVG(".svg", "Drawing to scale, with its text (SVG)"),
  /** Text to paste. */
  MARKDOWN(".md", "Text (Markdown)"),
  /** A page of tables. */
  HTML(".html", "Page of tables (HTML)");

  /** What everything that is shown can be written as. */
  public static final List<ExportFormat> PICTURES = List.of(PNG, SVG);

  private final String extension;
  private final String words;

  ExportFormat(String extension, String words) {
    this.extension = extension;
    this.words = words;
  }

  /** How the name of such a file ends, with the dot. */
  public String extension() {
    return extension;
  }

  /** What it is, in words for a file dialog. */
  public String words() {
    return words;
  }

  /** What {@code file}'s name asks for, in any case; empty where it ends otherwise. */
  public static Optional<ExportFormat> of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(each -> name.endsWith(each.extension)).findFirst();
  }

  /**
   * As {@link #of(Path)}, one of {@code possible}.
   *
   * @throws IllegalArgumentException with one sentence where the name asks for anything else
   */
  public static ExportFormat of(Path file, List<ExportFormat> possible) {
    return of(file)
        .filter(possible::contains)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + file
                        + "' cannot be written in that form: let its name end in "
                        + extensions(possible)
                        + "."));
  }

  /** {@code file} as it is, or with this form's end where its name says no form. */
  Path complete(Path file) {
    return of(file).isPresent() ? file : file.resolveSibling(file.getFileName() + extension);
  }

  private static String extensions(List<ExportFormat> formats) {
    String all = formats.stream().map(ExportFormat::extension).collect(Collectors.joining(", "));
    int last = all.lastIndexOf(", ");
    return all.substring(0, last) + " or " + all.substring(last + 2);
  }
}
