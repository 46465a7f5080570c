package org.hypscope.arm.isa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hypscope.arm.core.Decoded;
import org.hypscope.arm.decode.DisassembledInsn;
import org.hypscope.arm.decode.ThumbTable;
import org.junit.jupiter.api.Test;

/** Whatever memory holds can be decoded and shown. */
class AnyWordProperties {
  private static final int TRIES = 20_000;
  private static final String SEED = "20";

  /** Primes: every field takes all values along the way. */
  private static final long STEP = Boolean.getBoolean("hypscope.long") ? 257 : 65_537;

  private static final long WORDS = 1L << 32;
  private static final long FIRST = Math.floorMod(Long.getLong("hypscope.seed", 0), STEP);

  @Property(tries = TRIES, seed = SEED)
  void decoderAndDisassemblerAgreeOnEveryWord(@ForAll int word, @ForAll int address) {
    checkA32(word, address);
  }

  @Property(tries = TRIES, seed = SEED)
  void decoderAndDisassemblerAgreeOnEveryPairOfHalfwords(
      @ForAll int halfwords, @ForAll int address, @ForAll byte it) {
    checkT32(halfwords >>> 16, halfwords & 0xffff, address, it & 0xff);
  }

  /** Words all over the space: 65,000, and 16 million in the long form. */
  @Test
  void noWordIsTooMuch() {
    words().forEach(word -> checkA32(word, 0));
  }

  @Test
  void noPairOfHalfwordsIsTooMuch() {
    words().forEach(word -> checkT32(word >>> 16, word & 0xffff, 0, 0));
  }

  @Test
  void noHalfwordIsTooMuch() {
    for (int halfword = 0; halfword < 1 << 16; halfword++) {
      checkT32(halfword, 0xffff, 0, 0);
      checkT32(halfword, 0, 0, 0x04);
    }
  }

  private static IntStream words() {
    return LongStream.iterate(FIRST, word -> word < WORDS, word -> word + STEP)
        .mapToInt(word -> (int) word);
  }

  private static void checkA32(int word, int address) {
    Decoded decoded = A32.decoder().a32(word);
    DisassembledInsn insn = A32.disassembler().a32(word, address);
    if (!agree(decoded, insn, 4) || insn.mnemonic().equals(".word") != (insn.form() == null)) {
      assertThat(insn).as("%08x", word).isEqualTo(decoded);
    }
    assertThat(insn.unpredictable()).isEqualTo(decoded.unpredictable);
  }

  private static void checkT32(int hw1, int hw2, int address, int it) {
    Decoded decoded = A32.decoder().t32(hw1, hw2);
    DisassembledInsn insn = T32.disassembler().t32(hw1, hw2, address, it);
    int size = ThumbTable.isWide(hw1) ? 4 : 2;
    if (!agree(decoded, insn, size)) {
      assertThat(insn).as("%04x %04x", hw1, hw2).isEqualTo(decoded);
    }
  }

  private static boolean agree(Decoded decoded, DisassembledInsn insn, int size) {
    return decoded.operation != null
        && decoded.form == insn.form()
        && decoded.size == size
        && insn.size() == size
        && !insn.text().isBlank();
  }

  @Test
  void aDecoderAndADisassemblerThatDisagreeAreFound() {
    Decoded add = A32.decoder().a32(0xe0810002);
    assertThat(agree(add, A32.disassembler().a32(0xe0810002, 0), 4)).isTrue();
    assertThat(agree(add, A32.disassembler().a32(0xe0410002, 0), 4)).isFalse();
    assertThat(agree(add, A32.disassembler().a32(0xe0810002, 0), 2)).isFalse();
  }
}
