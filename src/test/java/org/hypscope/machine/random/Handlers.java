package org.hypscope.machine.random;

import java.util.SplittableRandom;

/**
 * What takes the exceptions of a random program: each handler makes itself a stack, so that nothing
 * that the program did to its registers breaks it, and goes on after the instruction.
 */
final class Handlers {
  static final int UART = 0x09000000;
  static final int GICC = 0x08010000;
  private static final int GICC_IAR = 0xc;
  private static final int GICC_EOIR = 0x10;
  private static final int EQ = 0;
  private static final int NE = 1;
  private static final int AL = 14;
  private static final int ERET = 0xe160006e;
  private static final int VECTORS = 8;

  private final Code code;
  private final Layout layout;
  private final SplittableRandom random;

  Handlers(Code code, Layout layout, SplittableRandom random) {
    this.code = code;
    this.layout = layout;
    this.random = random;
  }

  /** Two tables for each of HVBAR and VBAR, one after the other, and what they lead to. */
  void write() {
    int[] hyp = new int[VECTORS];
    int[] pl1 = new int[VECTORS];
    code.at(layout.hypVectors() + 4 * 2 * VECTORS);
    int skip = hypSkip();
    int back = label(ERET);
    java.util.Arrays.fill(hyp, skip);
    hyp[2] = back;
    hyp[3] = hypRecovery();
    hyp[5] = trap();
    hyp[6] = interrupt(ERET);
    hyp[7] = hyp[6];
    int end = code.here();
    tables(layout.hypVectors(), hyp);
    code.at(Math.max(end, layout.pl1Vectors() + 4 * 2 * VECTORS));
    java.util.Arrays.fill(pl1, label(0xe1b0f00e)); // movs pc, lr
    pl1[2] = supervisorCall();
    pl1[3] = recovery();
    pl1[4] = label(0xe25ef004); // subs pc, lr, #4
    pl1[6] = interrupt(0xe25ef004);
    pl1[7] = pl1[6];
    tables(layout.pl1Vectors(), pl1);
  }

  private void tables(int at, int[] handlers) {
    code.at(at);
    for (int n = 0; n < 2; n++) {
      for (int handler : handlers) {
        code.branch(AL, handler);
      }
    }
  }

  private int label(int... words) {
    int here = code.here();
    code.put(words);
    return here;
  }

  /** The stack of this core, {@code number} telling those of handlers apart. */
  private int stack(int number) {
    int here = code.here();
    code.mrc(0, 13, 0, 0, 5) // MPIDR
        .put(0xe20dd003) // and sp, sp, #3
        .put(0xe1a0d70d) // lsl sp, sp, #14
        .put(0xe28dd101) // add sp, sp, #0x40000000
        .put(0xe28dd80a) // add sp, sp, #0xa0000
        .put(0xe28ddc00 | number); // add sp, sp, #number << 8
    return here;
  }

  private int hypSkip() {
    return label(
        0xe10ed300, // mrs sp, ELR_hyp
        0xe28dd004, // add sp, sp, #4
        0xe12ef30d, // msr ELR_hyp, sp
        ERET);
  }

  /** To where the present chunk says that the next one begins, in A32 state. */
  private int hypRecovery() {
    int here = label(0xe14fd000, 0xe3cdd020, 0xe16ff00d); // mrs sp, spsr; bic T; msr spsr, sp
    code.mrc(0, 13, 13, 0, 2).put(0xe12ef30d, ERET);
    return here;
  }

  private int recovery() {
    int here = label(0xe14fd000, 0xe3cdd020, 0xe16ff00d);
    code.mrc(0, 14, 13, 0, 2).put(0xe1b0f00e); // TPIDRURW; movs pc, lr
    return here;
  }

  /** SVC #0x7f comes back in Supervisor mode; all others count themselves. */
  private int supervisorCall() {
    int here = stack(8);
    code.put(0xe92d500f); // push {r0-r3, r12, lr}
    code.load(1, layout.data()).ldr(0, 1, 0).put(0xe2800001).str(0, 1, 0);
    code.put(0xe14f0000, 0xe210100f); // mrs r0, spsr; ands r1, r0, #15
    code.put(0x03800013, 0x016ff000); // orreq r0, r0, #0x13; msreq spsr, r0
    code.put(0xe8bd500f, 0xe1b0f00e); // pop; movs pc, lr
    return here;
  }

