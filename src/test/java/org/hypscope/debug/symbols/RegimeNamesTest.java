package org.hypscope.debug.symbols;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.BootFiles;
import org.hypscope.machine.load.ImageLoader;
import org.hypscope.machine.load.LoadOptions;
import org.hypscope.machine.load.LoadedImage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One kernel is named at every address that it is met at, and nothing else is. */
class RegimeNamesTest {
  private static final int LINKED = 0xc0008000;
  private static final int LOADED = 0x40008000;
  private static final String MAP =
      "c0008000 T _text\nc0008100 T secondary\nc0009000 T last\nffff1000 t __stubs_start\n";

  @TempDir Path folder;
  private Symbols symbols;

  @BeforeEach
  void load() throws Exception {
    symbols = new Symbols(ImageLoader.load("Image", new byte[0x2000], options()));
  }

  private LoadOptions options() throws IOException {
    Path map = folder.resolve("System.map");
    Files.writeString(map, MAP);
    Optional<Path> none = Optional.empty();
    BootFiles files = new BootFiles(true, none, none, Optional.empty(), Optional.of(map));
    OptionalLong own = OptionalLong.empty();
    return new LoadOptions(Boards.byName(Boards.names().get(0)), own, own, files);
  }

  private static Addressing moving(long offset) {
    return new Addressing() {
      @Override
      public long physical(int address) {
        return (address & 0xffff_ffffL) + offset & 0xffff_ffffL;
      }

      @Override
      public OptionalInt word(long physical) {
        return OptionalInt.of(0);
      }
    };
  }

  @Test
  void beforeTheMmuIsOnThePhysicalAddressHasTheName() {
    Symbols off = symbols.seenThrough(moving(0));
    assertThat(off.describe(LOADED + 0x104)).isEqualTo("secondary+0x4");
    assertThat(off.at(LOADED + 0x104).orElseThrow().address()).isEqualTo(LOADED + 0x100);
    assertThat(off.address("secondary")).contains(LOADED + 0x100);
  }

  @Test
  void throughTheKernelsMapTheLinkedAddressHasTheName() {
    Symbols on = symbols.seenThrough(moving(LOADED - (LINKED & 0xffff_ffffL)));
    assertThat(on.describe(LINKED + 0x104)).isEqualTo("secondary+0x4");
    assertThat(on.address("secondary")).contains(LINKED + 0x100);
    assertThat(on.describe(0xffff1000)).isEqualTo("__stubs_start");
  }

  @Test
  void atAnotherVirtualAddressTheNameIsFoundThroughMemory() {
    Symbols hyp = symbols.seenThrough(moving(LOADED - 0x50008000L));
    assertThat(hyp.describe(0x50008104)).isEqualTo("secondary+0x4");
    assertThat(hyp.linked(0x50008104)).hasValue(LINKED + 0x104);
  }

  @Test
  void whereAnotherPageStandsAtTheLinkedAddressItHasNoName() {
    Symbols guest = symbols.seenThrough(moving(0x48008000L - (LINKED & 0xffff_ffffL)));
    assertThat(guest.describe(LINKED + 0x104)).isEmpty();
    assertThat(guest.linked(LINKED + 0x104)).isEmpty();
  }

  @Test
  void aKernelInAZImageHasItsNamesOnceItHasUnpackedItself() throws Exception {
    byte[] kernel = new byte[0x2000];
    ByteBuffer.wrap(kernel).order(ByteOrder.LITTLE_ENDIAN).putInt(0xe1a00001);
    LoadedImage image = ImageLoader.load("zImage", zImage(kernel), options());
    Symbols names = new Symbols(image);

    Symbols packed = names.seenThrough(holding(0));
    assertThat(packed.describe(LOADED + 0x104)).as("the code that unpacks").isEmpty();
    Symbols unpacked = names.seenThrough(holding(0xe1a00001));
    assertThat(unpacked.describe(LOADED + 0x104)).isEqualTo("secondary+0x4");
    assertThat(unpacked.address("secondary")).contains(LOADED + 0x100);
    assertThat(packed.address("secondary")).contains(LINKED + 0x100);
  }

  /** Memory without translation, with {@code first} where the kernel is to begin. */
  private static Addressing holding(int first) {
    return new Addressing() {
      @Override
      public long physical(int address) {
        return address & 0xffff_ffffL;
      }

      @Override
      public OptionalInt word(long physical) {
        return physical < 0x80000000L
            ? OptionalInt.of(physical == LOADED ? first : 0)
            : OptionalInt.empty();
      }
    };
  }

  private static byte[] zImage(byte[] kernel) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ByteBuffer header = ByteBuffer.allocate(0x40).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(0x24, 0x016f2818).putInt(0x2c, 0x40).putInt(0x30, 0x04030201);
    file.writeBytes(header.array());
    try (OutputStream packed = new GZIPOutputStream(file)) {
      packed.write(kernel);
    }
    return file.toByteArray();
  }

  @Test
  void withoutARegimeBothAddressesHaveTheName() {
    assertThat(symbols.describe(LOADED + 0x104)).isEqualTo(symbols.describe(LINKED + 0x104));
    assertThat(symbols.describe(0x20000000)).isEmpty();
  }
}
