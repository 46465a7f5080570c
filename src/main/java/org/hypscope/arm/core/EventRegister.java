package org.hypscope.arm.core;

/**
 * The event register of one core (ARM ARM B1.8.13).
 *
 * <p>A core may leave WFE at any time and for no reason. So that code which merely passes a WFE
 * goes on, and code which waits is seen to wait, the first WFE at an address goes on; the same one
 * met again with no event and no other WFE in between waits.
 */
public final class EventRegister {
  private boolean set;
  private boolean waited;
  private int waitedAt;

  /** SEV, or an event from elsewhere. */
  public void signal() {
    set = true;
    waited = false;
  }

  /** Whether an event is registered: a WFE would not wait. */
  public boolean isSet() {
    return set;
  }

  /** Clears the register; whether an event was registered. */
  boolean take() {
    boolean was = set;
    set = false;
    return was;
  }

  /** WFE at {@code address}: clears the register; true where nothing will end the wait. */
  public boolean waitForEvent(int address) {
    if (set) {
      set = false;
      return false;
    }
    boolean again = waited && waitedAt == address;
    waited = true;
    waitedAt = address;
    return again;
  }

  /** Whether an event is registered, and which WFE was met last since the one before. */
  @Override
  public String toString() {
    return (set ? "set" : "clear") + (waited ? String.format(", WFE at 0x%08x", waitedAt) : "");
  }

  void copyFrom(EventRegister other) {
    set = other.set;
    waited = other.waited;
    waitedAt = other.waitedAt;
  }
}
