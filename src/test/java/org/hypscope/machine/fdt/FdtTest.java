package org.hypscope.machine.fdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.hypscope.machine.board.BoardTree;
import org.hypscope.machine.board.Boards;
import org.hypscope.oracle.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written can be read again, by this program and by {@code dtc}. */
class FdtTest {
  private static final String DTC = "dtc";

  static List<String> boards() {
    return Boards.names();
  }

  @ParameterizedTest
  @MethodSource("boards")
  void theCompilerOfDeviceTreesFindsNothingWrongWithABoardsTree(String board, @TempDir Path folder)
      throws Exception {
    Tools.assume(DTC);
    Path file = folder.resolve("board.dtb");
    Files.write(file, Fdt.write(BoardTree.of(Boards.byName(board))));
    String source = decompiled(file);
    assertThat(source).startsWith("/dts-v1/;").doesNotContain("Warning").doesNotContain("ERROR");
    assertThat(source).contains("stdout-path = \"/pl011@9000000\"");
  }

  @Test
  void theCompilerOfDeviceTreesWouldFindAnError(@TempDir Path folder) throws Exception {
    Tools.assume(DTC);
    FdtNode root = BoardTree.of(Boards.standard());
    root.child("timer").cells("interrupts", 1);
    Path file = folder.resolve("board.dtb");
    Files.write(file, Fdt.write(root));
    assertThat(decompiled(file)).contains("Warning");
  }

  @Test
  void namesStayWhereTheyWereAndNewOnesFollowInTheOrderTheyWereSet() {
    FdtNode root = new FdtNode("");
    root.child("chosen").flag("last").flag("first-one");
    FdtReader reader = FdtReader.read(Fdt.write(root));
    reader.root().child("chosen").strings("bootargs", "x").flag("one").flag("newest");
    byte[] blob = reader.write();
    ByteBuffer header = ByteBuffer.wrap(blob);
    int start = header.getInt(12);
    byte[] names = Arrays.copyOfRange(blob, start, start + header.getInt(32));
    assertThat(new String(names, StandardCharsets.ISO_8859_1))
        .isEqualTo("first-one\0last\0bootargs\0newest\0");
    assertThat(FdtReader.read(blob).root().child("chosen").properties().keySet())
        .containsExactly("newest", "one", "bootargs", "first-one", "last");
  }

  @Test
  void theCompilersOwnBlobIsReadAsItWasWritten(@TempDir Path folder) throws Exception {
    Tools.assume(DTC);
    Path source = folder.resolve("a.dts");
    Files.writeString(
        source,
        "/dts-v1/; /memreserve/ 0x1000 0x2000; / { a = <1 2>; empty; text = \"x\", \"yz\";"
            + " n@1 { reg = <0x1>; deep { b = [01 02 03]; }; }; };");
    Path blob = folder.resolve("a.dtb");
    Tools.run(List.of(DTC, "-q", "-O", "dtb", "-o", blob.toString(), source.toString()));
    FdtReader reader = FdtReader.read(Files.readAllBytes(blob));
    assertThat(reader.root().child("n@1").child("deep").properties().get("b"))
        .containsExactly(1, 2, 3);
    Path again = Files.write(folder.resolve("b.dtb"), reader.write());
    assertThat(decompiled(again)).isEqualTo(decompiled(blob)).contains("/memreserve/");
  }

  @Test
  void aTreeComesBackAsItWas() {
    FdtNode root = BoardTree.of(Boards.standard());
    byte[] blob = Fdt.write(root);
    assertThat(FdtReader.read(Fdt.padded(blob, 1 << 16)).write()).isEqualTo(blob);
    assertThat(ByteBuffer.wrap(Fdt.padded(blob, 1 << 16)).getInt(4)).isEqualTo(1 << 16);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "0,  0,          it lacks the magic number",
    "4,  0x7fffffff, it is truncated",
    "8,  0x7ffffff0, it is truncated",
    "12, 0x7ffffff0, its tables lead out of the file",
    "16, 0x7ffffff0, its tables lead out of the file",
    "20, 15,         its version is not 16 or 17",
    "56, 7,          it has no root node"
  })
  void aDamagedBlobIsRefusedInAFewWords(int at, String value, String says) {
    byte[] blob = Fdt.write(BoardTree.of(Boards.standard()));
    ByteBuffer.wrap(blob).putInt(at, Integer.decode(value));
    assertThatThrownBy(() -> FdtReader.read(blob))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(says);
  }

  @Property(tries = 2_000)
  void anyDamageIsEitherReadOrRefused(
      @ForAll @LongRange(min = 0, max = Integer.MAX_VALUE) long seed) {
    Random random = new Random(seed);
    byte[] blob = Fdt.write(BoardTree.of(Boards.standard()));
    for (int i = random.nextInt(8); i >= 0; i--) {
      blob[random.nextInt(random.nextBoolean() ? 300 : blob.length)] = (byte) random.nextInt();
    }
    byte[] file = random.nextBoolean() ? blob : Arrays.copyOf(blob, random.nextInt(blob.length));
    try {
      assertThat(FdtReader.read(file).root()).isNotNull();
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static String decompiled(Path blob) {
    return Tools.run(List.of(DTC, "-I", "dtb", "-O", "dts", blob.toString()));
  }
}
