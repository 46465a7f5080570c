package org.hypscope.architecture.broken.arm.mmu;

/** A walk that asks the core where it is. */
public final class SeesCore {
  org.hypscope.architecture.broken.arm.core.SeesIsa core;
}
