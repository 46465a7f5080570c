package org.hypscope.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.machine.Machine;
import org.hypscope.machine.MachineImage;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.Boards;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The devices' registers are put into words, marked where they changed, and never disturbed. */
class DeviceTablesTest {
  private static final String INTERRUPTS = "Interrupts of core 0";
  private static final long GICD = 0x08000000L;
  private static final long GICC = 0x08010000L;

  private final Board board = Boards.standard().withCores(2);
  private Machine machine;

  @BeforeEach
  void create() {
    machine = Machine.create(board, SessionPrograms.hypercalls());
  }

  @ParameterizedTest(name = "{2} {3} {4}: {5}")
  @CsvSource({
    "08000104, 00000002, Interrupts,       33,         name,       UART",
    "08000104, 00000002, Interrupts,       33,         state,      enabled",
    "08000204, 00000002, Interrupts,       33,         state,      pending",
    "08000304, 00000002, Interrupts,       33,         state,      active",
    "08000100, 08000000, Interrupts,       27,         name,       virtual timer",
    "08000100, 04000000, Interrupts,       26,         name,       HYP timer",
    "08000100, 02000000, Interrupts,       25,         name,       GIC maintenance",
    "08000106, 00000002, Interrupts,       49,         name,       virtio 1",
    "08000f00, 00020003, CPU interface,    GICC_HPPIR, meaning,    nothing is pending",
    "08010000, 00000003, CPU interface,    GICC_CTLR,  meaning,    takes both groups",
    "08010004, 000000f0, CPU interface,    GICC_PMR,   meaning,    takes priorities above 0xf0",
    "08010008, 00000003, CPU interface,    GICC_BPR,   meaning,    bits 7:4 preempt",
    "08030000, 0000000b, HYP's interface,  GICH_HCR,   meaning,    on; asks for underflow; asks for none pending",
    "08030000, 0000000b, HYP's interface,  GICH_MISR,  meaning,    underflow; none pending",
    "08030000, 10000001, HYP's interface,  GICH_HCR,   meaning,    on; 2 ends without list register",
    "08030008, f8000001, HYP's interface,  GICH_VMCR,  meaning,    guest takes group 0; PMR 0xf8",
    "08030104, 90006c1b, HYP's interface,  GICH_ELRSR, meaning,    'LR0, LR2, LR3 free'",
    "08030100, 9a006c1b, List registers,   LR0,        state,      pending",
    "08030100, 9a006c1b, List registers,   LR0,        virtual id, 27",
    "08030100, 9a006c1b, List registers,   LR0,        priority,   0xa0",
    "08030100, 9a006c1b, List registers,   LR0,        at its end, ends 27 virtual timer",
    "08030100, 3a08001b, List registers,   LR0,        state,      active and pending",
    "08030100, 3a08001b, List registers,   LR0,        at its end, tells HYP",
    "08040004, 00000080, Virtual CPU,      GICV_PMR,   meaning,    takes priorities above 0x80",
    "09000030, 00000301, UART,             UARTCR,     meaning,    'enabled; sends, receives'",
    "0900002c, 00000070, UART,             UARTLCR_H,  meaning,    FIFOs on",
    "09000038, 00000050, UART,             UARTIMSC,   meaning,    'receive, timeout'",
    "09000000, 00000041, UART,             UARTRIS,    meaning,    transmit",
    "09010004, 63b0cd10, Clock,            RTCMR,      meaning,    alarm at 2023-01-01T00:00:16Z",
    "09010010, 00000001, Clock,            RTCIMSC,    meaning,    alarm interrupts"
  })
  void aRegisterIsPutIntoWords(
      String address, String value, String device, String line, String column, String says)
      throws Exception {
    write(Long.parseLong(address, 16), Integer.parseUnsignedInt(value, 16));
    assertThat(cell(0, device, line, column).text()).isEqualTo(says);
  }

  @Test
  void aSoftwareInterruptSaysWhoSentItAndIsSeenOnItsCoreOnly() throws Exception {
    write(GICD + 0xf00, 0x00020003);
    assertThat(cell(1, "Interrupts", "3", "goes to").text()).isEqualTo("core 1, from core 0");
    assertThat(cell(1, "Interrupts", "3", "state").text()).isEqualTo("enabled, pending");
    assertThat(view(0, "Interrupts").lines()).isEmpty();
  }

