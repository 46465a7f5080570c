package org.hypscope.machine.load;

import java.util.OptionalLong;
import org.hypscope.machine.board.Board;

/**
 * How a file is to be loaded.
 *
 * @param board whose memory it must fit
 * @param load where a raw binary goes; empty for an ELF, which says so itself
 * @param entry where execution starts, in place of what the file says
 * @param boot what a boot loader adds
 */
public record LoadOptions(Board board, OptionalLong load, OptionalLong entry, BootFiles boot) {
  /** As the file says, for {@code board}. */
  public static LoadOptions on(Board board) {
    return new LoadOptions(board, OptionalLong.empty(), OptionalLong.empty(), BootFiles.none());
  }

  /** With a load address for a raw binary. */
  public LoadOptions loadAt(long address) {
    return new LoadOptions(board, OptionalLong.of(address), entry, boot);
  }

  /** With another entry point. */
  public LoadOptions enterAt(long address) {
    return new LoadOptions(board, load, OptionalLong.of(address), boot);
  }

  /** With what a boot loader adds. */
  public LoadOptions with(BootFiles files) {
    return new LoadOptions(board, load, entry, files);
  }
}
