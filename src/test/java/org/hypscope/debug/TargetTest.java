package org.hypscope.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.hypscope.machine.load.BootFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user asks for is opened, or refused with one sentence. */
class TargetTest {
  private static final byte[] LOOP = {(byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xea};

  @Test
  void aRawBinaryOpensWhereAsked() throws UnusableTargetException {
    Target target =
        Target.of(
            "raw",
            LOOP,
            new Target.Options(
                "virt",
                OptionalInt.empty(),
                OptionalLong.of(0x1000000),
                OptionalLong.of(0x40008000L),
                OptionalLong.empty(),
                BootFiles.none()));
    assertThat(target.image().entry()).isEqualTo(0x40008000);
    assertThat(target.board().ram().size()).isEqualTo(0x1000000);
  }

  @ParameterizedTest(name = "{5}")
  @CsvSource({
    "none, -1, -1,         -1,         There is no board 'none', an unknown board",
    "virt, 5,  0x40008000, -1,         RAM of 5 bytes,           an odd size",
    "virt, -1, -1,         -1,         is not an ELF file,       no load address",
    "virt, -1, 0x40008002, -1,         cannot be loaded at,      an unaligned load address",
    "virt, -1, 0x10000000, -1,         outside the RAM,          a load address outside RAM",
    "virt, -1, 0x40008000, 0x40000000, starts at 0x40000000,     an entry outside the image",
    "virt, -1, 0x40008000, 0x140000000,is no 32-bit address,     an entry beyond 4 GiB"
  })
  void whatCannotBeOpenedGetsASentence(
      String board, String ram, String load, String entry, String says, String what) {
    Target.Options options =
        new Target.Options(
            board,
            OptionalInt.empty(),
            optional(ram),
            optional(load),
            optional(entry),
            BootFiles.none());
    assertThatThrownBy(() -> Target.of("raw", LOOP, options))
        .isInstanceOf(UnusableTargetException.class)
        .hasMessageContaining(says)
        .hasMessageEndingWith(".");
  }

  private static OptionalLong optional(String text) {
    return text.equals("-1") ? OptionalLong.empty() : OptionalLong.of(Long.decode(text));
  }
}
