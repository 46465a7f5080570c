package org.hypscope.machine.load;

import java.util.function.Supplier;

/** What is worked out when it is first asked for, and kept; two threads may both work it out. */
final class Lazily<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private volatile T made;

  Lazily(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    T result = made;
    if (result == null) {
      result = maker.get();
      made = result;
    }
    return result;
  }
}
