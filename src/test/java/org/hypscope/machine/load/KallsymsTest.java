package org.hypscope.machine.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A kernel's own table of names is found in its memory, in each of its layouts. */
class KallsymsTest {
  private static final int COUNT = 700;
  private static final int BASE = 0xc0008000;

  /** The layouts that kernels have had. */
  private enum Layout {
    ABSOLUTE,
    RELATIVE,
    RELATIVE_LAST
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void namesAndAddressesComeFromEachLayout(Layout layout) {
    Optional<ImageSymbols> found = Kallsyms.in(kernel(layout));
    assertThat(found).isPresent();
    List<ImageSymbol> symbols = found.get().symbols();
    assertThat(symbols).hasSize(COUNT);
    assertThat(symbols.get(0)).isEqualTo(new ImageSymbol("fn_0", BASE, 0, 0, true, false));
    assertThat(symbols.get(699).name()).isEqualTo("fn_699");
    assertThat(symbols.get(699).address()).isEqualTo(BASE + 699 * 36);
    assertThat(symbols.get(1).function()).isFalse();
  }

  @Test
  void aKernelWithoutTheTableHasNoNames() {
    byte[] noise = new byte[1 << 16];
    new Random(4).nextBytes(noise);
    assertThat(Kallsyms.in(noise)).isEmpty();
    assertThat(Kallsyms.in(new byte[0])).isEmpty();
  }

  @Test
  void damageNeverThrows() {
    byte[] whole = kernel(Layout.RELATIVE);
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i < 8; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      assertThat(Kallsyms.in(damaged)).isNotNull();
      byte[] cut = java.util.Arrays.copyOf(whole, random.nextInt(whole.length));
      assertThat(Kallsyms.in(cut)).isNotNull();
    }
  }

  @Test
  void debiansKernelNamesItsFunctions() throws Exception {
    String cache =
        System.getenv().getOrDefault("XDG_CACHE_HOME", System.getenv("HOME") + "/.cache");
    Path image = Path.of(cache, "hypscope", "armmp-lpae", "Image");
    Assumptions.assumeTrue(Files.isRegularFile(image), "samples/fetch has not been run");
    byte[] kernel = Files.readAllBytes(image);
    ImageSymbols names = Kallsyms.in(kernel).orElseThrow();
    assertThat(names.symbols()).hasSizeGreaterThan(40_000);
    assertThat(names.symbols().stream().map(ImageSymbol::name).collect(Collectors.toSet()))
        .contains("start_kernel", "__hyp_stub_vectors", "vector_swi", "schedule", "_printk");
    ImageSymbols placed =
        new KernelPlace(new org.hypscope.machine.board.Range(0x40000000, 1 << 30), kernel)
            .unpacked(names);
    Extent text = placed.extents().get(0);
    assertThat(text.physical() - text.linked().start()).isEqualTo(0x40000000L - 0xc0000000L);
    assertThat(text.proof().orElseThrow().physical() & 0x7fff).isZero();
  }

  /** A kernel of zeros with the table somewhere in it. */
  private static byte[] kernel(Layout layout) {
    List<String> tokens = tokens();
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    List<Integer> markers = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      if (i % 256 == 0) {
        markers.add(names.size());
      }
      byte[] name = name(i).getBytes(StandardCharsets.US_ASCII);
      byte[] packed = packed(name, tokens);
      names.write(packed.length);
      names.writeBytes(packed);
    }
    ByteBuffer to = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    to.position(0x1000);
    if (layout != Layout.RELATIVE_LAST) {
      addresses(to, layout);
    }
    to.putInt(COUNT);
    align(to).put(names.toByteArray());
    align(to);
    markers.forEach(to::putInt);
    align(to);
    List<Integer> starts = new ArrayList<>();
    int table = to.position();
    for (String token : tokens) {
      starts.add(to.position() - table);
      to.put(token.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
    }
    align(to);
    starts.forEach(start -> to.putShort((short) (int) start));
    if (layout == Layout.RELATIVE_LAST) {
      addresses(to, layout);
    }
    return to.array();
  }

  private static void addresses(ByteBuffer to, Layout layout) {
    for (int i = 0; i < COUNT; i++) {
      to.putInt(36 * i + (layout == Layout.ABSOLUTE ? BASE : 0));
    }
    if (layout != Layout.ABSOLUTE) {
      to.putInt(BASE);
    }
  }

  private static ByteBuffer align(ByteBuffer to) {
    return to.position(to.position() + 3 & -4);
  }

  private static String name(int i) {
    return (i == 1 ? "D" : "T") + "fn_" + i;
  }

  /** One character each, but for one pair. */
  private static List<String> tokens() {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < 256; i++) {
      tokens.add(i == 200 ? "fn_" : i > 32 && i < 127 ? String.valueOf((char) i) : "xy" + i % 10);
    }
    return tokens;
  }

  private static byte[] packed(byte[] name, List<String> tokens) {
    byte[] packed = new byte[name.length - 2];
    packed[0] = name[0];
    packed[1] = (byte) tokens.indexOf("fn_");
    System.arraycopy(name, 4, packed, 2, name.length - 4);
    return packed;
  }
}
