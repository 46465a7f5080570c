package org.hypscope.machine;

import java.util.Arrays;
import java.util.Objects;

/**
 * Rows of numbers, each with one object, that grow at their end, of which the newest are kept, and
 * that can be frozen at no cost.
 *
 * <p>Rows live in blocks that a frozen view shares with these; a block that was frozen is copied
 * before it is changed. So a snapshot after every step costs nothing unless something was added,
 * and a wild run cannot fill the memory. Numbers take no more than they need: an object for each
 * entry would be moved by the garbage collector time and again, which a run would pay for. A block
 * that is dropped and was never frozen is used again: a long run allocates nothing.
 */
public final class Rows {
  private static final int SHIFT = 8;
  private static final int BLOCK = 1 << SHIFT;

  /** What part of the limit is kept beyond it, so that old blocks are dropped many at a time. */
  private static final long SLACK = 16;

  private final int width;
  private final int limit;
  private Block[] blocks = new Block[4];
  private int used;
  private Block[] spare = new Block[0];
  private int spares;
  private long first;
  private long end;
  private Object owner = new Object();
  private boolean changed = true;
  private Frozen view;

  /** The block of the newest row, where it may be written to, or null. */
  private Block tail;

  /** Some rows in a row. */
  private record Block(Object owner, long[] numbers, Object[] objects) {
    Block copyFor(Object newOwner) {
      return new Block(newOwner, numbers.clone(), objects.clone());
    }
  }

  /** Rows of {@code width} numbers, of which at least the newest {@code limit} are kept. */
  public Rows(int width, int limit) {
    this.width = width;
    this.limit = limit;
  }

  /** The number of rows ever added; the index of the next. */
  public long end() {
    return end;
  }

  /** The index of the oldest row that is still kept. */
  public long first() {
    return first;
  }

  /** Whether row {@code index} has been added and is still kept. */
  public boolean has(long index) {
    return index >= first && index < end;
  }

  /**
   * Adds a row with {@code object}, which may be null; all its numbers are yet to be set: in {@link
   * #newest}, from the index that is returned on.
   */
  public int add(Object object) {
    int at = (int) (end - first) & BLOCK - 1;
    if (tail == null || at == 0) {
      tail = openTail();
    }
    end++;
    put(tail.objects, at, object);
    return at * width;
  }

  /** The numbers of the row that was added last, and of others. */
  public long[] newest() {
    return tail.numbers;
  }

  private Block openTail() {
    prepareChange();
    if ((end - first) == (long) used << SHIFT) {
      grow();
    }
    return own(used - 1);
  }

  /** Most are what they were: a collector has to hear of each that is written. */
  private static void put(Object[] objects, int at, Object object) {
    if (objects[at] != object) {
      objects[at] = object;
    }
  }

  /** The object of row {@code index}, which is kept. */
  public Object object(long index) {
    int at = (int) (index - first);
    return blocks[at >>> SHIFT].objects[at & BLOCK - 1];
  }

  /** Replaces the object of row {@code index}, which is kept. */
  public void setObject(long index, Object object) {
    prepareChange();
    int at = (int) (index - first);
    put(own(at >>> SHIFT).objects, at & BLOCK - 1, object);
  }

  /** The numbers of row {@code index}, which is kept, and of others: from {@link #offset}. */
  public long[] numbers(long index) {
    return blocks[(int) (index - first) >>> SHIFT].numbers;
  }

  /** As {@link #numbers}, to be changed. */
  public long[] ownNumbers(long index) {
    prepareChange();
    return own((int) (index - first) >>> SHIFT).numbers;
  }

  /** Where the numbers of row {@code index} begin. */
  public int offset(long index) {
    return ((int) (index - first) & BLOCK - 1) * width;
  }

  /** Drops the rows from {@code index} on; they are added anew, if at all. */
  public void cut(long index) {
    if (index >= end) {
      return;
    }
    prepareChange();
    end = Math.max(index, first);
    used = (int) ((end - first + BLOCK - 1) >>> SHIFT);
    tail = null;
  }

  /** The rows kept now, for any thread. */
  public Frozen freeze() {
    if (changed) {
      view = new Frozen(blocks, width, (int) (end - first));
      owner = new Object();
      spares = 0;
      tail = null;
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
    if ((long) used << SHIFT >= limit + limit / SLACK + BLOCK) {
      drop((int) Math.max(1, limit / SLACK >>> SHIFT));
    }
    if (used == blocks.length) {
      blocks = Arrays.copyOf(blocks, used * 2);
    }
    blocks[used++] = spares > 0 ? spare[--spares] : newBlock();
  }

  private Block newBlock() {
    return new Block(owner, new long[BLOCK * width], new Object[BLOCK]);
  }

  private void drop(int oldest) {
    spare =
        Arrays.stream(blocks, 0, oldest).filter(each -> each.owner == owner).toArray(Block[]::new);
    spares = spare.length;
    System.arraycopy(blocks, oldest, blocks, 0, used - oldest);
    Arrays.fill(blocks, used - oldest, used, null);
    used -= oldest;
    first += (long) oldest << SHIFT;
  }

  private Block own(int index) {
    Block block = blocks[index];
    if (block.owner != owner) {
      block = block.copyFor(owner);
      blocks[index] = block;
    }
    return block;
  }

  /** Rows that do not change any more; the oldest has index 0. */
  public static final class Frozen {
    private final Block[] blocks;
    private final int width;
    private final int size;

    private Frozen(Block[] blocks, int width, int size) {
      this.blocks = blocks;
      this.width = width;
      this.size = size;
    }

    /** How many there are. */
    public int size() {
      return size;
    }

    /** The object of row {@code index}. */
    public Object object(int index) {
      Objects.checkIndex(index, size);
      return blocks[index >>> SHIFT].objects[index & BLOCK - 1];
    }

    /**
     * Keeps {@code object}, immutable, in place of the one of row {@code index}, for all that share
     * the row: it must say no more and no less, for any thread may find either.
     */
    public void remember(int index, Object object) {
      Objects.checkIndex(index, size);
      blocks[index >>> SHIFT].objects[index & BLOCK - 1] = object;
    }

    /** The numbers of row {@code index} and of others, from {@link #offset}; not to be changed. */
    public long[] numbers(int index) {
      Objects.checkIndex(index, size);
      return blocks[index >>> SHIFT].numbers;
    }

    /** Where the numbers of row {@code index} begin. */
    public int offset(int index) {
      return (index & BLOCK - 1) * width;
    }
  }
}
