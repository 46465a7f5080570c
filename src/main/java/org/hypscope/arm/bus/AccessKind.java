package org.hypscope.arm.bus;

/** Why memory is touched; faults are reported differently for each. */
public enum AccessKind {
  FETCH,
  READ,
  WRITE
}
