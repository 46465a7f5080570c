package org.hypscope.machine.device.gic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hypscope.arm.bus.InterruptInputs;
import org.hypscope.machine.device.Device;
import org.hypscope.machine.device.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What QEMU's controller does not show, or not as the manual has it: the aliases for group 1, who
 * sent a virtual interrupt, several cores; and lines, which programs cannot drive.
 */
class GicTest {
  private static final int IAR = 0x0c;
  private static final int EOIR = 0x10;
  private static final int AIAR = 0x20;
  private static final int AEOIR = 0x24;
  private static final int AHPPIR = 0x28;
  private static final int NONE = 1023;
  private static final int SPI = 40;

  private final List<Core> cores = List.of(new Core(), new Core(), new Core());
  private final Gic gic = newGic();
  private final Device gicd = gic.distributor();
  private final Device gicc = gic.cpuInterface();
  private int asking;

  private static final class Core implements InterruptInputs {
    private final Set<Input> asserted = EnumSet.noneOf(Input.class);

    @Override
    public void drive(Input input, boolean on) {
      if (on) {
        asserted.add(input);
      } else {
        asserted.remove(input);
      }
    }
  }

  private Gic newGic() {
    return new Gic(64, 4, 25, cores, () -> asking);
  }

  @BeforeEach
  void enableEverything() {
    for (int core = 0; core < cores.size(); core++) {
      asking = core;
      gicc.write(0x00, 4, 1);
      gicc.write(0x04, 4, 0xf0);
      gicd.write(0x100, 4, -1);
    }
    asking = 0;
    gicd.write(0x000, 4, 3);
    gicd.write(0x104, 4, -1);
    gicd.write(0x800 + SPI, 1, 0b010);
  }

  @ParameterizedTest(name = "filter {0} from core 1 reaches {1}")
  @CsvSource({"0050001, 0 2", "1050001, 0 2", "2050001, 1", "0070001, 0 1 2", "3070001, ''"})
  void softwareSendsToAListToOthersOrToItself(String value, String reached) {
    asking = 1;
    gicd.write(0xf00, 4, Integer.parseInt(value, 16));
    for (int core = 0; core < cores.size(); core++) {
      boolean expected = reached.contains(Integer.toString(core));
      assertThat(irq(core)).as("core " + core).isEqualTo(expected);
      asking = core;
      assertThat(gicc.read(IAR, 4)).isEqualTo(expected ? 1 << 10 | 1 : NONE);
    }
  }

  @Test
  void everySenderIsHeardOnItsOwn() {
    for (int from : new int[] {2, 0}) {
      asking = from;
      gicd.write(0xf00, 4, 0x0002_0007);
    }
    asking = 1;
    assertThat(gicc.read(IAR, 4)).isEqualTo(7);
    gicc.write(EOIR, 4, 7);
    assertThat(gicc.read(IAR, 4)).isEqualTo(2 << 10 | 7);
    gicc.write(EOIR, 4, 2 << 10 | 7);
    assertThat(gicc.read(IAR, 4)).isEqualTo(NONE);
  }

  @Test
  void aSharedInterruptGoesToItsTargetsAlone() {
    gic.drive(SPI, 0, true);
    assertThat(List.of(irq(0), irq(1), irq(2))).containsExactly(false, true, false);
    gicd.write(0x800 + SPI, 1, 0b101);
    assertThat(List.of(irq(0), irq(1), irq(2))).containsExactly(true, false, true);
  }

  @Test
  void aLevelIsPendingAsLongAsItsLineIsAsserted() {
    asking = 1;
    gic.drive(SPI, 0, true);
    assertThat(gicc.read(IAR, 4)).isEqualTo(SPI);
    assertThat(irq(1)).as("while it is active").isFalse();
    gicc.write(EOIR, 4, SPI);
    assertThat(irq(1)).as("the line is still asserted").isTrue();
    gic.drive(SPI, 0, false);
    assertThat(irq(1)).isFalse();
  }

