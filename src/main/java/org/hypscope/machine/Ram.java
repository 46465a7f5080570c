package org.hypscope.machine;

import org.hypscope.arm.bus.Page;

/**
 * Random access memory in pages, shared copy-on-write with its frozen images and with forks.
 *
 * <p>Pages hang in a tree of three levels. Whoever wrote last owns the path that it wrote; freezing
 * hands out the root and takes a new owner token, so that a later write copies its path once.
 * Freezing memory that was not written since is free. Pages never written read as zero and take no
 * space.
 */
public final class Ram {
  private final long base;
  private final long size;
  private MemoryImage.Root root;
  private Object owner = new Object();
  private boolean handedOut;
  private MemoryImage frozen;

  /** {@code size} bytes of zeros at physical {@code base}; both are multiples of the page size. */
  public Ram(long base, long size) {
    this(new MemoryImage(base, size));
  }

  /** Memory that goes on from {@code image}, which stays as it is. */
  public Ram(MemoryImage image) {
    this.base = image.base();
    this.size = image.size();
    this.root = image.root();
    this.frozen = image;
  }

  /** The physical address of the first byte. */
  public long base() {
    return base;
  }

  /** The number of bytes. */
  public long size() {
    return size;
  }

  /** Whether {@code address} is inside. */
  public boolean contains(long address) {
    return address >= base && address - base < size;
  }

  /** The page at {@code address}, which is inside; the shared page of zeros where never written. */
  public Page readable(long address) {
    return root.page(index(address));
  }

  /** The page at {@code address}, which is inside, to be written in place until the next freeze. */
  public Page writable(long address) {
    handedOut = true;
    int index = index(address);
    Page page = root.page(index);
    if (page.owner == owner) {
      return page;
    }
    Page copy = page.copyFor(owner);
    root = root.with(index, copy, owner);
    return copy;
  }

  /** Whether a page was handed out for writing since the last freeze. */
  public boolean changedSinceFreeze() {
    return handedOut;
  }

  /**
   * The contents as they are now, immutable. Pages handed out for writing before must not be
   * written any more: whoever keeps them asks again.
   */
  public MemoryImage freeze() {
    if (handedOut) {
      owner = new Object();
      handedOut = false;
      frozen = new MemoryImage(base, size, root);
    }
    return frozen;
  }

  /** Goes on from {@code image}, which is of this place and size; as after a freeze. */
  void restore(MemoryImage image) {
    root = image.root();
    owner = new Object();
    handedOut = false;
    frozen = image;
  }

  private int index(long address) {
    return (int) ((address - base) >>> Page.SHIFT);
  }
}
