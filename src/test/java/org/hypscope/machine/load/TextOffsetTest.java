package org.hypscope.machine.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** An Image is put where its first instructions say that it must lie. */
class TextOffsetTest {
  private static byte[] image(int at, int... words) {
    ByteBuffer bytes = ByteBuffer.allocate(0x400).order(ByteOrder.LITTLE_ENDIAN).position(at);
    for (int word : words) {
      bytes.putInt(word);
    }
    return bytes.array();
  }

  @Test
  void readsTheSubtractionOfNewKernels() {
    assertThat(TextOffset.of(image(0x5c, 0xe088800f, 0xe2488982))).hasValue(0x208000);
    assertThat(TextOffset.of(image(0x5c, 0xe088800f, 0xe2488902))).hasValue(0x8000);
  }

  @Test
  void readsTheTableOfOldKernels() {
    // add r3, pc, #8; ldm r3, {r4, r8}; 0; 0; the table
    byte[] arm = image(0x40, 0xe28f3008, 0xe8930110, 0, 0, 0xc0008050, 0xc0000000);
    assertThat(TextOffset.of(arm)).hasValue(0x8000);
    // adr r3, .+8; ldm.w r3, {r4, r8}; the table
    byte[] thumb = image(0x40, 0x0000bf00, 0xe893a301, 0xbf000110, 0x8021804c, 0x80000000);
    assertThat(TextOffset.of(thumb)).hasValue(0x218000);
  }

  @Test
  void saysNothingWhereNothingIsKnown() {
    assertThat(TextOffset.of(image(0, 0xe3a00000))).isEmpty();
    assertThat(TextOffset.of(image(0x40, 0xe28f3fff, 0xe8930110))).as("no table there").isEmpty();
    assertThat(TextOffset.of(image(0x40, 0xe28f3008, 0xe8930110))).as("a zero table").isEmpty();
    assertThat(TextOffset.of(new byte[3])).isEmpty();
  }
}
