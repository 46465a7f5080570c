package org.hypscope.architecture.broken.arm.core;

/** A core that finds its decoder by itself, counts in a static, and is locked. */
public final class SeesIsa {
  static int runs;
  org.hypscope.architecture.broken.arm.isa.SeesBus isa;

  synchronized long step() {
    runs++;
    return System.nanoTime();
  }
}
