package org.hypscope.machine.device;

/** Addresses that a bus bridge passes on to nobody: they read as all ones. */
public final class EmptyWindow extends Device.OfWords {
  private final int length;

  /** {@code length} bytes of them. */
  public EmptyWindow(int length) {
    this.length = length;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  protected int read(int at) {
    return -1;
  }

  @Override
  protected void write(int at, int value) {
    // nobody is there
  }

  @Override
  public void exchange(State state) {
    // has no state
  }
}
