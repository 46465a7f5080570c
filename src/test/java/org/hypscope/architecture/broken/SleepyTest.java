package org.hypscope.architecture.broken;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Disabled;

/** A test as tests are not to be; it has no test method, so that it never runs. */
@Disabled
final class SleepyTest {
  void waits() throws InterruptedException {
    Thread.sleep(1);
    Assertions.assertTrue(true);
  }
}
