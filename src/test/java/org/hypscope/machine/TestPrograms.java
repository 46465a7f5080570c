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

  /**
   * A program that begins in HYP, puts HVBAR at 0x400 from {@link #BASE}, and drops to SVC, to what
   * is at 0x100, after nine instructions.
   */
  public static TestPrograms inSvc() {
    return of(
        0xe3000400, // movw r0, #0x400
        0xe3440001, // movt r0, #0x4001
        0xee8c0f10, // mcr p15, 4, r0, c12, c0, 0 (HVBAR)
        0xe30001d3, // movw r0, #0x1d3
        0xe16ff000, // msr SPSR_fsxc, r0
        0xe3000100, // movw r0, #0x100
        0xe3440001, // movt r0, #0x4001
        0xe12ef300, // msr ELR_hyp, r0
        0xe160006e); // eret
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
