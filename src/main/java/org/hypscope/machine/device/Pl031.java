package org.hypscope.machine.device;

import java.util.function.LongSupplier;

/** The PrimeCell Real Time Clock PL031 (ARM DDI 0224): seconds of virtual time since an epoch. */
public final class Pl031 extends Device.OfWords {
  private static final int DR = 0x00;
  private static final int MR = 0x04;
  private static final int LR = 0x08;
  private static final int CR = 0x0c;
  private static final int IMSC = 0x10;
  private static final int RIS = 0x14;
  private static final int MIS = 0x18;
  private static final int ICR = 0x1c;
  private static final long SECOND = 1_000_000_000;
  private static final long WRAP = 1L << 32;
  private static final int[] IDS = {0x31, 0x10, 0x14, 0x00, 0x0d, 0xf0, 0x05, 0xb1};

  private final LongSupplier time;
  private final Line interrupt;
  private final Runnable planned;
  private int offset;
  private int match;
  private int loaded;
  private boolean enabled;
  private boolean raw;
  private long alarm = NEVER;

  /**
   * A clock that starts with the run.
   *
   * @param epoch what it reads at reset, in seconds since 1970
   * @param time virtual time in nanoseconds
   * @param planned is told that {@link #nextEvent} is another now
   */
  public Pl031(int epoch, LongSupplier time, Line interrupt, Runnable planned) {
    this.offset = epoch;
    this.time = time;
    this.interrupt = interrupt;
    this.planned = planned;
  }

  @Override
  protected int read(int at) {
    return switch (at) {
      case DR -> now();
      case MR -> match;
      case LR -> loaded;
      case CR -> 1;
      case IMSC -> enabled ? 1 : 0;
      case RIS -> raw ? 1 : 0;
      case MIS -> raw && enabled ? 1 : 0;
      default -> primeCell(IDS, at);
    };
  }

  @Override
  protected void write(int at, int value) {
    switch (at) {
      case MR -> {
        match = value;
        setAlarm();
      }
      case LR -> {
        offset += value - now();
        loaded = value;
        setAlarm();
      }
      case IMSC -> enabled = (value & 1) != 0;
      case ICR -> raw &= (value & 1) == 0;
      default -> {}
    }
    interrupt.drive(raw && enabled);
  }

  private int now() {
    return offset + (int) (time.getAsLong() / SECOND);
  }

  /** The alarm goes when the clock next comes to the match, at once if it is there. */
  private void setAlarm() {
    long ahead = match - now() & WRAP - 1;
    raw |= ahead == 0;
    alarm = ahead == 0 ? NEVER : (time.getAsLong() / SECOND + ahead) * SECOND;
    planned.run();
  }

  @Override
  public long nextEvent() {
    return alarm;
  }

  @Override
  public void reach(long to) {
    if (to >= alarm) {
      alarm = NEVER;
      raw = true;
      interrupt.drive(enabled);
    }
  }

  @Override
  public void exchange(State state) {
    offset = state.value(offset);
    match = state.value(match);
    loaded = state.value(loaded);
    enabled = state.value(enabled);
    raw = state.value(raw);
    alarm = state.value(alarm);
  }
}
