package org.hypscope.debug.symbols.unwind;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.hypscope.arm.arch.Bank;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.machine.Machine;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.ElfSections;
import org.hypscope.machine.load.ImageLoader;
import org.hypscope.machine.load.LoadOptions;
import org.hypscope.machine.load.LoadedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever tables and stacks hold, a stack is told, and why it ends. */
class DamagedTablesTest {
  private static final int RUNS = 150;
  private static final LoadOptions OPTIONS = LoadOptions.on(Boards.byName("virt"));
  private static final int FRAMES = 0x20000;

  @ParameterizedTest
  @ValueSource(strings = {"arm-cfi", "thumb-eh-frame", "arm-exidx", "thumb-exidx", "arm-apcs"})
  void damagedTablesEndWithAReason(String program) throws Exception {
    byte[] file = Files.readAllBytes(path(program));
    Random random = new Random(program.hashCode());
    int[] tables = tables(program);
    Machine machine = Machine.create(OPTIONS.board(), ImageLoader.load(path(program), OPTIONS));
    for (int n = 0; n < RUNS; n++) {
      byte[] damaged = file.clone();
      for (int k = 0; k <= random.nextInt(12); k++) {
        damaged[tables[0] + random.nextInt(tables[1])] = (byte) random.nextInt();
      }
      LoadedImage image = ImageLoader.load(program, damaged, OPTIONS);
      machine.run(4, null);
      UnwindTables read = new UnwindTables(image.names().sections(), new Symbols(image));
      check(Unwinder.unwind(read, new MachineReader(machine)));
    }
  }

  @Test
  void aDamagedStackEndsWithAReason() throws Exception {
    Random random = new Random(7);
    LoadedImage image = ImageLoader.load(path("arm-exidx"), OPTIONS);
    UnwindTables tables = new UnwindTables(image.names().sections(), new Symbols(image));
    Machine whole = Machine.create(OPTIONS.board(), image);
    for (int n = 0; n < RUNS; n++) {
      whole.run(4, null);
      Machine machine = whole.fork();
      int sp = machine.core().r(13);
      for (int k = 0; k < 16; k++) {
        byte[] word = new byte[4];
        random.nextBytes(word);
        machine.edit(Integer.toUnsignedLong(sp + 4 * random.nextInt(64)), word);
      }
      check(Unwinder.unwind(tables, new MachineReader(machine)));
    }
  }

  @Test
  void aCircleOfFramesIsNoticed() {
    BareMachine reader = frames();
    reader.words.put(0x8000, 0xe92dd800);
    reader.words.put(FRAMES, 0x8008);
    reader.words.put(FRAMES - 4, 0x9000);
    reader.words.put(FRAMES - 8, FRAMES - 16);
    reader.words.put(FRAMES - 12, FRAMES);
    CallStack stack = unwind(reader);
    assertThat(stack.frames().size()).isBetween(2, Unwinder.LIMIT);
    assertThat(stack.end()).contains("circle");
  }

  @Test
  void noMoreFramesThanTheLimitAreLookedFor() {
    BareMachine reader = frames();
    for (int fp = FRAMES; fp < FRAMES + 0x10000; fp += 16) {
      record(reader, fp, fp + 16);
    }
    CallStack stack = unwind(reader);
    assertThat(stack.frames()).hasSize(Unwinder.LIMIT);
    assertThat(stack.end()).isEqualTo("More than 256 frames are not looked for.");
  }

  @Test
  void aReturnAddressThatIsNotMappedIsSaid() {
    BareMachine reader = new BareMachine(OptionalInt.empty());
    reader.registers.put(Bank.PC, 0x8000);
    reader.registers.put(Bank.LR_svc, 0xdead0000);
    reader.words.put(0x8000, 0xe12fff1e);
    CallStack stack = unwind(reader);
    assertThat(stack.frames()).hasSize(1);
    assertThat(stack.end())
        .isEqualTo("The next frame would be at 0xdead0000, where nothing can be read in SVC.");
  }

  @Test
  void aModeThatIsNoneIsSaid() {
    BareMachine reader = new BareMachine(OptionalInt.empty());
    reader.registers.put(Bank.CPSR, 0x1c0);
    assertThat(unwind(reader).end()).isEqualTo("CPSR 0x000001c0 names no mode.");
  }

  /** Code at 0x8000 that was called from 0x8ffc, and a frame pointer. */
  private static BareMachine frames() {
    BareMachine reader = new BareMachine(OptionalInt.of(0));
    reader.registers.put(Bank.PC, 0x8000);
    reader.registers.put(Bank.SP_svc, FRAMES - 16);
    reader.registers.put(Bank.R11_usr, FRAMES);
    reader.words.put(0x8ffc, 0xeb000000);
    return reader;
  }

  /** What GCC's prologue leaves: LR at the frame pointer, and the caller's below. */
  private static void record(BareMachine reader, int fp, int callers) {
    reader.words.put(fp, 0x9000);
    reader.words.put(fp - 4, callers);
  }

  private static CallStack unwind(StackReader reader) {
    LoadedImage none = new LoadedImage("none", List.of(), 0, List.of(), List.of());
    return Unwinder.unwind(new UnwindTables(ElfSections.NONE, new Symbols(none)), reader);
  }

  private static void check(CallStack stack) {
    assertThat(stack.frames().size()).isBetween(1, Unwinder.LIMIT);
    assertThat(stack.end()).endsWith(".").hasSizeGreaterThan(10);
  }

  /** Where a program's tables lie in its file, and how many bytes they have; else its code. */
  private static int[] tables(String program) throws Exception {
    byte[] file = Files.readAllBytes(path(program));
    ElfSections sections = ImageLoader.load(path(program), OPTIONS).names().sections();
    for (String name : new String[] {".debug_frame", ".eh_frame", ".ARM.extab", ".text"}) {
      if (sections.has(name)) {
        ByteBuffer buffer = sections.bytes(name);
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        int length = bytes.length + (name.equals(".ARM.extab") ? 0x80 : 0);
        return new int[] {find(file, bytes), length};
      }
    }
    throw new AssertionError(program + " has no tables");
  }

  private static int find(byte[] file, byte[] part) {
    for (int at = 0; at + part.length <= file.length; at++) {
      if (Arrays.equals(file, at, at + part.length, part, 0, part.length)) {
        return at;
      }
    }
    throw new AssertionError("a section is not in its file");
  }

  private static Path path(String program) {
    return Path.of("src/test/resources/unwind/" + program + ".elf");
  }
}
