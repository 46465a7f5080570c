package org.hypscope.arm.bus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Four kilobytes of memory as the core sees them directly, without a device in between.
 *
 * <p>Pages are shared copy-on-write between a machine, its snapshots and its forks: whoever is not
 * the {@link #owner} must copy before writing. {@link #decoded} holds what the core decoded from
 * the page; a writer clears the entries it overwrites.
 */
public final class Page {
  public static final int SHIFT = 12;
  public static final int SIZE = 1 << SHIFT;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /** Contents, {@link #SIZE} bytes, in address order. */
  public final byte[] bytes;

  /** The address space generation that may write in place; null for read-only memory. */
  public final Object owner;

  /**
   * One entry a word (A32), made on first execution; null until then. Entries are immutable, so
   * sharing them between threads is harmless.
   */
  public Object[] decoded;

  /**
   * As {@link #decoded}, one entry a halfword, of what was executed as T32. A wide instruction is
   * held by its first halfword.
   */
  public Object[] decodedThumb;

  /** A page with these contents (not copied), writable in place by {@code owner}. */
  public Page(byte[] bytes, Object owner) {
    this.bytes = bytes;
    this.owner = owner;
  }

  /** The little-endian word at {@code offset}, which lies in the page. */
  public int word(int offset) {
    return (int) WORDS.get(bytes, offset);
  }

  /** Sets the little-endian word at {@code offset}, which lies in the page. */
  public void setWord(int offset, int value) {
    WORDS.set(bytes, offset, value);
  }

  /** A copy of the contents, owned by {@code newOwner}, with nothing decoded. */
  public Page copyFor(Object newOwner) {
    return new Page(bytes.clone(), newOwner);
  }
}
