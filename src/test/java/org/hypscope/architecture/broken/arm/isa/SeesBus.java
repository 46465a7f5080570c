package org.hypscope.architecture.broken.arm.isa;

/** A row that goes past the core, and out of the room. */
public final class SeesBus {
  org.hypscope.architecture.broken.arm.bus.SeesCore bus;
  org.hypscope.architecture.broken.machine.SeesTime machine;
}
