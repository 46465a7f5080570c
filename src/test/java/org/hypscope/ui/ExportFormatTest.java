package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.hypscope.ui.render.WindowPicture;
import org.hypscope.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The end of a name says in which form a file is written. */
class ExportFormatTest {
  @ParameterizedTest
  @CsvSource({"a.png, PNG", "A.B.SVG, SVG", "folder.md/a.html, HTML", "a.md, MARKDOWN"})
  void theEndOfTheNameCounts(Path file, ExportFormat expected) {
    assertThat(ExportFormat.of(file)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"folder/code, folder/code.svg", "code.v2, code.v2.svg", "code.md, code.md"})
  void aNameWithoutAFormIsGivenTheChosenOne(Path typed, Path written) {
    assertThat(ExportFormat.SVG.complete(typed)).isEqualTo(written);
  }

  @Test
  void renderWritesNoOtherFormsAndSaysSoAtOnce() {
    WindowPicture.Subject gallery =
        new WindowPicture.Subject(
            Optional.empty(), Optional.empty(), Optional.empty(), Theme.LIGHT, 1280, 800);

    assertThatThrownBy(() -> WindowPicture.draw(gallery, Path.of("x.jpg")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'x.jpg' cannot be written in that form: let its name end in .png or .svg.");
  }
}
