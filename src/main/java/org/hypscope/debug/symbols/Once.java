package org.hypscope.debug.symbols;

import java.util.function.Supplier;

/** What is worked out once, when it is first asked for, whichever thread asks. */
final class Once<T> implements Supplier<T> {
  private Supplier<T> maker;
  private T made;

  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    if (maker != null) {
      made = maker.get();
      maker = null;
    }
    return made;
  }
}
