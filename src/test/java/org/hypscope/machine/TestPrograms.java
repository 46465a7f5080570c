package org.hypscope.machine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.hypscope.machine.load.ImageSymbol;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.machine.load.Segment;

/** Small programs as words, so that tests of machines and sessions need no assembler. */
public final class TestPrograms {
  /** Where programs are loaded and start. */
  public static final int BASE = 0x40010000;

  private final TreeMap<Integer, int[]> pieces = new TreeMap<>();
  private final List<ImageSymbol> symbols = new ArrayList<>();
  private int size = 0x1000;

  private TestPrograms() {}

  /** A program that begins with {@code words} at {@link #BASE}, in one segment of 4 KiB. */
  public static TestPrograms of(int... words) {
    return new TestPrograms().at(0, words);
  }

  /** Adds {@code words} at {@code offset} from {@link #BASE}. */
  public TestPrograms at(int offset, int... words) {
    pieces.put(offset, words);
    return this;
  }

  /** Names the address at {@code offset}; {@code length} bytes, 0 for not known. */
  public TestPrograms symbol(String name, int offset, int length) {
    symbols.add(new ImageSymbol(name, BASE + offset, length, 1, true, false));
    return this;
  }

  /** Makes the segment {@code bytes} large. */
  public TestPrograms size(int bytes) {
    size = bytes;
    return this;
  }

  /** The image. */
  public LoadedImage image() {
    ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    pieces.forEach(
        (offset, words) -> {
          bytes.position(offset);
          Arrays.stream(words).forEach(bytes::putInt);
        });
    Segment all = new Segment(BASE, BASE, bytes.array(), size, true, true);
    symbols.sort((a, b) -> Integer.compareUnsigned(a.address(), b.address()));
    return new LoadedImage("test", List.of(all), BASE, symbols, List.of());
  }
}
