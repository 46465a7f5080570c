package org.hypscope.architecture.broken.arm.sysreg;

/** A row with an effect in it. */
public final class SeesCore {
  org.hypscope.architecture.broken.arm.core.SeesIsa core;
}
