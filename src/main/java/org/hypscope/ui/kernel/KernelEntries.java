package org.hypscope.ui.kernel;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.hypscope.debug.Sizes;
import org.hypscope.debug.Target;
import org.hypscope.debug.UnusableTargetException;
import org.hypscope.debug.store.SavedImage;

/**
 * What was entered to boot a kernel, as it was typed.
 *
 * @param texts by entry; one that is missing or blank is left to the board and the image
 */
public record KernelEntries(Map<Entry, String> texts) {
  /** One entry of the form. */
  public enum Entry {
    IMAGE("Kernel", "zImage, Image or vmlinux", true),
    INITRD("Initial RAM disk", "none", true),
    DEVICE_TREE("Device tree", "the board's own", true),
    COMMAND_LINE("Command line", "such as console=ttyAMA0", false),
    SYMBOLS("Symbols", "vmlinux or System.map; the image's own", true),
    RAM("RAM", "such as 512M; the board's own", false),
    BOARD("Board", "", false),
    CPUS("Cores", "", false);

    private final String title;
    private final String prompt;
    private final boolean file;

    Entry(String title, String prompt, boolean file) {
      this.title = title;
      this.prompt = prompt;
      this.file = file;
    }

    /** What is asked for. */
    public String title() {
      return title;
    }

    /** What may be typed, or what is used where nothing is. */
    public String prompt() {
      return prompt;
    }

    /** Whether it names a file. */
    public boolean isFile() {
      return file;
    }
  }

  /** Copies {@code texts}. */
  public KernelEntries {
    texts = Map.copyOf(texts);
  }

  /** The text of {@code entry}, which may be empty. */
  public String text(Entry entry) {
    return texts.getOrDefault(entry, "").trim();
  }

  /**
   * Reads what was entered.
   *
   * @throws UnusableTargetException with one sentence where an entry cannot be used
   */
  public Target load() throws UnusableTargetException {
    return Target.load(image(), options());
  }

  /**
   * How a session file names what was entered.
   *
   * @throws UnusableTargetException as {@link #load} does
   */
  public SavedImage saved() throws UnusableTargetException {
    return SavedImage.ofFile(image(), options());
  }

  private Path image() throws UnusableTargetException {
    return file(Entry.IMAGE)
        .orElseThrow(
            () ->
                new UnusableTargetException(
                    "Kernel is empty: name a zImage, an Image or a vmlinux."));
  }

  private Target.Options options() throws UnusableTargetException {
    return Target.Options.on(given(Entry.BOARD).orElse(Target.boards().get(0)))
        .with(cores(), ram())
        .booting(
            file(Entry.DEVICE_TREE),
            file(Entry.INITRD),
            given(Entry.COMMAND_LINE),
            file(Entry.SYMBOLS));
  }

  private Optional<String> given(Entry entry) {
    return Optional.of(text(entry)).filter(text -> !text.isEmpty());
  }

  private Optional<Path> file(Entry entry) throws UnusableTargetException {
    try {
      return given(entry).map(Path::of);
    } catch (InvalidPathException e) {
      throw new UnusableTargetException(entry.title() + " is no path of a file: " + text(entry));
    }
  }

  private OptionalInt cores() throws UnusableTargetException {
    try {
      return given(Entry.CPUS)
          .map(text -> OptionalInt.of(Integer.parseInt(text)))
          .orElse(OptionalInt.empty());
    } catch (NumberFormatException e) {
      throw new UnusableTargetException("Cores: '" + text(Entry.CPUS) + "' is none of 1 to 4.");
    }
  }

  private OptionalLong ram() throws UnusableTargetException {
    try {
      return given(Entry.RAM)
          .map(text -> OptionalLong.of(Sizes.bytes(text)))
          .orElse(OptionalLong.empty());
    } catch (IllegalArgumentException e) {
      throw new UnusableTargetException("RAM: " + e.getMessage());
    }
  }
}
