package org.hypscope.machine.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.XZOutputStream;

/** The kernel in a zImage is found, however it is packed, and a magic number alone is none. */
class UnpackingTest {
  /** {@code lz4 -l} of 5000 bytes, each the remainder of its place by 7. */
  private static final String LZ4 = "AiFMGCQAAAB/AAECAwQFBgcA/////////////////////////3xQBAUGAAE=";

  private enum Method {
    GZIP,
    XZ,
    LZMA;

    OutputStream over(OutputStream to) throws IOException {
      return switch (this) {
        case GZIP -> new GZIPOutputStream(to);
        case XZ -> new XZOutputStream(to, new LZMA2Options(1));
        case LZMA -> new LZMAOutputStream(to, new LZMA2Options(1), -1);
      };
    }
  }

  private static byte[] kernel() {
    byte[] kernel = new byte[50_000];
    new Random(3).nextBytes(kernel);
    Arrays.fill(kernel, 1000, 40_000, (byte) 7);
    return kernel;
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void whatIsPackedComesOut(Method method) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(new byte[100]);
    file.write(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, (byte) 0xfd, '7', 'z', 'X', 'Z', 0, 0});
    try (OutputStream packed = method.over(keptOpen(file))) {
      packed.write(kernel());
    }
    file.write(new byte[] {1, 2, 3, 4, 5, 6});
    assertThat(Unpacking.first(file.toByteArray())).hasValueSatisfying(this::isKernel);
  }

  private void isKernel(byte[] unpacked) {
    assertThat(unpacked).isEqualTo(kernel());
  }

  private static OutputStream keptOpen(OutputStream to) {
    return new java.io.FilterOutputStream(to) {
      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  @Test
  void lz4IsUnpackedAsItsOwnToolPacksIt() {
    byte[] expected = new byte[5000];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = (byte) (i % 7);
    }
    byte[] packed = Base64.getDecoder().decode(LZ4);
    assertThat(Unpacking.first(packed).orElseThrow()).isEqualTo(expected);
    for (int cut = 4; cut < packed.length; cut++) {
      assertThat(Unpacking.first(Arrays.copyOf(packed, cut))).isEmpty();
    }
  }

  @Test
  void noiseIsNoKernel() {
    byte[] noise = new byte[200_000];
    new Random(5).nextBytes(noise);
    assertThat(Unpacking.first(noise)).isEmpty();
  }
}
