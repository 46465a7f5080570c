package org.hypscope.ui.theme;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.hypscope.arm.arch.Mode;

/** One accent a mode, wherever the mode appears: a pseudo-class that the style sheet colours. */
public final class ModeStyle {
  private static final Map<Mode, PseudoClass> CLASSES =
      Stream.of(Mode.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  Function.identity(), m -> PseudoClass.getPseudoClass(id(m))));

  private ModeStyle() {}

  /** The mode's name in style sheets: {@code hyp} of {@code -hs-mode-hyp} and {@code :hyp}. */
  public static String id(Mode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }

  /** Gives {@code node} the accent of {@code mode}, and takes any other away; null is no mode. */
  public static void set(Node node, Mode mode) {
    CLASSES.forEach((m, pseudoClass) -> node.pseudoClassStateChanged(pseudoClass, m == mode));
  }
}
