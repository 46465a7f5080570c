package org.hypscope.abi.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hypscope.abi.CheckReport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attribution needs no name, no file and no address: copies of a sample get the same verdicts. */
class SampleCopiesTest {
  private static final String TOOLS = "arm-linux-gnueabihf-";
  private static final Path SAMPLES = Path.of("samples");
  private static final String BASE = "0x40010000";
  private static final String INCLUDE = "INCLUDE ";

  @TempDir Path folder;

  static Stream<String> names() {
    return Samples.all().stream().map(Sample::name);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void aStrippedAndRenamedCopyGetsTheSameVerdicts(String name) throws Exception {
    Sample sample = Samples.byName(name).orElseThrow();
    Path elf = Files.write(folder.resolve("image"), sample.elf());
    tool("strip", "--strip-all", elf.toString());

    CheckReport report = SampleChecks.checkCopy(sample, Files.readAllBytes(elf), "other");

    assertThat(report.calls()).allSatisfy(call -> assertThat(call.symbol()).startsWith("0x"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void aCopyLinkedElsewhereInOneSegmentGetsTheSameVerdicts(String name) throws Exception {
    Sample sample = Samples.byName(name).orElseThrow();

    SampleChecks.checkCopy(sample, relinked(name, false), "moved");
    SampleChecks.checkCopy(sample, relinked(name, true), "moved-in-one-segment");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void aRawBinaryGetsTheSameVerdicts(String name) throws Exception {
    Sample sample = Samples.byName(name).orElseThrow();
    Path elf = Files.write(folder.resolve("image.elf"), sample.elf());
    Path raw = folder.resolve("image.bin");
    tool("objcopy", "-O", "binary", elf.toString(), raw.toString());

    SampleChecks.checkRaw(sample, Files.readAllBytes(raw), Long.decode(BASE));
  }

  private byte[] relinked(String name, boolean oneSegment) throws IOException {
    String own = Files.readString(SAMPLES.resolve(name).resolve(name + ".ld")).strip();
    assertThat(own).startsWith(INCLUDE);
    String script = Files.readString(SAMPLES.resolve(own.substring(INCLUDE.length())));
    assertThat(script).contains(BASE);
    String moved = script.replace(BASE, "0x43210000");
    String flags = oneSegment ? moved.replaceAll("FLAGS\\(\\d\\)", "FLAGS(7)") : moved;
    Path link = Files.writeString(folder.resolve("moved.ld"), flags, StandardCharsets.UTF_8);
    Path object = folder.resolve(name + ".o");
    Path elf = folder.resolve(name + ".elf");
    String source = SAMPLES.resolve(name).resolve(name + ".S").toString();
    tool("as", "-I", SAMPLES.resolve("lib").toString(), "-o", object.toString(), source);
    tool("ld", "-T", link.toString(), "-o", elf.toString(), object.toString());
    return Files.readAllBytes(elf);
  }

  private static void tool(String name, String... arguments) throws IOException {
    String program = TOOLS + name;
    boolean there =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    Assumptions.assumeTrue(
        there, program + " is not installed; apt-get install binutils-arm-linux-gnueabihf");
    List<String> command = Stream.concat(Stream.of(program), Stream.of(arguments)).toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.onExit().join().exitValue()).as(output).isZero();
  }
}
