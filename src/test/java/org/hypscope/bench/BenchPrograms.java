package org.hypscope.bench;

import java.nio.file.Path;
import java.util.List;
import org.hypscope.machine.TestPrograms;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.oracle.Tools;

/** What the benchmarks run: programs without an end. */
public final class BenchPrograms {
  private static final Path FOLDER = Path.of("src/test/resources/bench");

  private BenchPrograms() {}

  /**
   * Assembles the program {@code name}, whose loop runs {@code rounds} times, in {@code folder}.
   */
  static Path build(Path folder, String name, int rounds) {
    Path object = folder.resolve(name + rounds + ".o");
    Path elf = folder.resolve(name + rounds + ".elf");
    Path source = FOLDER.resolve(name + ".S");
    Tools.run(
        List.of(
            Tools.AS,
            "-I",
            FOLDER.toString(),
            "--defsym",
            "N=" + rounds,
            "-o",
            object.toString(),
            source.toString()));
    Tools.run(List.of(Tools.LD, "-Ttext=0x40010000", "-o", elf.toString(), object.toString()));
    return elf;
  }

  /** Arithmetic, logic, shifts, a multiplication and flags; no memory. */
  public static LoadedImage integerMix() {
    return TestPrograms.of(
            0xe3a00001, // mov r0, #1
            0xe3a01003, // mov r1, #3
            0xe3a02000, // mov r2, #0
            0xe3a09000, // mov r9, #0
            0xe0800001, // 1: add r0, r0, r1
            0xe0222180, // eor r2, r2, r0, lsl #3
            0xe1a032a2, // lsr r3, r2, #5
            0xe38340f0, // orr r4, r3, #240
            0xe0045000, // and r5, r4, r0
            0xe04563e1, // sub r6, r5, r1, ror #7
            0xe0070096, // mul r7, r6, r0
            0xe0978002, // adds r8, r7, r2
            0xe2a99000, // adc r9, r9, #0
            0xe1580003, // cmp r8, r3
            0x12811001, // addne r1, r1, #1
            0xe3c9a0ff, // bic r10, r9, #255
            0xe06ab007, // rsb r11, r10, r7
            0xe1e0c00b, // mvn r12, r11
            0xe31c0001, // tst r12, #1
            0x0affffef, // beq 1b
            0xeaffffee) // b 1b
        .image();
  }

  /** Loads and stores of every size over 64 KiB, with some arithmetic for the addresses. */
  public static LoadedImage memoryMix() {
    return TestPrograms.of(
            0xe3000000, // movw r0, #0
            0xe3440002, // movt r0, #0x4002
            0xe3a09000, // mov r9, #0
            0xe209acff, // 1: and r10, r9, #0xff00
            0xe080100a, // add r1, r0, r10
            0xe5912000, // ldr r2, [r1]
            0xe0822009, // add r2, r2, r9
            0xe5812004, // str r2, [r1, #4]
            0xe5d13005, // ldrb r3, [r1, #5]
            0xe1c130b8, // strh r3, [r1, #8]
            0xe1c141d0, // ldrd r4, r5, [r1, #16]
            0xe891003c, // ldm r1, {r2, r3, r4, r5}
            0xe901003c, // stmdb r1, {r2, r3, r4, r5}
            0xe5916008, // ldr r6, [r1, #8]
            0xe4816004, // str r6, [r1], #4
            0xe2899040, // add r9, r9, #64
            0xeafffff1) // b 1b
        .image();
  }

  /** The twelfth Fibonacci number by recursion, over and over. */
  public static LoadedImage calls() {
    return TestPrograms.of(
            0xe308d000, // movw sp, #0x8000
            0xe344d001, // movt sp, #0x4001
            0xe3a0000c, // 1: mov r0, #12
            0xeb000000, // bl fib
            0xeafffffc, // b 1b
            0xe3500002, // fib: cmp r0, #2
            0x312fff1e, // bxcc lr
            0xe92d4030, // push {r4, r5, lr}
            0xe1a04000, // mov r4, r0
            0xe2400001, // sub r0, r0, #1
            0xebfffff9, // bl fib
            0xe1a05000, // mov r5, r0
            0xe2440002, // sub r0, r4, #2
            0xebfffff6, // bl fib
            0xe0800005, // add r0, r0, r5
            0xe8bd8030) // pop {r4, r5, pc}
        .image();
  }

  /** An HVC from SVC and back: six instructions a round trip. */
  public static LoadedImage hypercalls() {
    return TestPrograms.inSvc()
        .at(
            0x100,
            0xe3a00001, // 1: mov r0, #1
            0xe1400070, // hvc #0
            0xeafffffc) // b 1b
        .at(0x414, 0xea000019) // b trap
        .at(
            0x480,
            0xe280000a, // trap: add r0, r0, #10
            0xe160006e) // eret
        .image();
  }
}
