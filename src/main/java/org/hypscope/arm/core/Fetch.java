package org.hypscope.arm.core;

import java.util.List;
import org.hypscope.arm.bus.Page;
import org.hypscope.arm.decode.ThumbTable;

/**
 * Where instructions come from: decoded once per physical page, with the page that is executed now
 * at hand.
 */
final class Fetch {
  /** After how many arrivals by a branch a block is made. */
  private static final int HOT = 2_000;

  private static final int IN_PAGE = Page.SIZE - 1;

  /** Tells the tag of a page that is executed as T32 from one of A32. */
  private static final int THUMB_TAG = 1 << 32 - Page.SHIFT;

  private static final int NONE = -1;

  private final Decoder decoder;
  private final Mem mem;
  private Page page;
  private int tag = NONE;

  Fetch(Decoder decoder, Mem mem) {
    this.decoder = decoder;
    this.mem = mem;
  }

  /** Forgets which page is executed: call where an address may stand for another page. */
  void flush() {
    tag = NONE;
  }

  /** The A32 instruction at {@code address}; throws the Prefetch Abort of the address. */
  Decoded a32(int address) {
    if (address >>> Page.SHIFT != tag || (address & 3) != 0) {
      open(address);
    }
    Decoded insn = (Decoded) page.decoded[(address & IN_PAGE) >>> 2];
    return insn != null ? insn : decode(address);
  }

  private void open(int address) {
    Page opened = mem.fetchPage(address);
    if (opened.decoded == null) {
      opened.decoded = new Object[Page.SIZE / 4];
    }
    page = opened;
    tag = address >>> Page.SHIFT;
  }

  private Decoded decode(int address) {
    Decoded insn = decoder.a32(Mem.word(page, address));
    page.decoded[(address & IN_PAGE) >>> 2] = insn;
    return insn;
  }

  /** The T32 instruction at {@code address}; throws the Prefetch Abort of the address. */
  Decoded t32(int address) {
    if ((address >>> Page.SHIFT | THUMB_TAG) != tag) {
      openThumb(address);
    }
    Decoded insn = (Decoded) page.decodedThumb[(address & IN_PAGE) >>> 1];
    return insn != null ? insn : decodeThumb(address);
  }

  private void openThumb(int address) {
    Page opened = mem.fetchPage(address);
    if (opened.decodedThumb == null) {
      opened.decodedThumb = new Object[Page.SIZE / 2];
    }
    page = opened;
    tag = address >>> Page.SHIFT | THUMB_TAG;
  }

  /** An instruction that goes on in the next page is not kept: that page may change alone. */
  private Decoded decodeThumb(int address) {
    int hw1 = Mem.half(page, address);
    int next = address + 2;
    if (ThumbTable.isWide(hw1) && (next & IN_PAGE) == 0) {
      return decoder.t32(hw1, Mem.half(mem.fetchPage(next), next));
    }
    Decoded insn = decoder.t32(hw1, Mem.half(page, next));
    page.decodedThumb[(address & IN_PAGE) >>> 1] = insn;
    return insn;
  }

  /**
   * The block at {@code address}, or null where there is none, or where its page is not at hand: to
   * see that takes no exception.
   */
  Block blockAtHand(int address, boolean thumb) {
    int wanted = address >>> Page.SHIFT | (thumb ? THUMB_TAG : 0);
    if ((address & (thumb ? 1 : 3)) != 0 || wanted != tag && !turnTo(address, thumb)) {
      return null;
    }
    Object[] entries = thumb ? page.decodedThumb : page.decoded;
    Decoded insn = (Decoded) entries[(address & IN_PAGE) >>> (thumb ? 1 : 2)];
    return insn == null ? null : insn.block;
  }

  private boolean turnTo(int address, boolean thumb) {
    Page atHand = mem.fetchPageAtHand(address);
    if (atHand == null || (thumb ? atHand.decodedThumb : atHand.decoded) == null) {
      return false;
    }
    page = atHand;
    tag = address >>> Page.SHIFT | (thumb ? THUMB_TAG : 0);
    return true;
  }

  /** Turns away from {@code other}, whose place a copy took. Returns whether it was executed. */
  boolean replaced(Page other) {
    boolean executed = other == page && tag != NONE;
    if (executed) {
      tag = NONE;
    }
    return executed;
  }

  /**
   * Forgets what was made of {@code size} bytes at {@code offset} of a page, blocks included.
   * Returns whether there was anything.
   */
  static boolean forget(Page page, int offset, int size) {
    int last = offset + size - 1;
    boolean a32 = page.decoded != null && forget(page.decoded, offset >>> 2, last >>> 2);
    return page.decodedThumb != null
            && forget(page.decodedThumb, Math.max(0, (offset >>> 1) - 1), last >>> 1)
        || a32;
  }

  private static boolean forget(Object[] entries, int first, int last) {
    boolean any = false;
    for (int i = first; i <= last; i++) {
      any |= entries[i] != null;
      entries[i] = null;
    }
    for (int i = Math.max(0, first - 2 * Block.LONGEST); any && i < first; i++) {
      if (entries[i] != null && ((Decoded) entries[i]).block != null) {
        entries[i] = null;
      }
    }
    return any;
  }

  /** Counts an arrival at {@code insn} by a branch; where there were enough, a block begins. */
  void warm(Decoded insn, int address) {
    if (insn.block == null && ++insn.arrivals == HOT) {
      boolean thumb = (tag & THUMB_TAG) != 0;
      Object[] entries = thumb ? page.decodedThumb : page.decoded;
      int index = (address & IN_PAGE) >>> (thumb ? 1 : 2);
      List<BlockFinder.Step> steps = BlockFinder.find(entries, index, thumb ? 2 : 4);
      if (!steps.isEmpty()) {
        insn.block = BlockCompiler.compile(steps);
      }
    }
  }
}
