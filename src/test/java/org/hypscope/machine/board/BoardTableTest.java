package org.hypscope.machine.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hypscope.arm.bus.Bus;
import org.hypscope.arm.bus.BusFault;
import org.hypscope.machine.Machine;
import org.hypscope.machine.TestPrograms;
import org.junit.jupiter.api.Test;

/** Another board is another table: nothing of the map or of the interrupts is known elsewhere. */
class BoardTableTest {
  private static final Path VIRT = Path.of("assets/boards/virt.yaml");
  private static final long ENABLE = 0x100;
  private static final long PENDING = 0x200;

  @Test
  void aBoardWithOtherAddressesAndInterruptsWorksAlike() throws IOException, BusFault {
    String other =
        Files.readString(VIRT)
            .replace("distributor: 0x08000000", "distributor: 0x1c000000")
            .replace("base: 0x09000000, interrupt: 33", "base: 0x1c090000, interrupt: 37");
    Machine machine = Machine.create(read(other), TestPrograms.of(0xeafffffe).image());
    Bus bus = machine.core().bus();
    bus.write(0x1c090000L, 1, '!');
    assertThat(machine.console().text()).isEqualTo("!");
    bus.write(0x1c090038L, 4, 1 << 5);
    assertThat(bus.read(0x1c000000L + PENDING + 4, 4)).isEqualTo(1 << 37 - 32);
    assertThat(bus.read(0x1c000000L + ENABLE, 4)).isEqualTo(0xffff);
    assertThatThrownBy(() -> bus.read(0x08000000L, 4)).isInstanceOf(BusFault.class);
    assertThatThrownBy(() -> bus.write(0x09000000L, 4, 1)).isInstanceOf(BusFault.class);
  }

  @Test
  void aWordThatNoBoardHasIsAnError() throws IOException {
    String other = Files.readString(VIRT) + "colour: green\n";
    assertThatThrownBy(() -> read(other)).hasMessageContaining("colour");
  }

  @Test
  void aBoardHasUpToAsManyCoresAsItsTableSays() {
    Board virt = Boards.standard();
    assertThat(virt.cores()).isEqualTo(1);
    assertThat(virt.withCores(4).cores()).isEqualTo(4);
    assertThatThrownBy(() -> virt.withCores(5))
        .hasMessage("5 cores do not fit board virt: give a number from 1 to 4.");
  }

  private static Board read(String yaml) throws IOException {
    return Boards.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
