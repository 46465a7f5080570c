package org.hypscope.architecture.broken.debug;

/** A session that judges hypercalls. */
public final class SeesAbi {
  org.hypscope.architecture.broken.abi.SeesCli abi;
}
