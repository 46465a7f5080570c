package org.hypscope.architecture.broken.arm.bus;

/** A bus that knows the core. */
public final class SeesCore {
  org.hypscope.architecture.broken.arm.core.SeesIsa core;
}
