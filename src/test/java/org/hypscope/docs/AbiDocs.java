package org.hypscope.docs;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.abi.AbiEngine;
import org.hypscope.abi.Matrix;
import org.hypscope.abi.MatrixImages;
import org.hypscope.abi.MatrixRun;
import org.hypscope.abi.doc.Markup;
import org.hypscope.abi.doc.MatrixPage;
import org.hypscope.debug.Target;
import org.hypscope.debug.UnusableTargetException;

/** The pages about hypercall ABIs, made by executing them. */
public final class AbiDocs {
  private AbiDocs() {}

  /** Every caller before every handler. */
  public static String matrix() {
    List<Target> images = new ArrayList<>();
    try {
      for (String name : MatrixImages.NAMES) {
        byte[] elf = MatrixImages.elf(name).orElseThrow();
        images.add(Target.of(name, elf, Target.Options.standard()));
      }
    } catch (UnusableTargetException e) {
      throw new IllegalStateException(e);
    }
    Matrix matrix = MatrixRun.run(images, AbiEngine.withBuiltIns(), id -> true);
    return Markup.markdown.write(MatrixPage.of(matrix));
  }
}
