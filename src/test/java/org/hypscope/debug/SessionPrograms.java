package org.hypscope.debug;

import org.hypscope.machine.TestPrograms;
import org.hypscope.machine.load.LoadedImage;

/** The programs that session tests run, with the instants that they are known to have. */
final class SessionPrograms {
  static final int BASE = TestPrograms.BASE;
  static final int SVC = BASE + 0x100;
  static final int CALL = BASE + 0x10c;
  static final int FUNCTION = BASE + 0x200;
  static final int LEAF = BASE + 0x240;
  static final int FIRST_HVC = BASE + 0x110;
  static final int SECOND_HVC = BASE + 0x118;
  static final int VECTORS = BASE + 0x400;
  static final int HANDLER = BASE + 0x480;
  static final int DATA = BASE + 0xc00;

  private SessionPrograms() {}

  /**
   * Boots in HYP, sets HVBAR, drops to SVC at #9, calls a function that calls another, makes HVC #0
   * at #19 (back at #23) and HVC #5 at #24 (back at #28), stores r0, visits IRQ mode from #32 to
   * #33, and is switched off by the SMC at #35. The HYP handler adds 10 to r0.
   */
  static LoadedImage hypercalls() {
    return TestPrograms.inSvc()
        .at(
            0x100,
            0xe300df00, // movw sp, #0xf00
            0xe344d001, // movt sp, #0x4001
            0xe3a00001, // mov r0, #1
            0xeb00003b, // bl function
            0xe1400070, // hvc #0
            0xe3a00007, // mov r0, #7
            0xe1400075, // hvc #5
            0xe3001c00, // movw r1, #0xc00
            0xe3441001, // movt r1, #0x4001
            0xe5810000, // str r0, [r1]
            0xf1020012, // cps #0x12
            0xf1020013, // cps #0x13
            0xe3000008, // movw r0, #8
            0xe3480400, // movt r0, #0x8400
            0xe1600070, // smc #0
            0xeafffffe) // b .
        .at(
            0x200,
            0xe92d4010, // push {r4, lr}
            0xe2800001, // add r0, r0, #1
            0xeb00000c, // bl leaf
            0xe8bd8010) // pop {r4, pc}
        .at(
            0x240,
            0xe2800001, // add r0, r0, #1
            0xe12fff1e) // bx lr
        .at(
            0x400,
            0xeafffffe, // b .
            0xeafffffe, // b .
            0xeafffffe, // b .
            0xeafffffe, // b .
            0xeafffffe, // b .
            0xea000019, // b handler
            0xeafffffe, // b .
            0xeafffffe) // b .
        .at(
            0x480,
            0xe280000a, // add r0, r0, #10
            0xe160006e) // eret
        .symbol("_start", 0, 0x24)
        .symbol("svc_start", 0x100, 0x40)
        .symbol("function", 0x200, 0x10)
        .symbol("leaf", 0x240, 8)
        .symbol("vectors", 0x400, 0x20)
        .symbol("handler", 0x480, 8)
        .image();
  }

  /** Counts r0 up for ever. */
  static LoadedImage endless() {
    return TestPrograms.of(
            0xe2800001, // add r0, r0, #1
            0xeafffffd) // b _start
        .symbol("_start", 0, 8)
        .image();
  }

  /** Makes an HVC for ever, from HYP, whose vector 0x08 returns at once. */
  static LoadedImage callsWithoutEnd() {
    return TestPrograms.of(
            0xe3000400, // movw r0, #0x400
            0xe3440001, // movt r0, #0x4001
            0xee8c0f10, // mcr p15, 4, r0, c12, c0, 0 (HVBAR)
            0xe1400070, // 1: hvc #0
            0xeafffffd) // b 1b
        .at(0x408, 0xe160006e) // eret
        .image();
  }

  /** Has an address translated into PAR at #2, in HYP. */
  static LoadedImage translates() {
    return TestPrograms.of(
            0xe3000400, // movw r0, #0x400
            0xe3440001, // movt r0, #0x4001
            0xee070f18, // mcr p15, 0, r0, c7, c8, 0 (ATS1CPR)
            0xe3a00001, // mov r0, #1
            0xee0d0f90, // mcr p15, 0, r0, c13, c0, 4 (TPIDRPRW)
            0xeafffffe) // b .
        .image();
  }

  /** Sets r7 at #3, then loads it at #5 from where nothing is, in HYP, and stays at the vector. */
  static LoadedImage loadsFromNowhere() {
    return TestPrograms.of(
            0xe3000400, // movw r0, #0x400
            0xe3440001, // movt r0, #0x4001
            0xee8c0f10, // mcr p15, 4, r0, c12, c0, 0 (HVBAR)
            0xe3a07005, // mov r7, #5
            0xe3e010ff, // mvn r1, #0xff
            0xe5917000) // ldr r7, [r1]
        .at(0x410, 0xeafffffe) // b .
        .image();
  }

  /** A branch to itself after two instructions. */
  static LoadedImage loop() {
    return TestPrograms.of(
            0xe3a00001, // mov r0, #1
            0xe3a01002, // mov r1, #2
            0xeafffffe) // b .
        .image();
  }

  /** Branches to address 2 in HYP: BX r0. */
  static LoadedImage wildBranch() {
    return TestPrograms.of(
            0xe3a00c01, // mov r0, #0x100
            0xe12fff10) // bx r0
        .image();
  }
}
