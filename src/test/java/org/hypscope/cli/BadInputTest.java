package org.hypscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.hypscope.abi.sample.Samples;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a file or a command line: one line that says so, and status 2. */
class BadInputTest {
  private static final int PROGRAM_HEADERS = 52;
  private static final int PROGRAM_HEADER = 32;
  private static final int PHYSICAL = 12;

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> badFiles() throws IOException {
    return Stream.of(
            written("empty", new byte[0]),
            written("text", "int main(void);\n".getBytes()),
            written("header-only", Arrays.copyOf(elf(), 20)),
            written("truncated-headers", Arrays.copyOf(elf(), 60)),
            written("truncated-segment", Arrays.copyOf(elf(), 0x1010)),
            written("x86", spoilt(18, 3)),
            written("big-endian", spoilt(5, 2)),
            written("elf64", spoilt(4, 2)),
            written("overlapping", overlapping()),
            written("outside-ram", spoilt(PROGRAM_HEADERS + PHYSICAL + 3, 0xf0)),
            huge(),
            Files.createDirectory(folder.resolve("a-directory")),
            folder.resolve("missing"))
        .flatMap(file -> Stream.of("run", "trace", "check", "disassemble").map(c -> test(c, file)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nosuchcommand",
        "run",
        "run kdump-k2 --nosuch",
        "run kdump-k2 --steps many",
        "run kdump-k2 --to tomorrow",
        "run kdump-k2 --until nowhere",
        "run kdump-k2 --until mode=EL2",
        "run kdump-k2 --to end --until hvc",
        "run kdump-k2 --memory 12",
        "run kdump-k2 --memory _start:0",
        "run kdump-k2 --board raspberry",
        "run kdump-k2 --ram 7",
        "run kdump-k2 --entry 0x10",
        "run kdump-k2 --cpus 5",
        "run kdump-k2 --type a\\qb",
        "run kdump-k2 --type a\\x4",
        "run kdump-k2 --dtb virt.dtb",
        "trace kdump-k2 --from hvc:zero",
        "check",
        "check kdump-k2 --caller S9",
        "check kdump-k2 --handler S9",
        "check kdump-k2 --contract missing.yaml",
        "check kdump-k2 --format xml",
        "disassemble",
        "disassemble --hex xyz",
        "disassemble --hex e14000701",
        "disassemble --hex f7e08000f --thumb",
        "translate kdump-k2",
        "translate kdump-k2 nowhere",
        "translate kdump-k2 0x100000000",
        "translate kdump-k2 0 --regime el2",
        "translate kdump-k2 0 --set D0=1",
        "translate kdump-k2 0 --write --fetch",
        "render kdump-k2",
        "render kdump-k2 -o x.png --size small",
      })
  void wrongUsage(String commandLine) {
    refused(Prompt.run(commandLine.split(" ")));
  }

  private static DynamicTest test(String command, Path file) {
    return DynamicTest.dynamicTest(
        command + " " + file.getFileName(), () -> refused(Prompt.run(command, file.toString())));
  }

  private static void refused(Prompt prompt) {
    assertThat(prompt.err().lines()).hasSize(1);
    assertThat(prompt.err()).startsWith("hypscope: ").doesNotContain("Exception", "in HypScope");
    assertThat(prompt.out()).isEmpty();
    assertThat(prompt.status()).isEqualTo(ExitStatus.USAGE);
  }

  private Path written(String name, byte[] contents) throws IOException {
    return Files.write(folder.resolve(name), contents);
  }

  private Path huge() throws IOException {
    Path file = folder.resolve("huge");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(3L << 30);
    }
    return file;
  }

  private static byte[] elf() {
    return Samples.byName("kdump-k2").orElseThrow().elf();
  }

  private static byte[] spoilt(int at, int value) {
    byte[] bytes = elf();
    bytes[at] = (byte) value;
    return bytes;
  }

  /** The second segment where the first one is. */
  private static byte[] overlapping() {
    byte[] bytes = elf();
    int first = PROGRAM_HEADERS + PHYSICAL;
    System.arraycopy(bytes, first, bytes, first + PROGRAM_HEADER, 4);
    return bytes;
  }
}
