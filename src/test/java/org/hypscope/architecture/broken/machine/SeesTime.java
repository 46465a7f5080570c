package org.hypscope.architecture.broken.machine;

/** A machine that knows its history. */
public final class SeesTime {
  org.hypscope.architecture.broken.time.SeesDebug time;
}
