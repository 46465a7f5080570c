package org.hypscope.oracle.translation;

/** Tables of a stage 1, in either format: what a world asks of them. */
interface StageOne {
  /** Makes some leaf that gives {@code target}; null where there is no room. */
  Spot leafFor(long target);

  /** Makes a page for {@code target} that everybody may execute; its address, or -1. */
  long safeFor(long target);
}