  /** Hyp traps: a call does one of several things, what was trapped or has faulted is passed. */
  private int trap() {
    int here = stack(12);
    code.put(0xe92d500f).mrc(4, 0, 5, 2, 0); // push; HSR
    code.put(0xe1a01d20, 0xe3510012); // lsr r1, r0, #26; cmp r1, #0x12
    int call = code.here();
    code.branch(EQ, call).put(0xe3510020); // cmp r1, #0x20
    code.put(0xe8bd500f); // pop
    int fetched = code.here();
    code.branch(EQ, fetched);
    hypSkip();
    code.branchHere(EQ, fetched);
    hypRecovery();
    code.branchHere(EQ, call);
    code.mrc(4, 1, 1, 1, 0).put(0xe3c11f70).mcr(4, 1, 1, 1, 0); // HCR: no VF, VI, VA
    for (int n = 1; n < 12; n++) {
      code.put(0xe200100f, 0xe3510000 | n); // and r1, r0, #15; cmp r1, #n
      int other = code.here();
      code.branch(NE, other);
      service(n);
      code.branchHere(NE, other);
    }
    code.put(0xe8bd500f, ERET);
    return here;
  }

  private void service(int number) {
    switch (number) {
      case 1 -> code.mrc(4, 1, 12, 0, 0).put(0xe2211020).mcr(4, 1, 12, 0, 0); // HVBAR ^= 0x20
      case 2 -> code.load(1, hcr()).mcr(4, 1, 1, 1, 0);
      case 3 -> code.mcr(4, 1, 8, 7, 4); // TLBIALLNSNH
      case 4 -> {
        code.load(1, layout.stage2(random.nextInt(Layout.TABLES)));
        code.load(2, random.nextInt(3) << 16).put(0xec421f62); // VTTBR
      }
      case 5 -> code.mrc(4, 1, 1, 0, 0).put(0xe2211001).mcr(4, 1, 1, 0, 0); // HSCTLR.M
      case 6 -> code.load(1, random.nextInt(1 << 20)).load(2, 0).put(0xec421f4e); // CNTVOFF
      case 7 -> code.load(1, hcr()).mcr(4, 1, 1, 1, 0).mcr(4, 1, 8, 7, 0); // TLBIALLH
      case 8 ->
          code.load(1, random.nextInt(3000)).mcr(4, 1, 14, 2, 0).load(1, 1).mcr(4, 1, 14, 2, 1);
      case 9 -> stageTwoEntry();
      case 10 -> code.put(0xe14f1000, 0xe3811080, 0xe16ff001); // masks IRQ where it returns to
      default -> code.put(0xe14f1000, 0xe3c11080, 0xe16ff001);
    }
  }

  /** Another entry of a table of stage 2, with or without maintenance. */
  private void stageTwoEntry() {
    int gigabyteTable = layout.stage2(random.nextInt(Layout.TABLES)) + 0x1000;
    int entry = 4 + random.nextInt(3);
    code.load(1, gigabyteTable + 8 * entry).load(2, Tables.block2(random, layout, entry));
    code.str(2, 1, 0);
    if (random.nextBoolean()) {
      code.mcr(4, 1, 8, 7, 4);
    }
  }

  /** HCR: stage 2, virtual exceptions, routing, and some traps, drawn. */
  private int hcr() {
    int value = random.nextInt() & (1 << 3 | 1 << 4 | 1 << 5 | 1 << 9 | 1 << 12);
    value |= random.nextInt(2); // VM
    value |= random.nextInt(4) == 0 ? 1 << 6 + random.nextInt(3) : 0; // VF, VI, VA
    value |= random.nextInt(4) == 0 ? 1 << 13 + random.nextInt(2) : 0; // TWI, TWE
    return value | (random.nextInt(5) == 0 ? 1 << 21 + random.nextInt(6) : 0);
  }

  /** Acknowledges, serves the UART or winds up the timer that has gone off, ends the interrupt. */
  private int interrupt(int ret) {
    int here = stack(ret == ERET ? 4 : 16);
    code.put(0xe92d500f).load(12, GICC).ldr(0, 12, GICC_IAR);
    code.load(1, layout.data() + 4).ldr(2, 1, 0);
    code.load(3, 1103515245).put(0xe0020392, 0xe2822f4a).str(2, 1, 0); // r2 = r2 * r3 + 0x128
    code.put(0xe1a02ca2, 0xe2822008); // lsr r2, #25; add r2, #8: a timer's ticks
    code.put(0xe7e93050); // ubfx r3, r0, #0, #10
    served(33, () -> code.load(1, UART).ldr(2, 1, 0).str(2, 1, 0));
    served(30, () -> code.mcr(0, 2, 14, 2, 0)); // CNTP_TVAL
    served(27, () -> code.mcr(0, 2, 14, 3, 0)); // CNTV_TVAL
    served(26, () -> code.mcr(4, 2, 14, 2, 0)); // CNTHP_TVAL
    code.str(0, 12, GICC_EOIR).put(0xe8bd500f, ret);
    return here;
  }

  private void served(int interrupt, Runnable how) {
    code.put(0xe3530000 | interrupt);
    int other = code.here();
    code.branch(NE, other);
    how.run();
    code.branchHere(NE, other);
  }
}