  @Test
  void thePendingInterruptOfHighestPriorityIsNamedAndStaysPending() throws Exception {
    write(GICD, 1);
    write(GICC, 1);
    write(GICC + 4, 0xf0);
    write(GICD + 0x104, 2);
    write(GICD + 0x820, 0x0100);
    write(GICD + 0x204, 2);
    long[] before = machine.deviceState();
    assertThat(cell(0, "CPU interface", "GICC_HPPIR", "meaning").text())
        .isEqualTo("33 UART is pending");
    assertThat(machine.deviceState()).as("looking changes nothing").isEqualTo(before);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "0, 0,       off,                                  never",
    "1, 0,       'enabled, not masked, condition met', asserted now",
    "3, 0,       'enabled, masked, condition met',     never",
    "1, 1000,    'enabled, not masked, condition not met', 'in 16,000 instructions'",
    "3, 1000,    'enabled, masked, condition not met', never"
  })
  void aTimerSaysWhenItFires(long control, long compare, String says, String fires) {
    Core core = machine.core();
    core.sysRegs().rawSet(SysRegs.byName("CNTHP_CTL"), control);
    core.sysRegs().rawSet(SysRegs.byName("CNTHP_CVAL"), compare);
    assertThat(cell(0, "Timers", "HYP timer", "control").text()).isEqualTo(says);
    assertThat(cell(0, "Timers", "HYP timer", "fires").text()).isEqualTo(fires);
  }

  @Test
  void theVirtualTimerIsBehindByItsOffset() {
    Core core = machine.core();
    machine.cores().forEach(each -> each.setSkipped(3_200));
    core.sysRegs().rawSet(SysRegs.byName("CNTVOFF"), 100);
    core.sysRegs().rawSet(SysRegs.byName("CNTV_CTL"), 1);
    core.sysRegs().rawSet(SysRegs.byName("CNTV_CVAL"), 110);
    assertThat(cell(0, "Timers", "virtual timer", "fires").text()).isEqualTo("in 160 instructions");
    assertThat(view(0, "Timers").note()).startsWith("CNTPCT 0xc8, CNTVCT 0x64, CNTVOFF 0x64;");
  }

  @Test
  void whatHasChangedIsMarkedAndNothingElse() throws Exception {
    write(GICD + 0x104, 6);
    List<Frame> before = Frame.allOf(machine, List.of());
    write(GICD + 0x204, 2);
    List<Frame> after = Frame.allOf(machine, before);
    DeviceView was = view(before.get(0), 0, INTERRUPTS);
    DeviceView is = view(after.get(0), 0, INTERRUPTS).since(was);
    assertThat(is.lines().stream().flatMap(line -> line.cells().stream()))
        .filteredOn(DeviceView.Cell::changed)
        .containsExactly(new DeviceView.Cell("enabled, pending", true));
    assertThat(is.since(is).lines().stream().flatMap(line -> line.cells().stream()))
        .noneMatch(DeviceView.Cell::changed);
  }

  @Test
  void devicesAreCopiedAnewOnlyWhereTheyMayHaveChanged() throws Exception {
    List<Frame> first = Frame.allOf(machine, List.of());
    machine.run(5, null);
    List<Frame> second = Frame.allOf(machine, first);
    assertThat(second.get(0).devices()).isSameAs(first.get(0).devices());
    MachineImage before = machine.freeze();
    machine.type(new byte[] {'x'});
    assertThat(Frame.allOf(machine, second).get(0).devices()).isNotSameAs(second.get(0).devices());
    assertThat(cell(0, "UART", "UARTFR", "meaning").text()).isEqualTo("receive FIFO full");
    List<Frame> typed = Frame.allOf(machine, second);
    machine.restore(before);
    assertThat(Frame.allOf(machine, typed).get(0).devices())
        .as("after going back")
        .isNotSameAs(typed.get(0).devices());
  }

  private void write(long address, int value) throws Exception {
    machine.core().bus().write(address & ~3L, 4, value << (address & 3) * 8);
  }

  private DeviceView view(int core, String device) {
    return view(Frame.allOf(machine, List.of()).get(core), core, device);
  }

  private DeviceView view(Frame frame, int core, String device) {
    List<CoreView> cores =
        List.of(frame.view(0, Optional.empty()), frame.view(1, Optional.empty()));
    return DeviceTables.of(board, core, frame, cores).stream()
        .filter(view -> view.title().startsWith(device))
        .findFirst()
        .orElseThrow();
  }

  private DeviceView.Cell cell(int core, String device, String line, String column) {
    DeviceView view = view(core, device);
    int n = view.columns().stream().map(DeviceView.Column::name).toList().indexOf(column);
    return view.lines().stream()
        .filter(each -> each.cells().get(0).text().equals(line))
        .findFirst()
        .orElseThrow()
        .cells()
        .get(n);
  }
}
