package org.hypscope.abi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hypscope.debug.Target;
import org.hypscope.debug.UnusableTargetException;

/**
 * The images that come with the program beside the samples: every handler and caller in one kernel,
 * for the matrix, and every stub and KVM, for the paths.
 */
public final class MatrixImages {
  /** Their names, as commands take them: an A32 and a Thumb-2 build. */
  public static final List<String> NAMES = List.of("matrix-arm", "matrix-thumb");

  /** The images of paths: an A32 and a Thumb-2 build. */
  public static final List<String> PATHS = List.of("paths-arm", "paths-thumb");

  private MatrixImages() {}

  /** Whether there is an image called {@code name}. */
  public static boolean has(String name) {
    return NAMES.contains(name) || PATHS.contains(name);
  }

  /**
   * The image {@code name} on the standard board.
   *
   * @param entry where it is entered, if not where it says
   * @throws UnusableTargetException where there is none of that name
   */
  public static Target target(String name, OptionalLong entry) throws UnusableTargetException {
    byte[] elf =
        elf(name)
            .orElseThrow(() -> new UnusableTargetException("There is no image '" + name + "'."));
    return Target.of(name, elf, Target.Options.standard().entered(entry));
  }

  /** The ELF file called {@code name}; empty where there is none of that name. */
  public static Optional<byte[]> elf(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    String path = "/samples/" + name + "/" + name + ".elf";
    try (InputStream in = MatrixImages.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + path);
      }
      return Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }
}
