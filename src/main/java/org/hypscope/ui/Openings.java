package org.hypscope.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.hypscope.abi.MatrixImages;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.Target;
import org.hypscope.debug.UnusableTargetException;
import org.hypscope.debug.store.SavedImage;
import org.hypscope.time.Mark;
import org.hypscope.ui.gallery.ScenarioSource.Opening;
import org.hypscope.ui.kernel.KernelEntries;

/** What a window opens, read in the background: each with what a session file says of it. */
final class Openings {
  /** The sentences of the loader name options of commands. */
  private static final String FORM =
      " In the window, Open kernel... (Ctrl+K) boots a kernel, on a board of your choice.";

  private static final MarkExpression START = MarkExpression.at(Mark.START);

  private Openings() {}

  /** The image in {@code file}, before its first instruction. */
  static Opening of(Path file) throws UnusableTargetException {
    Target.Options options = Target.Options.standard();
    try {
      return new Opening(Target.load(file, options), START, SavedImage.ofFile(file, options));
    } catch (UnusableTargetException e) {
      throw Files.isRegularFile(file) ? new UnusableTargetException(e.getMessage() + FORM) : e;
    }
  }

  /** A kernel with what it boots with. */
  static Opening of(KernelEntries entries) throws UnusableTargetException {
    return new Opening(entries.load(), START, entries.saved());
  }

  /** A cell of the ABI matrix, or a step of a path. */
  static Opening of(WorkbenchState.CellPlace place) throws UnusableTargetException {
    OptionalLong entry = OptionalLong.of(place.entry() & 0xffff_ffffL);
    Target target = MatrixImages.target(place.image(), entry);
    byte[] elf = MatrixImages.elf(place.image()).orElseThrow();
    SavedImage saved =
        SavedImage.ofSample(place.image(), elf, Target.Options.standard().entered(entry));
    return new Opening(target, place.at(), saved);
  }
}
