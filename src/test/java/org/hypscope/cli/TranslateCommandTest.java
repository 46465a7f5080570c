package org.hypscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code translate} walks the tables of a dump or of a run, and says what it met. */
class TranslateCommandTest {
  private static final String BASE = "0x80000000";
  private static final int SECTION_TABLE = 0;
  private static final int PAGE_TABLE = 0x4000;

  @TempDir Path folder;
  private String dump;

  /** Short descriptors at 0x80000000: a section at 0x40000000, and one small page at 0xc0001000. */
  @BeforeEach
  void writeDump() throws IOException {
    ByteBuffer memory = ByteBuffer.allocate(0x5000).order(ByteOrder.LITTLE_ENDIAN);
    memory.putInt(SECTION_TABLE + 0x400 * 4, 0x8010_0402);
    memory.putInt(SECTION_TABLE + 0xc00 * 4, 0x8000_4001 | 5 << 5);
    memory.putInt(PAGE_TABLE + 4, 0x8020_0232);
    Path file = folder.resolve("ram.bin");
    Files.write(file, memory.array());
    dump = file.toString();
  }

  @Test
  void aPageIsFoundThroughBothLevels() {
    JsonNode walk = walk("0xc0001234");
    assertThat(walk.get("pa").asText()).isEqualTo("0x80200234");
    assertThat(walk.get("steps")).hasSize(2);
    JsonNode first = walk.get("steps").get(0);
    assertThat(first.get("register").asText()).isEqualTo("TTBR0");
    assertThat(first.get("index").asInt()).isEqualTo(0xc00);
    assertThat(first.get("index_bits").asText()).isEqualTo("31:20");
    assertThat(walk.get("steps").get(1).get("descriptor").asText()).isEqualTo("0x80200232");
    assertThat(walk.get("steps").get(1).get("kind").asText()).isEqualTo("small page");
  }

  @Test
  void aRefusedWriteSaysWhatDfsrWouldBe() {
    JsonNode fault = walk("0xc0001234", "--write").get("fault");
    assertThat(fault.get("registers").get("DFSR").asText()).isEqualTo("0x0000085f");
    assertThat(fault.get("registers").get("DFAR").asText()).isEqualTo("0xc0001234");
  }

  @Test
  void anAddressThatNothingMapsFaultsAtItsLevel() {
    Prompt text = run("0xc0002000");
    assertThat(text.out()).contains("Translation fault, level 2").contains("invalid");
    assertThat(run("0x10").out()).contains("Translation fault, level 1");
  }

  @Test
  void aTableOutsideTheDumpIsAnExternalAbort() {
    assertThat(
            Prompt.run(
                    "translate", dump, "0x10", "--load", BASE, "--set", "SCTLR=1,TTBR0=0x10000000")
                .out())
        .contains("external abort on a translation table walk");
  }

  @Test
  void stage2ServesEveryReadOfStage1() {
    JsonNode walk = walk("0x40000000", "--set", "HCR=1,VTCR=0x80000000,VTTBR=0x80003000");
    JsonNode step = walk.get("steps").get(0);
    assertThat(step.get("nested").get(0).get("register").asText()).isEqualTo("VTTBR");
    assertThat(walk.get("fault").get("registers").get("HPFAR").asText()).isEqualTo("0x00800010");
  }

  @ParameterizedTest
  @CsvSource({
    "0xc0000008 --at hvc:1, 0x4001a008",
    "0xc0000008 --at hvc:1 --regime hyp, fault",
    "0x40010000 --at hvc:1 --regime hyp, 0x40010000",
    "0x0a000000 --at hvc:1 --regime stage2, fault",
    "0x0a000000 --at hvc:1 --regime hyp, 0x0a000000",
    "0x09000000 --at hvc:1, 0x09000000",
    "0x09000000 --at hvc:1 --user, fault",
    "0xc0000008, 0xc0000008",
  })
  void everyRegimeOfTheSampleIsWalked(String what, String physical) {
    JsonNode walk =
        Prompt.run(("translate translation --format json " + what).split(" ")).json().get(0);
    String answer = walk.has("fault") ? "fault" : walk.get("pa").asText();
    assertThat(answer).isEqualTo(physical);
  }

  @Test
  void aPageUnderABlockOfStage2IsAPage() {
    String text = Prompt.run("translate", "translation", "0xc0000008", "--at", "hvc:1").out();
    assertThat(text).contains("maps           4 KB").contains("stage 1 level 3");
  }

  /** A dump is mapped, not read: what does not fit into the heap does no harm. */
  @Test
  void aDumpOfManyGigabytesIsWalkedAtOnce() throws IOException {
    Path large = folder.resolve("large.bin");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(5L << 30);
      file.seek((4L << 30) + 0x18);
      file.write(new byte[] {0x01, 0x07, 0, 0x40, 0x01, 0, 0, 0});
    }
    String registers = "SCTLR=1,TTBCR=0x80000000,TTBR0=0x180000000,MAIR0=0xff";
    String[] words = {
      "translate", large.toString(), "0xc0000123", "--load", "0x80000000", "--set", registers
    };
    assertThat(Prompt.run(words).out()).contains("PA:0x140000123").contains("maps           1 GB");
  }

  @Test
  void withTheMmuOffAnAddressIsPhysical() {
    Prompt result = Prompt.run("translate", "stub-s4", "_start");
    assertThat(result.out()).contains("because the MMU is off");
    Prompt second = Prompt.run("translate", "stub-s4", "0x123456789", "--regime", "stage2");
    assertThat(second.out().strip())
        .isEqualTo("IPA:0x123456789 read: PA:0x123456789, because stage 2 is off.");
  }

  @Test
  void whatIsWrongIsSaidInOneSentence() {
    assertThat(run("0x0", "--regime", "pl7").err()).contains("There is no regime 'pl7'");
    assertThat(run("0x0", "--set", "NOSUCH=1").err()).contains("'NOSUCH' is no system register");
    assertThat(run("0x0", "--set", "TTBCR=0x100000000").err()).contains("does not fit");
    assertThat(run("0x0", "--set", "HCR").err()).contains("'HCR' gives no value");
    String[] far = {"translate", dump, "0", "--load", "0x10000000000", "--set", "HCR=1"};
    assertThat(Prompt.run(far).err()).contains("of up to 40 bits");
    assertThat(Prompt.run("translate", folder.toString(), "0", "--load", "0", "--set", "HCR=1"))
        .satisfies(result -> assertThat(result.err()).contains("cannot be read"))
        .satisfies(result -> assertThat(result.status()).isEqualTo(2));
    assertThat(Prompt.run("translate", "nosuch.bin", "0x0", "--load", "0", "--set", "HCR=1").err())
        .contains("cannot be read");
    assertThat(Prompt.run("translate", "stub-s4", "nosuch").err()).contains("no symbol 'nosuch'");
  }

  private JsonNode walk(String address, String... more) {
    String[] arguments = new String[more.length + 2];
    System.arraycopy(more, 0, arguments, 0, more.length);
    arguments[more.length] = "--format";
    arguments[more.length + 1] = "json";
    return run(address, arguments).json().get(0);
  }

  private Prompt run(String address, String... more) {
    String[] arguments = new String[more.length + 7];
    String[] fixed = {
      "translate", dump, address, "--load", BASE, "--set", "SCTLR=1,TTBR0=0x80000000,DACR=0x401"
    };
    System.arraycopy(fixed, 0, arguments, 0, fixed.length);
    System.arraycopy(more, 0, arguments, fixed.length, more.length);
    return Prompt.run(arguments);
  }
}
