package org.hypscope.architecture.broken.arm.decode;

/** Decoding that knows what words do. */
public final class SeesCore {
  org.hypscope.architecture.broken.arm.core.SeesIsa core;
}
