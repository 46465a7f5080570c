package org.hypscope.debug.symbols;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
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

  @TempDir java.nio.file.Path folder;
  private Symbols symbols;

  @BeforeEach
  void load() throws Exception {
    java.nio.file.Path map = folder.resolve("System.map");
    java.nio.file.Files.writeString(map, MAP);
    BootFiles files =
        new BootFiles(
            true,
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            java.util.Optional.of(map));
    LoadOptions options =
        new LoadOptions(
            Boards.byName(Boards.names().get(0)),
            java.util.OptionalLong.empty(),
            java.util.OptionalLong.empty(),
            files);
    LoadedImage image = ImageLoader.load("Image", new byte[0x2000], options);
    symbols = new Symbols(image);
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
  void withoutARegimeBothAddressesHaveTheName() {
    assertThat(symbols.describe(LOADED + 0x104)).isEqualTo(symbols.describe(LINKED + 0x104));
    assertThat(symbols.describe(0x20000000)).isEmpty();
  }
}
