package org.hypscope.debug;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.BootFiles;
import org.hypscope.machine.load.ImageException;
import org.hypscope.machine.load.ImageLoader;
import org.hypscope.machine.load.LoadOptions;
import org.hypscope.machine.load.LoadedImage;

/**
 * What a session is opened on: an image, and the board that it runs on.
 *
 * @param image checked against the board
 * @param board where it runs
 */
public record Target(LoadedImage image, Board board) {
  /**
   * How a file is to be taken, where it does not say so itself.
   *
   * @param board the board's name
   * @param cores how many cores the board has, if not one
   * @param ram the size of its RAM in bytes, if not the board's own
   * @param load where a raw binary goes
   * @param entry where execution starts, in place of what the file says
   * @param boot what is loaded beside it
   */
  public record Options(
      String board,
      OptionalInt cores,
      OptionalLong ram,
      OptionalLong load,
      OptionalLong entry,
      BootFiles boot) {
    /** As file and board say. */
    public static Options on(String board) {
      OptionalLong own = OptionalLong.empty();
      return new Options(board, OptionalInt.empty(), own, own, own, BootFiles.none());
    }

    /** As these, with {@code count} cores. */
    public Options withCores(int count) {
      return new Options(board, OptionalInt.of(count), ram, load, entry, boot);
    }

    /** As these, with {@code cores} cores and {@code ram} bytes of RAM, if given. */
    public Options with(OptionalInt cores, OptionalLong ram) {
      return new Options(board, cores, ram, load, entry, boot);
    }

    /** As these, for a Linux kernel that boots with what is given; see {@link BootFiles}. */
    public Options booting(
        Optional<Path> deviceTree,
        Optional<Path> initrd,
        Optional<String> commandLine,
        Optional<Path> symbols) {
      BootFiles files = new BootFiles(true, deviceTree, initrd, commandLine, symbols);
      return new Options(board, cores, ram, load, entry, files);
    }

    /** As these, with execution starting at {@code start}, if given. */
    public Options entered(OptionalLong start) {
      return new Options(board, cores, ram, load, start, boot);
    }

    /** On the standard board. */
    public static Options standard() {
      return on(Boards.names().get(0));
    }
  }

  /** The names of all boards; the first is the standard one. */
  public static List<String> boards() {
    return Boards.names();
  }

  /**
   * Reads a file.
   *
   * @throws UnusableTargetException where it, or an option, cannot be used
   */
  public static Target load(Path file, Options options) throws UnusableTargetException {
    try {
      Board board = board(options);
      return new Target(ImageLoader.load(file, loadOptions(board, options)), board);
    } catch (ImageException | IllegalArgumentException e) {
      throw new UnusableTargetException(e.getMessage());
    }
  }

  /**
   * Takes the contents of a file called {@code name}.
   *
   * @throws UnusableTargetException where they, or an option, cannot be used
   */
  public static Target of(String name, byte[] contents, Options options)
      throws UnusableTargetException {
    try {
      Board board = board(options);
      return new Target(ImageLoader.load(name, contents, loadOptions(board, options)), board);
    } catch (ImageException | IllegalArgumentException e) {
      throw new UnusableTargetException(e.getMessage());
    }
  }

  private static Board board(Options options) {
    Board named = Boards.byName(options.board());
    Board board = options.cores().isPresent() ? named.withCores(options.cores().getAsInt()) : named;
    return options.ram().isPresent() ? board.withRam(options.ram().getAsLong()) : board;
  }

  private static LoadOptions loadOptions(Board board, Options options) {
    return new LoadOptions(board, options.load(), options.entry(), options.boot());
  }
}
