package org.hypscope.machine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hypscope.arm.bus.Page;
import org.hypscope.machine.board.Range;
import org.hypscope.machine.load.Segment;

/**
 * Flash banks: what an image put there, zeros elsewhere. Nothing changes it, so that forks share
 * it: immutable, for any thread.
 */
public final class Flash {
  private final List<Range> banks;
  private final Map<Long, Page> pages = new HashMap<>();
  private final Page blank = blankPage();

  /** The {@code banks} with those of {@code segments} that lie in them. */
  Flash(List<Range> banks, List<Segment> segments) {
    this.banks = banks;
    for (Segment segment : segments) {
      if (contains(segment.address())) {
        put(segment);
      }
    }
  }

  /** Whether physical {@code address} lies in a bank. */
  public boolean contains(long address) {
    for (Range bank : banks) {
      if (bank.contains(address)) {
        return true;
      }
    }
    return false;
  }

  /** The page that holds {@code address}, to be read only; null outside the banks. */
  Page page(long address) {
    Page page = pages.get(address >>> Page.SHIFT);
    return page != null ? page : contains(address) ? blank : null;
  }

  /** The little-endian word at {@code address} (bits 1:0 ignored), which lies in a bank. */
  public int word(long address) {
    return page(address).word((int) address & (Page.SIZE - 4));
  }

  /** The byte at {@code address}, which lies in a bank, zero-extended. */
  public int byteAt(long address) {
    return word(address) >>> 8 * (int) (address & 3) & 0xff;
  }

  private void put(Segment segment) {
    byte[] bytes = segment.bytes();
    for (int done = 0; done < bytes.length; ) {
      long address = segment.address() + done;
      int inPage = (int) address & (Page.SIZE - 1);
      int length = Math.min(Page.SIZE - inPage, bytes.length - done);
      Page page = pages.computeIfAbsent(address >>> Page.SHIFT, key -> blankPage());
      System.arraycopy(bytes, done, page.bytes, inPage, length);
      done += length;
    }
  }

  private static Page blankPage() {
    return new Page(new byte[Page.SIZE], null);
  }
}
