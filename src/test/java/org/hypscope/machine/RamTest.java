package org.hypscope.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.hypscope.arm.bus.Page;
import org.junit.jupiter.api.Test;

/** Memory must be shared without anybody seeing another's writes. */
class RamTest {
  private static final long BASE = 0x40000000L;
  private static final int PAGES = 70;
  private static final long SIZE = (long) PAGES * Page.SIZE;

  private record Twin(Ram ram, byte[] model) {}

  private record Kept(MemoryImage image, byte[] model) {}

  @Property(tries = 25)
  void anyMixOfWritesFreezesAndForksKeepsEveryCopyApart(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    List<Twin> twins = new ArrayList<>();
    List<Kept> images = new ArrayList<>();
    twins.add(new Twin(new Ram(BASE, SIZE), new byte[(int) SIZE]));
    for (int i = 0; i < 300; i++) {
      Twin twin = twins.get(random.nextInt(twins.size()));
      int action = random.nextInt(10);
      if (action < 7) {
        int at = random.nextInt((int) SIZE);
        twin.ram.writable(BASE + at).bytes[at & (Page.SIZE - 1)] = (byte) i;
        twin.model[at] = (byte) i;
      } else if (action < 9) {
        images.add(new Kept(twin.ram.freeze(), twin.model.clone()));
      } else if (twins.size() < 5) {
        twins.add(new Twin(new Ram(twin.ram.freeze()), twin.model.clone()));
      }
    }
    twins.forEach(t -> images.add(new Kept(t.ram.freeze(), t.model)));
    images.forEach(k -> assertThat(contents(k.image)).isEqualTo(k.model));
  }

  @Test
  void freezingMemoryThatWasNotWrittenGivesTheSameImage() {
    Ram ram = new Ram(BASE, SIZE);
    ram.writable(BASE).bytes[0] = 1;
    MemoryImage first = ram.freeze();
    assertThat(ram.freeze()).isSameAs(first);
    ram.readable(BASE);
    assertThat(ram.freeze()).isSameAs(first);
  }

  @Test
  void memoryNeverWrittenReadsZero() {
    Ram ram = new Ram(BASE, SIZE);
    assertThat(ram.freeze().word(BASE + SIZE - 4)).isZero();
    assertThat(ram.readable(BASE + 5 * Page.SIZE).bytes).containsOnly(0);
  }

  @Test
  void differencesAreTheBytesThatDiffer() {
    Ram ram = new Ram(BASE, SIZE);
    ram.writable(BASE + 10).bytes[10] = 1;
    MemoryImage before = ram.freeze();
    ram.writable(BASE + 66 * Page.SIZE).bytes[3] = 7;
    ram.writable(BASE + 10).bytes[10] = 1;
    List<Long> differing = new ArrayList<>();
    ram.freeze().differences(before, differing::add);
    assertThat(differing).containsExactly(BASE + 66L * Page.SIZE + 3);
  }

  private static byte[] contents(MemoryImage image) {
    byte[] all = new byte[(int) SIZE];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) image.byteAt(BASE + i);
    }
    return all;
  }
}