  @Test
  void anEdgeIsHeardOnce() {
    asking = 1;
    gicd.write(0xc00 + SPI / 4, 1, 2 << 2 * (SPI % 4));
    gic.drive(SPI, 0, true);
    gic.drive(SPI, 0, false);
    assertThat(gicc.read(IAR, 4)).isEqualTo(SPI);
    gicc.write(EOIR, 4, SPI);
    assertThat(irq(1)).isFalse();
    gic.drive(SPI, 0, true);
    assertThat(irq(1)).isTrue();
  }

  @Test
  void aPrivateLineIsThatOfItsCore() {
    gic.drive(30, 2, true);
    assertThat(List.of(irq(0), irq(1), irq(2))).containsExactly(false, false, true);
  }

  @Test
  void groupOneIsTakenThroughTheAliases() {
    asking = 1;
    gicc.write(0x00, 4, 3);
    gicd.write(0x080, 4, 1 << 3);
    gicd.write(0xf00, 4, 0x0200_0003);
    assertThat(gicc.read(IAR, 4)).as("without AckCtl").isEqualTo(1022);
    assertThat(gicc.read(AHPPIR, 4)).isEqualTo(1 << 10 | 3);
    assertThat(gicc.read(AIAR, 4)).isEqualTo(1 << 10 | 3);
    gicc.write(EOIR, 4, 1 << 10 | 3);
    assertThat(gicd.read(0x300, 4)).as("EOIR is group 0's").isEqualTo(8);
    gicc.write(AEOIR, 4, 1 << 10 | 3);
    assertThat(gicd.read(0x300, 4)).isZero();
    gicd.write(0xf00, 4, 0x0200_0002);
    assertThat(gicc.read(AIAR, 4)).as("one of group 0").isEqualTo(NONE);
  }

  @Test
  void aVirtualSgiNamesItsSender() {
    Device gich = gic.hypInterface();
    Device gicv = gic.virtualInterface();
    gich.write(0x000, 4, 1);
    gicv.write(0x000, 4, 1);
    gicv.write(0x004, 4, 0xf8);
    gich.write(0x108, 4, 0x1000_1403);
    assertThat(cores.get(0).asserted).contains(InterruptInputs.Input.VIRTUAL_IRQ);
    assertThat(gicv.read(IAR, 4)).isEqualTo(5 << 10 | 3);
    assertThat(cores.get(0).asserted).isEmpty();
    gicv.write(EOIR, 4, 5 << 10 | 3);
    assertThat(gich.read(0x108, 4)).isEqualTo(0x1403);
  }

  @Test
  void pendingAndActiveIsNotPending() {
    Device gich = gic.hypInterface();
    gich.write(0x000, 4, 9);
    gich.write(0x100, 4, 0x3000_0021);
    assertThat(gich.read(0x010, 4)).as("MISR.NP").isEqualTo(8);
    gich.write(0x100, 4, 0x1000_0021);
    assertThat(gich.read(0x010, 4)).isZero();
  }

  @Test
  void whatHypHasMadeActiveIsEndedWithoutItsPriority() {
    Device gich = gic.hypInterface();
    Device gicv = gic.virtualInterface();
    gich.write(0x000, 4, 1);
    gich.write(0x100, 4, 0x2000_0021);
    gicv.write(EOIR, 4, 0x22);
    assertThat(gich.read(0x000, 4)).as("no end is counted").isEqualTo(1);
    assertThat(gich.read(0x100, 4)).isEqualTo(0x2000_0021);
    gicv.write(EOIR, 4, 0x21);
    assertThat(gich.read(0x100, 4)).isEqualTo(0x21);
  }

  @Test
  void aCopyGoesOnFromTheSameState() {
    gic.drive(SPI, 0, true);
    asking = 1;
    gicc.read(IAR, 4);
    Gic copy = newGic();
    State.give(copy, State.of(gic));
    assertThat(State.of(copy)).isEqualTo(State.of(gic));
    assertThat(copy.distributor().read(0x304, 4)).isEqualTo(1 << SPI - 32);
  }

  private boolean irq(int core) {
    return cores.get(core).asserted.contains(InterruptInputs.Input.IRQ);
  }
}
