package org.hypscope.debug.symbols;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hypscope.machine.TestPrograms;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.machine.load.MappingSymbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses get the name that a person would give them. */
class SymbolsTest {
  private static final LoadedImage IMAGE =
      TestPrograms.of(0)
          .symbol("first", 0, 8)
          .symbol("open", 0x10, 0)
          .symbol("outer", 0x100, 0x40)
          .symbol("inner", 0x110, 4)
          .image();
  private final Symbols symbols = new Symbols(IMAGE);

  @ParameterizedTest
  @CsvSource({
    "0x40010000, first",
    "0x40010004, first+0x4",
    "0x40010008, ''",
    "0x40010010, open",
    "0x400100fc, open+0xec",
    "0x40010110, inner",
    "0x40010114, outer+0x14",
    "0x40010140, open+0x130",
    "0x4000fffc, ''",
    "0x40011000, ''",
    "0xffffffff, ''"
  })
  void anAddressIsNamedByTheNearestSymbolThatReachesIt(String address, String name) {
    assertThat(symbols.describe(Integer.parseUnsignedInt(address.substring(2), 16)))
        .isEqualTo(name);
  }

  @Test
  void namesLeadToAddresses() {
    assertThat(symbols.address("outer")).contains(0x40010100);
    assertThat(symbols.address("none")).isEmpty();
    assertThat(symbols.find("O")).extracting(Symbol::name).containsExactly("open", "outer");
  }

  @Test
  void mappingSymbolsTellDataFromCode() {
    LoadedImage image =
        new LoadedImage(
            "m",
            IMAGE.segments(),
            IMAGE.entry(),
            List.of(),
            List.of(
                new MappingSymbol(0x40010000, MappingSymbol.Content.A32),
                new MappingSymbol(0x40010020, MappingSymbol.Content.DATA)));
    Symbols mapped = new Symbols(image);
    assertThat(mapped.isData(0x4001001c)).isFalse();
    assertThat(mapped.isData(0x40010020)).isTrue();
    assertThat(mapped.isData(0x50000000)).isFalse();
  }
}
