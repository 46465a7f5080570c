package org.hypscope.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.arm.bus.Bus;
import org.hypscope.arm.bus.BusFault;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.CoreListener;
import org.hypscope.arm.core.Mem;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.machine.board.Boards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The board's map answers as QEMU's does, and a fork is another machine. */
class MachineTest {
  private static final long UART = 0x09000000L;

  private final Machine machine =
      Machine.create(Boards.standard(), TestPrograms.of(0xe2800001, 0xeafffffd).image());
  private final Bus bus = machine.core().bus();

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "flash 0,        0,        true",
    "end of flash 0, 3fffffc,  true",
    "flash 1,        4000000,  true",
    "end of flash 1, 7fffffc,  true",
    "between devices, b000000, false",
    "RAM,            40000000, true",
    "end of RAM,     47fffffc, true",
    "after RAM,      48000000, false",
    "the top,        fffffffc, false"
  })
  void memoryIsWhereTheBoardHasIt(String what, String address, boolean memory) {
    long at = Long.parseLong(address, 16);
    assertThat(bus.readable(at) != null).isEqualTo(memory);
    if (!memory) {
      assertThatThrownBy(() -> bus.read(at, 4)).isInstanceOf(BusFault.class);
      assertThatThrownBy(() -> bus.write(at, 4, 1)).isInstanceOf(BusFault.class);
    }
  }

  @Test
  void anAbortWhereNothingAnswersIsNamed() {
    List<String> heard = new ArrayList<>();
    Machine lost = Machine.create(Boards.standard(), TestPrograms.of(0xe5910000).image());
    lost.core().setR(1, 0x0b000000); // ldr r0, [r1]
    lost.core()
        .setListener(
            new CoreListener() {
              @Override
              public void busFault(Core core, int pc, String what) {
                heard.add(Integer.toHexString(pc) + ": " + what);
              }
            });
    lost.run(1, null);
    assertThat(heard)
        .containsExactly("40010000: no memory or device at physical address 0xb000000");
  }

  @Test
  void flashIgnoresWrites() throws BusFault {
    assertThat(bus.writable(0)).isNull();
    bus.write(0, 4, 7);
    assertThat(bus.readable(0).bytes).containsOnly(0);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "FR: nothing waits, 18, 4, 90",
    "CR,                30, 4, 300",
    "IFLS,              34, 4, 12",
    "PeriphID0,        fe0, 4, 11",
    "PeriphID1,        fe4, 1, 10",
    "PeriphID2,        fe8, 4, 14",
    "PCellID3,         ffc, 4, b1",
    "DR: nothing came,   0, 4, 0",
    "no register,       80, 4, 0"
  })
  void theUartAnswersPollingDrivers(String what, String offset, int size, String value)
      throws BusFault {
    assertThat(bus.read(UART + Long.parseLong(offset, 16), size))
        .isEqualTo(Integer.parseInt(value, 16));
  }

  @Test
  void theUartTellsThatItHasSent() throws BusFault {
    bus.write(UART + 0x38, 4, 0x20);
    bus.write(UART, 4, 'x');
    assertThat(bus.read(UART + 0x3c, 4)).isEqualTo(0x20);
    assertThat(bus.read(UART + 0x40, 4)).isEqualTo(0x20);
    bus.write(UART + 0x44, 4, 0x20);
    assertThat(bus.read(UART + 0x3c, 4)).isZero();
  }

  @Test
  void theConsoleKeepsLinesAndTheUnfinishedOne() throws BusFault {
    print("one\r\ntwo\n\nlast");
    assertThat(machine.console().lines())
        .extracting(Console.Line::text)
        .containsExactly("one", "two", "", "last");
    assertThat(machine.console().text()).isEqualTo("one\ntwo\n\nlast");
  }

  @Test
  void aForkHasItsOwnMemoryAndConsole() throws BusFault {
    print("before\n");
    Machine fork = machine.fork();
    fork.core().bus().write(UART, 1, 'f');
    fork.edit(TestPrograms.BASE, new byte[] {1, 2, 3, 4});
    assertThat(fork.console().text()).isEqualTo("f");
    assertThat(machine.console().text()).isEqualTo("before\n");
    assertThat(machine.freezeMemory().word(TestPrograms.BASE)).isEqualTo(0xe2800001);
    assertThat(fork.freezeMemory().word(TestPrograms.BASE)).isEqualTo(0x04030201);
  }

  /** Memory never written is one page of zeros at every address. */
  @Test
  void aFirstWriteToAPageDoesNotShowInAnother() {
    Mem mem = machine.core().mem();
    int page = 0x40200000;
    assertThat(mem.memA(page, 4)).isZero();
    assertThat(mem.memA(page + 0x1000, 4)).isZero();
    mem.setMemA(page, 4, 7);
    assertThat(mem.memA(page, 4)).isEqualTo(7);
    assertThat(mem.memA(page + 0x1000, 4)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "virt, 400001da, HYP, 101",
    "virt-secure, 400001d3, SVC, 0",
    "virt-a7, 400001da, HYP, 101"
  })
  void aBoardHandsOverAsQemuDoes(String board, String cpsr, String mode, String scr) {
    Machine reset = Machine.create(Boards.byName(board), TestPrograms.of(0).image());
    assertThat(reset.core().cpsr()).isEqualTo(Integer.parseInt(cpsr, 16));
    assertThat(reset.core().mode()).hasToString(mode);
    assertThat(reset.core().pc()).isEqualTo(TestPrograms.BASE);
    assertThat(reset.core().registers()).startsWith(0, 0, 0, 0);
    assertThat(reset.core().sysRegs().word(SysRegs.byName("SCR")))
        .isEqualTo(Integer.parseInt(scr, 16));
  }

  @Test
  void aBoardThatIsNotThereIsNamedWithThoseThatAre() {
    assertThatThrownBy(() -> Boards.byName("raspi"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no board 'raspi': choose one of virt, virt-secure, virt-a7.");
  }

  @Test
  void ramCanBeOfAnotherSizeWithinTheMap() {
    assertThat(Boards.standard().withRam(0x10000000L).ram().end()).isEqualTo(0x50000000L);
    for (long size : new long[] {0, -4096, 1000, 0x100000000L}) {
      assertThatThrownBy(() -> Boards.standard().withRam(size))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageEndingWith(".");
    }
  }

  private void print(String text) throws BusFault {
    for (char c : text.toCharArray()) {
      bus.write(UART, 1, c);
    }
  }
}
