package org.hypscope.machine.load;

import java.util.OptionalLong;
import org.hypscope.machine.board.Board;

/**
 * How a file is to be loaded.
 *
 * @param board whose memory it must fit
 * @param load where a raw binary goes; empty for an ELF, which says so itself
 * @param entry where execution starts, in place of what the file says
 */
public record LoadOptions(Board board, OptionalLong load, OptionalLong entry) {
  /** As the file says, for {@code board}. */
  public static LoadOptions on(Board board) {
    return new LoadOptions(board, OptionalLong.empty(), OptionalLong.empty());
  }

  /** With a load address for a raw binary. */
  public LoadOptions loadAt(long address) {
    return new LoadOptions(board, OptionalLong.of(address), entry);
  }

  /** With another entry point. */
  public LoadOptions enterAt(long address) {
    return new LoadOptions(board, load, OptionalLong.of(address));
  }
}
