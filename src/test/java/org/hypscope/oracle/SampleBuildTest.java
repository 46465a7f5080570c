package org.hypscope.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hypscope.abi.MatrixImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed samples are what their sources give, byte by byte. */
class SampleBuildTest {
  private static final Pattern ASSEMBLER = Pattern.compile("GNU AS ([0-9]+\\.[0-9]+)");

  @TempDir Path folder;

  @Test
  void rebuildingGivesTheCommittedBytes() throws IOException {
    Tools.assume(Tools.AS, Tools.LD);
    Tools.run(List.of("samples/build", "--into", folder.toString()));
    List<String> samples = new ArrayList<>(Samples.names());
    samples.addAll(MatrixImages.NAMES);
    samples.addAll(MatrixImages.PATHS);
    assertThat(samples).hasSizeGreaterThanOrEqualTo(13);
    for (String sample : samples) {
      byte[] committed = Files.readAllBytes(Samples.elf(sample));
      byte[] rebuilt = Files.readAllBytes(folder.resolve(sample).resolve(sample + ".elf"));
      assumeTrue(
          assembler(rebuilt).equals(assembler(committed)),
          "the samples were built by GNU AS "
              + assembler(committed)
              + ", another one is installed");
      assertThat(rebuilt).as(sample).isEqualTo(committed);
    }
  }

  @Test
  void samplesNameNoFolderOfTheMachineThatBuiltThem() throws IOException {
    String here = Path.of("").toAbsolutePath().toString();
    for (String sample : Samples.names()) {
      String text = Files.readString(Samples.elf(sample), StandardCharsets.ISO_8859_1);
      assertThat(text).as(sample).doesNotContain(here).doesNotContain("/samples/");
    }
  }

  private static String assembler(byte[] elf) {
    Matcher matcher = ASSEMBLER.matcher(new String(elf, StandardCharsets.ISO_8859_1));
    return matcher.find() ? matcher.group(1) : "unknown";
  }
}
