package org.hypscope.oracle.lockstep;

import java.util.Arrays;
import org.hypscope.arm.bus.Bus;
import org.hypscope.arm.bus.BusFault;
import org.hypscope.arm.bus.Page;
import org.hypscope.machine.Ram;

/**
 * The memory of QEMU's machine as far as cases may reach it: vectors, the code of the batch between
 * traps, the page of the case, and the emptiness above RAM. Whatever else is touched is noted as
 * stray: the case is then not used.
 */
final class CaseBus implements Bus {
  private static final int CODE_PAGES = Layout.CODE_SIZE >>> Page.SHIFT;

  private final Ram program;
  private final int programPage;
  private final Page traps = new Page(traps(Page.SIZE), null);
  private final Page[] code = new Page[CODE_PAGES];
  private final Page[] scratch = new Page[Layout.CASES];
  private int codeBase;
  private int current;
  private boolean stray;

  /** Memory with {@code program} in it, of which the page of {@code vectors} can be reached. */
  CaseBus(Ram program, int vectors) {
    this.program = program;
    this.programPage = vectors >>> Page.SHIFT;
    Arrays.setAll(scratch, n -> new Page(new byte[Page.SIZE], this));
    startBatch(0);
  }

  /** As many bytes of traps. */
  static byte[] traps(int length) {
    byte[] bytes = new byte[length];
    for (int at = 0; at < length; at++) {
      bytes[at] = (byte) (Layout.TRAP >>> 8 * (at & 3));
    }
    return bytes;
  }

  /** Makes room for the code of a batch. */
  void startBatch(int batch) {
    codeBase = Layout.slot(batch, 0);
    Arrays.setAll(code, n -> new Page(traps.bytes.clone(), null));
  }

  /**
   * Puts {@code words} into the slot of a case, traps behind them, and {@code data} into its page.
   */
  void place(int index, byte[] words, byte[] data) {
    current = index;
    stray = false;
    Page page = code[index * Layout.SLOT >>> Page.SHIFT];
    int at = index * Layout.SLOT & (Page.SIZE - 1);
    System.arraycopy(traps.bytes, 0, page.bytes, at, Layout.SLOT);
    System.arraycopy(words, 0, page.bytes, at + Layout.ENTRY, words.length);
    forget(page.decoded, at >>> 2, at + Layout.SLOT >>> 2);
    forget(page.decodedThumb, at >>> 1, at + Layout.SLOT >>> 1);
    System.arraycopy(data, 0, scratch[index].bytes, 0, Page.SIZE);
  }

  private static void forget(Object[] decoded, int from, int to) {
    if (decoded != null) {
      Arrays.fill(decoded, from, to, null);
    }
  }

  /** The page of a case. */
  byte[] scratch(int index) {
    return scratch[index].bytes;
  }

  /** The bytes of a page of code. */
  byte[] code(int page) {
    return code[page].bytes;
  }

  /** Whether there is a trap at {@code address}, which is in the code of the batch. */
  boolean isTrap(int address) {
    int behind = address - codeBase;
    return code[behind >>> Page.SHIFT].word(behind & Page.SIZE - 4) == Layout.TRAP;
  }

  /** Whether the case has touched memory that is none of its business. */
  boolean stray() {
    return stray;
  }

  @Override
  public Page readable(long address) {
    int at = (int) address;
    if (at >>> Page.SHIFT == programPage) {
      return program.readable(address);
    }
    long behind = address - codeBase;
    if (behind >= 0 && behind < Layout.CODE_SIZE) {
      return code[(int) behind >>> Page.SHIFT];
    }
    if (behind >= -Layout.GUARD && behind < Layout.CODE_SIZE + Layout.GUARD) {
      return traps;
    }
    return writable(address);
  }

  @Override
  public Page writable(long address) {
    if (address >>> Page.SHIFT == Layout.scratch(current) >>> Page.SHIFT) {
      return scratch[current];
    }
    stray |= address < Layout.UNMAPPED;
    return null;
  }

  @Override
  public int read(long address, int size) throws BusFault {
    throw new BusFault(address);
  }

  @Override
  public void write(long address, int size, int value) throws BusFault {
    throw new BusFault(address);
  }
}
