package org.hypscope.machine.device;

/** A memory-mapped device. Offsets are from its base, naturally aligned for the size. */
public interface Device extends Stateful {
  /** What {@link #nextEvent} returns where nothing will happen by itself. */
  long NEVER = Long.MAX_VALUE;

  /** Reads {@code size} (1, 2 or 4) bytes at {@code offset}, zero-extended. */
  int read(int offset, int size);

  /** Writes the low {@code size} (1, 2 or 4) bytes of {@code value} at {@code offset}. */
  void write(int offset, int size, int value);

  /** The number of bytes that it answers for. */
  int length();

  /** When it next does something by itself, in nanoseconds of virtual time. */
  default long nextEvent() {
    return NEVER;
  }

  /** Virtual time has come to {@code time}. */
  default void reach(long time) {}

  /** A device of 32-bit registers, of which narrower accesses read and write bytes. */
  abstract class OfWords implements Device {
    /** The register at {@code offset}, a multiple of four. */
    protected abstract int read(int offset);

    /** Writes the register at {@code offset}, a multiple of four. */
    protected abstract void write(int offset, int value);

    @Override
    public int length() {
      return 0x1000;
    }

    @Override
    public final int read(int offset, int size) {
      return read(offset & ~3) >>> (offset & 3) * 8 & -1 >>> 32 - size * 8;
    }

    @Override
    public final void write(int offset, int size, int value) {
      write(offset & ~3, value << (offset & 3) * 8);
    }

    /** The identification of a PrimeCell: {@code ids} at 0xfe0 to 0xffc, one a word. */
    protected static int primeCell(int[] ids, int offset) {
      return offset >= 0xfe0 ? ids[offset - 0xfe0 >>> 2] : 0;
    }
  }
}
