package org.hypscope.arm.mmu;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.hypscope.arm.bus.Bus;
import org.hypscope.arm.bus.BusFault;
import org.hypscope.arm.bus.Page;

/**
 * Reads descriptors from physical memory, where stage 1 walks lie under a second stage through it,
 * and tells a recorder of each.
 */
final class Tables {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final Bus bus;
  private final SecondStage secondStage;
  private final Translation under = new Translation();

  /** Hears of every descriptor, or null. */
  WalkRecorder recorder;

  Tables(Bus bus, SecondStage secondStage) {
    this.bus = bus;
    this.secondStage = secondStage;
  }

  /**
   * Where a table of stage 1 lies (B3.12.7, "stage 2 fault on a stage 1 translation table walk").
   *
   * @return the physical address; meaningless where {@code t} has a fault then
   */
  long tableAddress(Translation t, long address) {
    if (!secondStage.on()) {
      return address;
    }
    under.start(address);
    secondStage.walk(under, address, this);
    secondStage.checkTable(under);
    if (under.fault != null) {
      t.fail(under.fault, under.level);
      t.stage = 2;
      t.s1ptw = true;
      t.ipa = address;
    }
    return under.pa;
  }

  /** A short descriptor of stage 1. Where it cannot be read {@code t} has a fault then. */
  int word(Translation t, int level, long address, boolean nonSecurePl1, boolean bigEndian) {
    long pa = nonSecurePl1 ? tableAddress(t, address) : address;
    int value = 0;
    if (t.fault == null) {
      try {
        int stored = read(pa);
        value = bigEndian ? Integer.reverseBytes(stored) : stored;
      } catch (BusFault e) {
        t.fail(Fault.EXTERNAL_ON_WALK, level);
      }
    }
    if (recorder != null) {
      long ipa = nonSecurePl1 && secondStage.on() ? address : -1;
      recorder.shortDescriptor(t, !nonSecurePl1, level, pa, ipa, value);
    }
    return value;
  }

  /** A long descriptor of either stage. Where it cannot be read {@code t} has a fault then. */
  long doubleword(Translation t, LongWalk.Kind kind, int level, long address, boolean bigEndian) {
    long pa = kind == LongWalk.Kind.PL1_NS ? tableAddress(t, address) : address;
    long value = 0;
    if (t.fault == null) {
      try {
        long stored = read(pa) & 0xffff_ffffL | (long) read(pa + 4) << 32;
        value = bigEndian ? Long.reverseBytes(stored) : stored;
      } catch (BusFault e) {
        t.fail(Fault.EXTERNAL_ON_WALK, level);
      }
    }
    if (recorder != null) {
      long ipa = kind == LongWalk.Kind.PL1_NS && secondStage.on() ? address : -1;
      recorder.longDescriptor(t, kind, level, pa, ipa, value);
    }
    return value;
  }

  private int read(long pa) throws BusFault {
    Page page = bus.readable(pa);
    return page == null
        ? bus.read(pa, 4)
        : (int) WORDS.get(page.bytes, (int) pa & Page.SIZE - 1 & ~3);
  }
}
