package org.hypscope.arm.isa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.CoreListener;
import org.hypscope.arm.decode.Field;
import org.hypscope.arm.decode.Form;
import org.hypscope.arm.sysreg.SysRegFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random words of every row that computes or touches memory, with random registers and flags, give
 * on this core what they give on QEMU. Branches and system instructions are compared by programs
 * elsewhere.
 */
class QemuDifferentialTest {
  private static final int WORDS_PER_ROW = Integer.getInteger("differential.words", 12);
  private static final long SEED = Long.getLong("differential.seed", 1);
  private static final int CODE = 0x40200000;
  private static final int INPUT = 0x40800000;
  private static final int OUTPUT = 0x41000000;
  private static final int SCRATCH = 0x41800000;
  private static final int SCRATCH_SIZE = 0x8000;
  private static final int SIZE = 0x2000000;
  private static final int SLOT = 64;

  /** Where CPSR is kept among the registers. */
  private static final int FLAGS = 15;

  private static final int[] EDGES = {0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 0x8000, 0xff};

  /** Rows that branch, depend on more than registers, or that QEMU takes otherwise (SWP). */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "SETEND", "BLX", "BX", "BXJ", "BKPT", "UDF", "WFI", "WFE", "PUSH", "POP", "SWP", "SWPB");

  private final Random random = new Random(SEED);
  private final List<Integer> tested = new ArrayList<>();

  @TempDir private Path folder;

  @Test
  void randomWordsDoWhatTheyDoOnQemu() throws IOException, InterruptedException {
    Assumptions.assumeTrue(qemuIsThere(), "qemu-system-arm is not installed");
    FlatBus bus = new FlatBus(SIZE);
    fillScratch(bus);
    Emit program = new Emit(CODE);
    program.dropToSvc();
    int start = program.here();
    RowWords words = new RowWords(SEED, word -> A32.disassembler().a32(word, 0).form());
    for (Row row : A32.rows()) {
      for (int n = 0; n < WORDS_PER_ROW && straight(row.form()); n++) {
        addCase(program, bus, words.next(row.form()));
      }
    }
    int end = program.here();
    List<Integer> code = program.words();
    for (int n = 0; n < code.size(); n++) {
      bus.setWord(CODE + n * 4, code.get(n));
    }
    program.sendAndPowerOff(OUTPUT, tested.size() * SLOT);
    byte[] expected = runQemu(program, bus);
    Core core = core(bus);
    core.setPc(start);
    core.run(Long.MAX_VALUE, at -> at.pc() == end);
    assertThat(differences(bus, ByteBuffer.wrap(expected).order(ByteOrder.LITTLE_ENDIAN)))
        .isEmpty();
  }

  private static boolean straight(Form form) {
    boolean system = form.section().startsWith("B9");
    boolean writesPc = form.template().toString().contains("pc");
    boolean leaves = form.pattern().find("coproc") != null || form.pattern().find("imm24") != null;
    return !system && !writesPc && !leaves && !ELSEWHERE.contains(form.mnemonic());
  }

  private static Core core(FlatBus bus) {
    Core core = new Core(A32.decoder(), new SysRegFile(), bus, null);
    core.setCpsr(0x1d3);
    return core;
  }

  /** Adds the word with registers that let it complete, or leaves it out if none were found. */
  private void addCase(Emit program, FlatBus bus, int word) {
    if (touchesSpOrPc(word)) {
      return;
    }
    for (int tries = 0; tries < 40; tries++) {
      int[] registers = registers(word);
      if (completes(word, registers)) {
        emit(program, bus, word, registers);
        return;
      }
    }
  }

  private static boolean touchesSpOrPc(int word) {
    Form form = A32.disassembler().a32(word, 0).form();
    for (Field field : form.pattern().fields()) {
      boolean pair = form.mnemonic().endsWith("D") && field.name().equals("Rt");
      int last = field.of(word) + (pair ? 1 : 0);
      if (field.isRegister() && (last == 13 || last == 15 || field.of(word) == 13)) {
        return true;
      }
    }
    return form.pattern().find("list") != null && (word & 0xa000) != 0;
  }

  private int[] registers(int word) {
    int[] registers = new int[16];
    registers[FLAGS] = random.nextInt() & 0xf80f0000;
    for (int n = 0; n < FLAGS; n++) {
      registers[n] =
          random.nextInt(4) == 0 ? EDGES[random.nextInt(EDGES.length)] : random.nextInt();
    }
    Form form = A32.disassembler().a32(word, 0).form();
    if (form.effects().reads(word).contains("memory")
        || form.effects().writes(word).contains("memory")) {
      if (form.pattern().find("Rm") != null) {
        registers[form.pattern().get("Rm").of(word)] = random.nextInt(64) * 4;
      }
      int middle = SCRATCH + SCRATCH_SIZE / 2;
      Field base = form.pattern().find("Rn");
      if (base != null) {
        registers[base.of(word)] = middle + random.nextInt(256);
      }
    }
    return registers;
  }

  /** Runs the word alone on this core: it must neither fault nor leave the scratch memory. */
  private static boolean completes(int word, int[] registers) {
    FlatBus bus = new FlatBus(SIZE);
    Core core = core(bus);
    core.setCpsr(registers[FLAGS] | 0x1d3);
    for (int n = 0; n < FLAGS; n++) {
      core.setR(n, registers[n]);
    }
    bus.setWord(CODE, word);
    core.setPc(CODE);
    Outside outside = new Outside();
    core.setListener(outside);
    core.run(1, null);
    return core.pc() == CODE + 4 && core.mode() == Mode.SVC && !outside.met;
  }

  /** Notices a store outside the scratch memory. */
  private static final class Outside implements CoreListener {
    private boolean met;

    @Override
    public void memoryWritten(Core core, int pc, int address, int size) {
      met |= address < SCRATCH || address >= SCRATCH + SCRATCH_SIZE;
    }
  }

  private void emit(Emit program, FlatBus bus, int word, int[] registers) {
    int input = INPUT + tested.size() * SLOT;
    for (int n = 0; n < 13; n++) {
      bus.setWord(input + n * 4, registers[n]);
    }
    bus.setWord(input + 52, registers[14]);
    bus.setWord(input + 56, registers[FLAGS]);
    program.constant(Emit.SP, input);
    program.loadR0(56);
    program.setFlagsFromR0();
    program.loadAll();
    program.word(word);
    program.constant(Emit.SP, OUTPUT + tested.size() * SLOT);
    program.storeAll();
    program.flagsToR0();
    program.storeR0(56);
    tested.add(word);
  }

  private void fillScratch(FlatBus bus) {
    for (int n = 0; n < SCRATCH_SIZE; n++) {
      bus.setByte(SCRATCH + n, (byte) random.nextInt());
    }
  }

  private byte[] runQemu(Emit program, FlatBus bus) throws IOException, InterruptedException {
    int size = FlatBus.BASE + SIZE - CODE;
    ByteBuffer memory = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    for (int n = 0; n < size; n++) {
      memory.put(bus.getByte(CODE + n));
    }
    for (int n = 0; n < program.words().size(); n++) {
      memory.putInt(n * 4, program.words().get(n));
    }
    Path image = folder.resolve("image.bin");
    Path console = folder.resolve("console");
    Files.write(image, memory.array());
    List<String> command =
        List.of(
            ("qemu-system-arm -M virt,virtualization=on,gic-version=2,dtb-randomness=off"
                    + " -cpu cortex-a15 -smp 1 -display none -monitor none -nic none -no-reboot"
                    + " -serial file:"
                    + console
                    + " -device loader,addr=0x40200000,cpu-num=0,force-raw=on,file="
                    + image)
                .split(" "));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return Files.readAllBytes(console);
  }

  private List<String> differences(FlatBus bus, ByteBuffer theirs) {
    assertThat(theirs.capacity()).as("bytes from QEMU").isEqualTo(tested.size() * SLOT);
    List<String> different = new ArrayList<>();
    for (int n = 0; n < tested.size(); n++) {
      for (int at = 0; at < 60; at += 4) {
        int ours = bus.getWord(OUTPUT + n * SLOT + at);
        int expected = theirs.getInt(n * SLOT + at);
        if (ours != expected) {
          different.add(describe(bus, n, at, ours, expected));
        }
      }
    }
    return different;
  }

  private String describe(FlatBus bus, int n, int at, int ours, int expected) {
    StringBuilder input = new StringBuilder();
    for (int k = 0; k < 60; k += 4) {
      input.append(String.format(" %08x", bus.getWord(INPUT + n * SLOT + k)));
    }
    String name = at == 56 ? "CPSR" : at == 52 ? "lr" : "r" + at / 4;
    String text = A32.disassembler().a32(tested.get(n), 0).text();
    return String.format(
        "%08x %s: %s is %08x, on QEMU %08x, from%s",
        tested.get(n), text, name, ours, expected, input);
  }

  private static boolean qemuIsThere() {
    try {
      return new ProcessBuilder("qemu-system-arm", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
