package org.hypscope.architecture.broken.arm.arch;

/** Looks up from the bottom. */
public final class SeesCore {
  org.hypscope.architecture.broken.arm.core.SeesIsa core;
}
