package org.hypscope.machine;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * A list that grows at its end, keeps its newest entries only, and can be frozen at no cost: see
 * {@link Rows}.
 */
public final class Log<T> {
  private final Rows rows;
  private View<T> view;

  /** A log that keeps at least the newest {@code limit} entries. */
  public Log(int limit) {
    this.rows = new Rows(0, limit);
  }

  /** The number of entries ever added; the index of the next. */
  public long end() {
    return rows.end();
  }

  /** The index of the oldest entry that is still kept. */
  public long first() {
    return rows.first();
  }

  /** Adds {@code item} at index {@link #end()}. */
  public void add(T item) {
    rows.add(item);
  }

  /** Replaces the entry {@code index}; ignored where it has been dropped. */
  public void set(long index, T item) {
    if (rows.has(index)) {
      rows.setObject(index, item);
    }
  }

  /** Drops the entries from {@code index} on; they are added anew, if at all. */
  public void cut(long index) {
    rows.cut(index);
  }

  /** The entry {@code index}, or null where it has been dropped or not been added. */
  @SuppressWarnings("unchecked")
  public T get(long index) {
    return rows.has(index) ? (T) rows.object(index) : null;
  }

  /** The entries kept now, oldest first, as an immutable list for any thread. */
  public List<T> freeze() {
    Rows.Frozen frozen = rows.freeze();
    if (view == null || view.rows != frozen) {
      view = new View<>(frozen);
    }
    return view;
  }

  private static final class View<T> extends AbstractList<T> implements RandomAccess {
    private final Rows.Frozen rows;

    View(Rows.Frozen rows) {
      this.rows = rows;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T get(int index) {
      return (T) rows.object(index);
    }

    @Override
    public int size() {
      return rows.size();
    }
  }
}
