package org.hypscope.machine.device;

import java.util.function.IntConsumer;

/** A frame of the GICv2m: a write of an interrupt's number makes it pending (ARM SBSA, E). */
public final class GicV2m extends Device.OfWords {
  private static final int MSI_TYPER = 0x008;
  private static final int MSI_SETSPI_NS = 0x040;
  private static final int IIDR = 0xfcc;
  private static final int IDENTIFICATION = 0x05100000;

  private final int first;
  private final int count;
  private final IntConsumer pulse;

  /** For the interrupts from {@code first}; {@code pulse} raises the line of one for a moment. */
  public GicV2m(int first, int count, IntConsumer pulse) {
    this.first = first;
    this.count = count;
    this.pulse = pulse;
  }

  @Override
  protected int read(int at) {
    return switch (at) {
      case MSI_TYPER -> first << 16 | count;
      case IIDR -> IDENTIFICATION;
      default -> 0;
    };
  }

  @Override
  protected void write(int at, int value) {
    int id = value & 0x3ff;
    if (at == MSI_SETSPI_NS && id >= first && id < first + count) {
      pulse.accept(id);
    }
  }

  @Override
  public void exchange(State state) {
    // what is pending is the controller's
  }
}
