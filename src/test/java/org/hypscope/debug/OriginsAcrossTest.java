package org.hypscope.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.Origin.Writer;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.machine.Machine;
import org.hypscope.machine.TestPrograms;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.time.Input;
import org.hypscope.time.InputJournal;
import org.hypscope.time.Timeline;
import org.junit.jupiter.api.Test;

/** Where values come from that another core, another mode or nobody in the program wrote. */
class OriginsAcrossTest {
  private static final int END = 5_000;
  private static final int ALIAS_OF_PL1 = 0x40210000;
  private static final int ALIAS_OF_HYP = 0x40410000;
  private static final int HVC = 0x80c;
  private static final Place DATA = new Place.Memory(SessionPrograms.DATA, 4);

  private Timeline timeline;
  private Symbols symbols;

  private void run(LoadedImage image, int cores) {
    Machine machine = Machine.create(Boards.standard().withCores(cores), image);
    timeline = new Timeline(machine, new InputJournal());
    for (long before = -1; timeline.steps() < END && timeline.steps() > before; ) {
      before = timeline.steps();
      timeline.advance(END - before, null);
    }
    symbols = new Symbols(image);
  }

  private Origin origin(Place place, int depth) {
    return new Origins(timeline.fork(), symbols, () -> false).of(place, timeline.steps(), depth);
  }

  private static Place register(int core, Bank bank) {
    return new Place.Register(core, bank);
  }

  private static int[] load(int register, int value) {
    int low = value & 0xffff;
    int high = value >>> 16;
    return new int[] {
      0xe3000000 | (low & 0xf000) << 4 | register << 12 | low & 0xfff,
      0xe3400000 | (high & 0xf000) << 4 | register << 12 | high & 0xfff
    };
  }

  private static int[] words(int... words) {
    return words;
  }

  private static int[] all(int[]... parts) {
    return Arrays.stream(parts).flatMapToInt(IntStream::of).toArray();
  }

  /** Core 0 switches core 1 on, with 42, and waits until that has stored 43. */
  private static LoadedImage twoCores() {
    return TestPrograms.of(
            all(
                load(0, 0x84000003),
                words(0xe3a01001), // mov r1, #1
                load(2, TestPrograms.BASE + 0x100),
                words(0xe3a0302a, 0xe1600070), // mov r3, #42; smc #0 (CPU_ON)
                load(5, SessionPrograms.DATA),
                words(0xe320f002, 0xe5956000), // 1: wfe; ldr r6, [r5]
                words(0xe3560000, 0x0afffffb), // cmp r6, #0; beq 1b
                words(0xe1a07006, 0xeafffffe))) // mov r7, r6; b .
        .at(
            0x100,
            all(
                load(5, SessionPrograms.DATA),
                words(0xe2808001, 0xe5858000), // add r8, r0, #1; str r8, [r5]
                words(0xe320f004, 0xe320f003, 0xeafffffe))) // sev; wfi; b .
        .image();
  }

  @Test
  void goesOnFromOneCoreToTheOther() {
    run(twoCores(), 2);
    Origin moved = origin(register(0, Bank.R7), 6);
    assertThat(moved.core()).isZero();
    assertThat(moved.value()).isEqualTo(43);
    Origin stored = moved.from().get(0).from().get(0);
    assertThat(stored.place()).isEqualTo(DATA);
    assertThat(stored.core()).isEqualTo(1);
    Origin told = stored.from().get(0).from().get(0);
    assertThat(told.place()).isEqualTo(register(1, Bank.R0));
    assertThat(told.writer()).as(told.line()).isEqualTo(Writer.FIRMWARE);
    assertThat(told.core()).isZero();
    assertThat(told.from().get(0).instruction()).isEqualTo("mov r3, #42");
  }

  @Test
  void aCoreBeginsWhereTheOtherSentIt() {
    run(twoCores(), 2);
    timeline.goTo(9);
    Origin begun = origin(register(1, Bank.PC), 2);
    assertThat(begun.writer()).as(begun.line()).isEqualTo(Writer.FIRMWARE);
    assertThat(begun.from()).extracting(Origin::place).containsExactly(register(0, Bank.R2));
    assertThat(origin(register(0, Bank.R0), 1).writer()).isEqualTo(Writer.FIRMWARE);
  }

  private static int[] mcr(int register, int crn, int crm, int opc2) {
    return words(0xee800f10 | crn << 16 | register << 12 | opc2 << 5 | crm);
  }

