package org.hypscope.architecture.broken.machine.device;

/** A device that reaches into the core. */
public final class SeesCore {
  org.hypscope.architecture.broken.arm.core.SeesIsa core;
}
