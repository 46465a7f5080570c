package org.hypscope.machine;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * A list that grows at its end, keeps its newest entries only, and can be frozen at no cost.
 *
 * <p>Entries live in blocks that a frozen view shares with the log; the log copies a block before
 * it changes one that was frozen. So a snapshot after every step costs nothing unless something was
 * logged, and a wild run cannot fill the memory.
 */
public final class Log<T> {
  private static final int BLOCK = 256;

  private final int limit;
  private Block[] blocks = new Block[4];
  private int used;
  private long first;
  private long end;
  private Object owner = new Object();
  private boolean changed = true;
  private View<T> view;

  private record Block(Object owner, Object[] items) {}

  /** A log that keeps at least the newest {@code limit} entries. */
  public Log(int limit) {
    this.limit = limit;
  }

  /** The number of entries ever added; the index of the next. */
  public long end() {
    return end;
  }

  /** The index of the oldest entry that is still kept. */
  public long first() {
    return first;
  }

  /** Adds {@code item} at index {@link #end()}. */
  public void add(T item) {
    prepareChange();
    if ((end - first) == (long) used * BLOCK) {
      grow();
    }
    int at = (int) (end - first);
    own(at / BLOCK)[at % BLOCK] = item;
    end++;
  }

  /** Replaces the entry {@code index}; ignored where it has been dropped. */
  public void set(long index, T item) {
    if (index < first || index >= end) {
      return;
    }
    prepareChange();
    int at = (int) (index - first);
    own(at / BLOCK)[at % BLOCK] = item;
  }

  /** Drops the entries from {@code index} on; they are added anew, if at all. */
  public void cut(long index) {
    if (index >= end) {
      return;
    }
    prepareChange();
    end = Math.max(index, first);
    used = (int) ((end - first + BLOCK - 1) / BLOCK);
  }

  /** The entry {@code index}, or null where it has been dropped or not been added. */
  @SuppressWarnings("unchecked")
  public T get(long index) {
    if (index < first || index >= end) {
      return null;
    }
    int at = (int) (index - first);
    return (T) blocks[at / BLOCK].items[at % BLOCK];
  }

  /** The entries kept now, oldest first, as an immutable list for any thread. */
  public List<T> freeze() {
    if (changed) {
      view = new View<>(blocks, (int) (end - first));
      owner = new Object();
      changed = false;
    }
    return view;
  }

  private void prepareChange() {
    if (!changed) {
      blocks = blocks.clone();
      changed = true;
    }
  }

  private void grow() {
    if ((long) used * BLOCK >= (long) limit + BLOCK) {
      System.arraycopy(blocks, 1, blocks, 0, used - 1);
      used--;
      first += BLOCK;
    }
    if (used == blocks.length) {
      blocks = Arrays.copyOf(blocks, used * 2);
    }
    blocks[used++] = new Block(owner, new Object[BLOCK]);
  }

  private Object[] own(int index) {
    Block block = blocks[index];
    if (block.owner != owner) {
      block = new Block(owner, block.items.clone());
      blocks[index] = block;
    }
    return block.items;
  }

  private static final class View<T> extends AbstractList<T> implements RandomAccess {
    private final Block[] blocks;
    private final int size;

    View(Block[] blocks, int size) {
      this.blocks = blocks;
      this.size = size;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T get(int index) {
      Objects.checkIndex(index, size);
      return (T) blocks[index / BLOCK].items[index % BLOCK];
    }

    @Override
    public int size() {
      return size;
    }
  }
}