  /** HYP stores 0x55 through one block of its map; PL1 loads it through one of stage 2. */
  private static LoadedImage twoMaps() {
    int base = TestPrograms.BASE;
    return TestPrograms.of(
            all(
                load(0, base + 0x400),
                mcr(0, 12, 0, 0), // HVBAR
                load(0, 0x80000000),
                mcr(0, 2, 0, 2), // HTCR
                load(0, 0x4ff),
                mcr(0, 10, 2, 0), // HMAIR0
                load(2, 0),
                load(1, base + 0x4000),
                words(0xec421f42), // HTTBR
                load(0, 0x80000040),
                mcr(0, 2, 1, 2), // VTCR
                load(1, base + 0x2000),
                words(0xec421f62), // VTTBR
                words(0xee910f10, 0xe3800001), // mrc HSCTLR; orr r0, r0, #1
                mcr(0, 1, 0, 0),
                words(0xf57ff06f), // isb
                load(3, ALIAS_OF_HYP + 0xc00),
                words(0xe3a04055, 0xe5834000), // mov r4, #0x55; str r4, [r3]
                load(0, 1),
                mcr(0, 1, 1, 0), // HCR.VM
                load(0, 0x1d3),
                words(0xe16ff000), // msr SPSR_fsxc, r0
                load(0, ALIAS_OF_PL1 + 0x800),
                words(0xe12ef300, 0xe160006e))) // msr ELR_hyp, r0; eret
        .at(0x414, 0xeafffffe) // b .
        .at(0x800, all(load(5, ALIAS_OF_PL1 + 0xc00), words(0xe5956000, 0xe1400070)))
        .at(0x2008, base + 0x3000 | 3)
        .at(0x3000, 0x400007fd, 0, 0x400007fd)
        .at(0x4008, base + 0x5000 | 3)
        .at(0x5000, 0x40000741, 0, 0, 0, 0x40000741)
        .size(0x6000)
        .image();
  }

  @Test
  void followsMemoryThroughTheMapsOfBothSides() {
    run(twoMaps(), 1);
    Origin loaded = origin(register(0, Bank.R6), 3);
    assertThat(loaded.value()).isEqualTo(0x55);
    assertThat(loaded.pc()).isEqualTo(ALIAS_OF_PL1 + HVC - 4);
    Origin stored = loaded.from().get(0);
    assertThat(stored.place()).isEqualTo(DATA);
    assertThat(stored.instruction()).isEqualTo("str r4, [r3]");
    assertThat(stored.from().get(0).instruction()).isEqualTo("mov r4, #85");
  }

  @Test
  void theHypercallSetsAllThatHypFindsOfIt() {
    run(twoMaps(), 1);
    Place hsr = new Place.SystemRegister(0, SysRegs.copyByName("HSR"));
    for (Place each : List.of(register(0, Bank.ELR_hyp), register(0, Bank.SPSR_hyp), hsr)) {
      Origin set = origin(each, 1);
      assertThat(set.writer()).as(set.line()).isEqualTo(Writer.EXCEPTION);
      assertThat(set.pc()).as(set.line()).isEqualTo(ALIAS_OF_PL1 + HVC);
    }
    Origin mode = origin(register(0, Bank.SPSR_hyp), 2).from().get(0);
    assertThat(mode.place()).isEqualTo(register(0, Bank.CPSR));
    assertThat(mode.instruction()).isEqualTo("eret");
  }

  @Test
  void tellsWhatWasLoadedFromWhatTheBoardHas() {
    LoadedImage bare =
        TestPrograms.of(all(load(0, 0x09000018), words(0xe5901000, 0xeafffffe))).image();
    Map<Bank, Integer> passed = Map.of(Bank.R2, 0x4800_0000);
    LoadedImage.Entered entered = new LoadedImage.Entered(passed, 0);
    run(new LoadedImage("t", bare.segments(), bare.entry(), entered, bare.naming()), 1);
    assertThat(origin(new Place.Memory(TestPrograms.BASE, 4), 1).writer()).isEqualTo(Writer.LOADER);
    assertThat(origin(new Place.Memory(0x4700_0000, 4), 1).writer()).isEqualTo(Writer.RESET);
    assertThat(origin(register(0, Bank.R2), 1).line())
        .isEqualTo("R2 = 0x48000000, as it was loaded with the image.");
    assertThat(origin(register(0, Bank.R6), 1).writer()).isEqualTo(Writer.RESET);
    Origin fromDevice = origin(register(0, Bank.R1), 3);
    assertThat(fromDevice.instruction()).isEqualTo("ldr r1, [r0]");
    assertThat(fromDevice.from()).as("a device has no history to tell").isEmpty();
    timeline.add(new Input.Memory(0x4700_0000, new byte[] {1, 2, 3, 4}));
    assertThat(origin(new Place.Memory(0x4700_0000, 4), 1).writer()).isEqualTo(Writer.EDIT);
  }
}
