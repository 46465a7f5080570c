package org.hypscope.ui.gallery;

import java.util.List;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.Target;
import org.hypscope.debug.UnusableTargetException;
import org.hypscope.debug.store.SavedImage;

/** Where the gallery's scenarios come from. */
public interface ScenarioSource {
  /** Every scenario. */
  List<Scenario> all();

  /**
   * What the scenario called {@code name} opens.
   *
   * @throws UnusableTargetException where its image cannot be used
   */
  Opening open(String name) throws UnusableTargetException;

  /**
   * An image and the instant to stand at.
   *
   * @param target the image on its board
   * @param start where the session lands
   * @param saved how a session file names it
   */
  record Opening(Target target, MarkExpression start, SavedImage saved) {}
}
