package org.hypscope.machine.device;

/** The PrimeCell GPIO PL061 (ARM DDI 0190) with nothing on its pins, which read as zero. */
public final class Pl061 extends Device.OfWords {
  private static final int DIR = 0x400;
  private static final int RIS = 0x414;
  private static final int MIS = 0x418;
  private static final int IC = 0x41c;
  private static final int AFSEL = 0x420;
  private static final int[] IDS = {0x61, 0x10, 0x04, 0x00, 0x0d, 0xf0, 0x05, 0xb1};

  private final int[] registers = new int[(AFSEL - DIR >> 2) + 1];
  private int driven;

  @Override
  protected int read(int at) {
    if (at < DIR) {
      return driven & registers[0] & at >>> 2;
    }
    return at <= AFSEL ? registers[at - DIR >> 2] : primeCell(IDS, at);
  }

  @Override
  protected void write(int at, int value) {
    if (at < DIR) {
      int mask = at >>> 2 & registers[0];
      driven = driven & ~mask | value & mask;
    } else if (at <= AFSEL && at != RIS && at != MIS && at != IC) {
      registers[at - DIR >> 2] = value & 0xff;
    }
  }

  @Override
  public void exchange(State state) {
    state.values(registers);
    driven = state.value(driven);
  }
}
