package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A view is written in the form that the file's name asks for. */
class ExportTest extends WindowTest {
  @TempDir Path folder;

  @Test
  void tablesArePagesAndEverythingElseIsAPicture() {
    openSample("kdump-k2");
    push(KeyCode.P);
    eventuallyShows("In the end:");
    View paths =
        workbench.views().stream()
            .filter(view -> view.title().equals("Paths"))
            .findFirst()
            .orElseThrow();
    FileDialogs dialogs = new FileDialogs(workbench);
    interact(
        () -> {
          dialogs.export(paths, folder.resolve("paths.html"));
          dialogs.export(paths, folder.resolve("paths.md"));
          dialogs.export(paths, folder.resolve("paths.png"));
          dialogs.export(paths, folder.resolve("paths.SVG"));
        });

    assertThat(folder.resolve("paths.html")).content().contains("<table>", "cpu_hyp_reset");
    assertThat(folder.resolve("paths.md")).content().contains("| step | kexec | kdump |");
    assertThat(folder.resolve("paths.png")).isNotEmptyFile();
    assertThat(folder.resolve("paths.SVG"))
        .content()
        .startsWith("<svg ")
        .contains("<title>Paths</title>", ">cpu_hyp_reset</text>");
    interact(() -> dialogs.export(paths, folder.resolve("missing/paths.md")));
    assertThat(workbench.message().orElseThrow()).contains("cannot be written");
  }

  @Test
  void aNameThatSaysNoFormIsAnsweredWithThoseThereAre() {
    openSample("kdump-k2");
    View code = workbench.views().get(0);
    FileDialogs dialogs = new FileDialogs(workbench);

    interact(() -> dialogs.export(code, folder.resolve("code.html")));
    assertThat(workbench.message().orElseThrow()).endsWith("end in .png, .svg or .md.");
    assertThat(folder.resolve("code.html")).doesNotExist();
  }
}
