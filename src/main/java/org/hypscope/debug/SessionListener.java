package org.hypscope.debug;

/**
 * Told what a session does, on its owner thread: must return at once and must not wait for the
 * session.
 */
public interface SessionListener {
  /** The session stands at a new instant. */
  default void snapshot(Snapshot snapshot) {}

  /** A command is still under way; called some tens of times a second. */
  default void running(Progress progress) {}
}
