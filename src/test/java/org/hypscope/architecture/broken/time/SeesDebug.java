package org.hypscope.architecture.broken.time;

/** Instants that know a session. */
public final class SeesDebug {
  org.hypscope.architecture.broken.debug.SeesAbi session;
}
