package org.hypscope.arm.core;

/** Whether a core has stopped executing in WFI or WFE, and what ends that (ARM ARM B1.8.13). */
public final class Sleep {
  private final Core core;
  private Kind kind = Kind.NONE;

  /** What a core waits for. */
  enum Kind {
    NONE,
    UNTIL_INTERRUPT,
    UNTIL_EVENT
  }

  Sleep(Core core) {
    this.core = core;
  }

  /** WFI: until an interrupt is pending, masked or not. The run ends. */
  public void untilInterrupt() {
    begin(Kind.UNTIL_INTERRUPT);
  }

  /** WFE: until an event is registered, or an interrupt is to be taken. The run ends. */
  public void untilEvent() {
    begin(Kind.UNTIL_EVENT);
  }

  private void begin(Kind what) {
    kind = what;
    core.requestStop(StopCause.WAITING);
  }

  /** Whether the core has stopped. */
  public boolean lasts() {
    return kind != Kind.NONE;
  }

  /** Whether the core has stopped in WFE. */
  public boolean lastsUntilEvent() {
    return kind == Kind.UNTIL_EVENT;
  }

  /** Ends it where there is reason to; whether the core can go on. */
  public boolean ends() {
    boolean over =
        switch (kind) {
          case NONE -> true;
          case UNTIL_INTERRUPT -> core.interrupts().pending();
          case UNTIL_EVENT -> core.interrupts().due() || core.eventRegister().take();
        };
    if (over) {
      kind = Kind.NONE;
    }
    return over;
  }

  /** Ends it without reason, as the manual allows: a debugger sends the core elsewhere. */
  public void end() {
    kind = Kind.NONE;
  }

  /** What it waits for now. */
  Kind kind() {
    return kind;
  }

  /** Waits for {@code what} since before. */
  void restore(Kind what) {
    kind = what;
  }
}
