package org.hypscope.machine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.hypscope.machine.board.Boards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A good file loads as it says; any other gets one clear sentence. */
class ImageLoaderTest {
  private static final LoadOptions VIRT = LoadOptions.on(Boards.standard());

  @Test
  void aGoodFileLoadsAsItSays() throws ImageException {
    LoadedImage image = ImageLoader.load("good.elf", TestElf.valid(), VIRT);
    assertThat(image.name()).isEqualTo("good.elf");
    assertThat(image.entry()).isEqualTo(0x40010000);
    assertThat(image.segments())
        .extracting(Segment::address, Segment::size, Segment::executable, Segment::writable)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(0x40010000L, 32L, true, false),
            org.assertj.core.groups.Tuple.tuple(0x40011000L, 32L, false, true));
    assertThat(image.segments().get(1).bytes()).startsWith(0x44, 0x33, 0x22, 0x11).hasSize(16);
    assertThat(image.symbols()).extracting(ImageSymbol::name).containsExactly("_start", "data");
    assertThat(image.mapping())
        .containsExactly(
            new MappingSymbol(0x40010000, MappingSymbol.Content.A32),
            new MappingSymbol(0x40011000, MappingSymbol.Content.DATA));
  }

  @Test
  void aStrippedFileLoadsWithoutSymbols() throws ImageException {
    LoadedImage image =
        ImageLoader.load("s", spoiled(f -> f.putInt(32, 0).putShort(48, (short) 0)), VIRT);
    assertThat(image.symbols()).isEmpty();
    assertThat(image.segments()).hasSize(2);
  }

  @Test
  void aSectionThatLoadingDoesNotNeedMayHoldAnything() throws ImageException {
    byte[] file =
        spoiled(
            f -> {
              f.putInt(TestElf.TEXT_SECTION + 4, 5);
              f.putInt(0x80, 0x7fffffff);
            });
    assertThat(ImageLoader.load("s", file, VIRT).symbols()).hasSize(2);
  }

  @Test
  void aRawBinaryLoadsWhereTheUserSays() throws ImageException {
    LoadOptions options = VIRT.loadAt(0x40008000L).enterAt(0x40008004L);
    LoadedImage image = ImageLoader.load("raw", new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, options);
    assertThat(image.entry()).isEqualTo(0x40008004);
    assertThat(image.segments().get(0).address()).isEqualTo(0x40008000L);
  }

  static Stream<Arguments> brokenFiles() {
    return Stream.of(
        broken("nothing", f -> new byte[0], "is empty"),
        broken("text", f -> "hello".getBytes(), "is not an ELF file"),
        broken("only the magic", f -> Arrays.copyOf(f, 4), "is truncated"),
        broken("half the header", f -> Arrays.copyOf(f, 30), "is truncated"),
        broken("no program headers left", f -> Arrays.copyOf(f, 60), "is truncated"),
        broken("no sections left", f -> Arrays.copyOf(f, f.length - 1), "is truncated"),
        field("64-bit", f -> f.put(TestElf.CLASS, (byte) 2), "is a 64-bit ELF file"),
        field("big-endian", f -> f.put(TestElf.DATA, (byte) 2), "is big-endian"),
        field("odd class", f -> f.put(TestElf.CLASS, (byte) 9), "is damaged"),
        field("x86", f -> f.putShort(TestElf.MACHINE, (short) 62), "is for another machine"),
        field("object file", f -> f.putShort(TestElf.TYPE, (short) 1), "is not linked"),
        field(
            "no segments", f -> f.putShort(TestElf.PROGRAM_COUNT, (short) 0), "no program headers"),
        field("nothing to load", ImageLoaderTest::noteSegments, "has nothing to load"),
        field(
            "overlap",
            f -> second(f, TestElf.SEGMENT_PHYSICAL, 0x40010010),
            "overlap at 0x40010010"),
        field(
            "outside RAM", f -> second(f, TestElf.SEGMENT_PHYSICAL, 0x10000000), "outside the RAM"),
        field(
            "past RAM", f -> second(f, TestElf.SEGMENT_MEMORY_SIZE, 0x7fffffff), "outside the RAM"),
        field("past 4 GiB", f -> second(f, TestElf.SEGMENT_MEMORY_SIZE, 0xfffffff0), "is damaged"),
        field("file size", f -> second(f, TestElf.SEGMENT_FILE_SIZE, 0xfffffff0), "is truncated"),
        field("offset", f -> second(f, TestElf.SEGMENT_OFFSET, 0xfffffff0), "is truncated"),
        field("more in file", f -> second(f, TestElf.SEGMENT_MEMORY_SIZE, 4), "is damaged"),
        field("entry", f -> f.putInt(TestElf.ENTRY, 0x50000000), "starts at 0x50000000"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenFiles")
  void aBrokenFileGetsOneSentence(String what, byte[] file, String says) {
    assertThatThrownBy(() -> ImageLoader.load("bad.elf", file, VIRT))
        .isInstanceOf(ImageException.class)
        .hasMessageStartingWith("bad.elf ")
        .hasMessageContaining(says)
        .hasMessageMatching("[^\\n]+[:;] [^\\n]+\\.");
  }

  @Property(tries = 3_000)
  void anyDamageEitherLoadsOrGetsASentence(
      @ForAll @LongRange(min = 0, max = Integer.MAX_VALUE) long seed) {
    Random random = new Random(seed);
    byte[] file = TestElf.valid();
    for (int i = random.nextInt(8); i >= 0; i--) {
      file[random.nextInt(file.length)] = (byte) random.nextInt();
    }
    if (random.nextBoolean()) {
      file = Arrays.copyOf(file, random.nextInt(file.length + 1));
    }
    try {
      assertThat(ImageLoader.load("fuzz.elf", file, VIRT).segments()).isNotEmpty();
    } catch (ImageException e) {
      assertThat(e.getMessage()).endsWith(".").doesNotContain("\n");
    }
  }

  @Test
  void placesThatAreNoFilesGetASentence(@TempDir Path folder) throws Exception {
    Path unreadable = Files.write(folder.resolve("secret"), new byte[] {1});
    unreadable.toFile().setReadable(false);
    assertThatThrownBy(() -> ImageLoader.load(folder, VIRT))
        .isInstanceOf(ImageException.class)
        .hasMessageEndingWith("is a directory: give a file in it.");
    assertThatThrownBy(() -> ImageLoader.load(folder.resolve("none"), VIRT))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("There is no file");
    assertThatThrownBy(() -> ImageLoader.load(unreadable, VIRT)).isInstanceOf(ImageException.class);
  }

  private static Arguments broken(String what, UnaryOperator<byte[]> spoil, String says) {
    return Arguments.of(what, spoil.apply(TestElf.valid()), says);
  }

  private static Arguments field(String what, Consumer<ByteBuffer> spoil, String says) {
    return Arguments.of(what, spoiled(spoil), says);
  }

  private static byte[] spoiled(Consumer<ByteBuffer> spoil) {
    byte[] file = TestElf.valid();
    spoil.accept(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN));
    return file;
  }

  private static void second(ByteBuffer file, int field, int value) {
    file.putInt(TestElf.SECOND_SEGMENT + field, value);
  }

  private static void noteSegments(ByteBuffer file) {
    file.putInt(TestElf.FIRST_SEGMENT + TestElf.SEGMENT_TYPE, 4);
    file.putInt(TestElf.SECOND_SEGMENT + TestElf.SEGMENT_TYPE, 4);
  }
}
