package org.hypscope.abi.sample;

import java.util.Optional;
import org.hypscope.abi.MatrixImages;

/** Every image that comes with the program, by the name that commands and sessions give it. */
public final class SampleImages {
  private SampleImages() {}

  /** The ELF file called {@code name}; empty where there is none of that name. */
  public static Optional<byte[]> elf(String name) {
    Optional<byte[]> matrix = MatrixImages.elf(name);
    return matrix.isPresent() ? matrix : Samples.byName(name).map(Sample::elf);
  }
}
