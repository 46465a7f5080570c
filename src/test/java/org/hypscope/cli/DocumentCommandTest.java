package org.hypscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code document} says of every sentence whether it was executed, and does not believe it. */
class DocumentCommandTest {
  @TempDir private Path folder;

  @Test
  void everySentenceOfAContractIsMarked() {
    String page = Prompt.run("document", "kvm-k4").out();

    assertThat(page).contains("## S4: ", "## I4: ", "## K4: ").doesNotContain("## S0: ");
    assertThat(page.lines().filter(line -> line.startsWith("- ")))
        .allMatch(line -> line.endsWith("[declared]") || line.contains("[executed on kvm-k4"));
    assertThat(page)
        .contains("- It is told by `r0 == 1`. [executed on kvm-k4]")
        .contains("- `r1` is to be a physical address, aligned to 32 bytes. [declared]")
        .doesNotContain("NOT SO");
  }

  @Test
  void everyBuiltInGenerationIsExecutedOnTheMatrixImages() {
    String page = Prompt.run("document").out();

    for (String id : List.of("S0", "S1", "S3", "S4", "S5", "I1", "I2", "I4", "K1", "K2", "K4")) {
      String part = page.split("## " + id + ": ")[1].split("\n## ")[0];
      assertThat(part).as(id).contains("[executed on matrix-arm, matrix-thumb]");
    }
    assertThat(page.split("## XEN: ")[1].split("\n## ")[0]).doesNotContain("executed");
    assertThat(page).doesNotContain("NOT SO");
  }

  @Test
  void aSentenceThatIsNotSoIsSaidToBeThat() throws IOException {
    String s4 = Files.readString(Path.of("assets/contracts/S4.yaml"));
    Path mine =
        Files.writeString(
            folder.resolve("mine.yaml"),
            s4.replace("    result: 0\n    hvbar: r1", "    hvbar: r1"));
    Path wrong =
        Files.writeString(folder.resolve("wrong.yaml"), s4.replaceAll("    clobbers: .*\n", ""));

    assertThat(Prompt.run("document", "stub-s4", "--contract", wrong.toString()).out())
        .contains(
            "Nothing may change; the rest of r0-r12, SP and LR is preserved. [declared; NOT SO");
    assertThat(Prompt.run("document", "--contract", mine.toString()).out())
        .contains("[declared]")
        .doesNotContain("executed on");
  }

  @Test
  void theSameIsWrittenInEveryMarkup() {
    String rst = Prompt.run("document", "stub-s4", "--format", "rst").out();
    String html = Prompt.run("document", "stub-s4", "--format", "html").out();

    assertThat(rst).contains("S4: HYP stub, numbered calls\n----------------------------\n");
    assertThat(rst).contains("* It is told by ``r0 == 1``. [executed on stub-s4]");
    assertThat(html)
        .startsWith("<!DOCTYPE html>")
        .contains("<li>It is told by <code>r0 == 1</code>. [executed on stub-s4]</li>")
        .endsWith("</html>\n");
  }

  @Test
  void differencesAreATable() {
    String ids = Prompt.run("document", "--diff", "--id", "S4,S5").out();
    String images = Prompt.run("document", "--diff", "kdump-k2", "kdump-k4").out();
    String rst = Prompt.run("document", "--diff", "--id", "S4,S5", "--format", "rst").out();

    assertThat(ids).contains("| what | S4 | S5 |", "| set-vectors: told by | It is told by");
    assertThat(ids).doesNotContain("| soft-restart: told by");
    assertThat(images).contains("stub of kdump-k2 (S0) and stub of kdump-k4 (S4)");
    assertThat(images).contains("kvm of kdump-k2 (K2) and kvm of kdump-k4 (K4)");
    assertThat(rst).contains(".. list-table::", "   * - set-vectors: told by\n");
  }

  @Test
  void whatCannotBeComparedIsRefusedInOneLine() {
    for (String[] wrong :
        List.of(
            new String[] {"document", "--diff", "stub-s4"},
            new String[] {"document", "--id", "XX"},
            new String[] {"document", "no-such-file"})) {
      Prompt refused = Prompt.run(wrong);
      assertThat(refused.status()).isEqualTo(ExitStatus.USAGE);
      assertThat(refused.err().lines()).hasSize(1);
    }
  }
}
