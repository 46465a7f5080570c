package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.StopReason;
import org.hypscope.ui.code.CodeMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Code view shows source, says once where it is missing, and stops at lines. */
class SourceViewTest extends WindowTest {
  private static final Path PROGRAM = Path.of("src/test/resources/dwarf/clang-5.elf");
  private static final Path SOURCES = Path.of("src/test/resources/dwarf/src");

  @TempDir Path folder;

  private void open(Path file) {
    interact(() -> workbench.openFile(file));
    eventually("the image", () -> snapshot() != null);
  }

  @Test
  void aSampleShowsItsSourceBetweenInstructionsAndAlone() {
    openSample("kdump-k2");
    assertThat(code()).doesNotContain(" | ");
    assertThat(label("code-heading")).contains("__hyp_soft_restart").contains("callers-s1.inc:");

    push(KeyCode.S);
    eventually("the source", () -> code().contains("| "));
    assertThat(workbench.state().codeMode().get()).isEqualTo(CodeMode.SOURCE);
    assertThat(code()).containsPattern("=> +[0-9]+ \\| +hvc #0");

    push(KeyCode.S);
    eventually("both", () -> code().contains("e1400070"));
    assertThat(code()).containsPattern("[0-9]+ \\| +hvc #0\n=> [0-9a-f]{8}  e1400070  hvc");
    push(KeyCode.S);
    eventually("the disassembly", () -> !code().contains(" | "));
  }

  @Test
  void missingSourcesAreSaidOnceAndFoundWhereTheyWereMovedTo() {
    open(PROGRAM);
    push(KeyCode.S);
    eventuallyShows("Sources of clang-5.elf are not found, as /project/start.S");
    assertThat(code()).contains("ldr     sp");
    push(KeyCode.SHIFT, KeyCode.S);
    eventually("the form", () -> lookup("#sources-to").tryQuery().isPresent());
    assertThat(lookup("#sources-from").queryTextInputControl().getText()).isEqualTo("/project");
    interact(
        () ->
            lookup("#sources-to")
                .queryTextInputControl()
                .setText(SOURCES.toAbsolutePath().toString()));
    push(KeyCode.ENTER);
    push(KeyCode.ESCAPE);
    eventually("the source", () -> code().contains("_start: ldr     sp, =0x40018000"));
    assertThat(workbench.message()).isEmpty();
  }

  @Test
  void aBreakpointIsSetAtALineFromThePalette() {
    open(PROGRAM);
    push(KeyCode.CONTROL, KeyCode.P);
    write("more.c:6");
    push(KeyCode.DOWN);
    push(KeyCode.ENTER);
    eventually("the breakpoint", () -> workbench.state().breakpoints().size() == 1);
    push(KeyCode.F9);
    eventually("the stop", () -> snapshot().stop().kind() == StopReason.Kind.BREAKPOINT);
    eventually("the heading", () -> label("code-heading").contains("more.c:6"));
    assertThat(label("code-heading"))
        .startsWith("many(a = 0x1, b = 0x2, c = 0x3, d = 0x4, e = 0x3");
  }

  @Test
  void aLineWithoutCodeIsSaid() {
    open(PROGRAM);
    push(KeyCode.CONTROL, KeyCode.P);
    write("none.c:6");
    push(KeyCode.ENTER);
    eventuallyShows("No code comes from line 6 of none.c");
  }

  @Test
  void damagedDebugInformationLeavesTheDisassembly() throws Exception {
    byte[] elf = Files.readAllBytes(PROGRAM);
    String text = new String(elf, java.nio.charset.StandardCharsets.ISO_8859_1);
    int names = text.indexOf("GNU AS");
    java.util.Arrays.fill(elf, names - 200, names, (byte) 0xff);
    Path damaged = folder.resolve("damaged.elf");
    Files.write(damaged, elf);
    open(damaged);
    push(KeyCode.S);
    push(KeyCode.S);
    assertThat(code()).contains("ldr     sp");
  }

  private Snapshot snapshot() {
    return workbench.state().snapshot().get();
  }

  private String label(String id) {
    return lookup("#" + id).queryLabeled().getText();
  }

  private String code() {
    return workbench.views().get(0).asText();
  }
}
