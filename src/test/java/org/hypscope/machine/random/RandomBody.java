package org.hypscope.machine.random;

import java.util.SplittableRandom;

/**
 * What one core of a random program does, a chunk after the other and then again from the start.
 * Every chunk says in TPIDRURW where the next begins, for those that lose their way.
 */
final class RandomBody {
  private static final int AL = 14;
  private static final int NE = 1;
  private static final int BASE = RandomWords.BASE;

  /** More turns than a loop has before it is compiled. */
  private static final int HOT = 2_500;

  /** WFI, WFE, SEV. */
  private static final int[] WAITS = {0xe320f003, 0xe320f003, 0xe320f002, 0xe320f002, 0xe320f004};

  private static final int NOP16 = 0xbf00;
  private static final int LONGEST_CHUNK = 0x300;
  private static final int[] PL1_MODES = {0x13, 0x1f, 0x12, 0x11, 0x17, 0x1b, 0x10};

  /** Banked registers of MRS and MSR (B9.3.9), as R, SYSm; all PL1 ones. */
  private static final int[] BANKED = {0, 5, 6, 8, 13, 14, 16, 17, 18, 19, 20, 21, 22, 23};

  private final Code code;
  private final Layout layout;
  private final SplittableRandom random;
  private final RandomWords words;
  private final int core;

  RandomBody(Code code, Layout layout, SplittableRandom random, int core) {
    this.code = code;
    this.layout = layout;
    this.random = random;
    this.words = new RandomWords(random);
    this.core = core;
  }

  void write(int chunks) {
    int start = layout.body(core);
    int end = start + layout.bodySize() - 0x100;
    code.at(start);
    for (int n = 0; n < chunks && code.here() + LONGEST_CHUNK < end; n++) {
      int from = code.here();
      code.put(0, 0).mcr(0, 9, 13, 0, 2); // TPIDRURW
      code.load(BASE, pointer());
      chunk();
      int to = code.here();
      code.at(from).load(9, to).at(to);
    }
    if (random.nextInt(6) == 0) {
      ending();
    }
    code.branch(AL, start);
  }

  private int pointer() {
    int window = Tables.WINDOW + random.nextInt(Tables.WINDOW_SIZE << 20);
    int data = layout.data() + 0x100 + random.nextInt(0x2000);
    return (random.nextInt(3) == 0 ? window : data) & (random.nextInt(4) == 0 ? -1 : -8);
  }

  private void chunk() {
    switch (random.nextInt(24)) {
      case 0, 1 -> straight(4 + random.nextInt(12));
      case 2, 3 -> loop(2 + random.nextInt(12));
      case 4 -> loop(random.nextInt(20) == 0 ? HOT : 20);
      case 5, 6 -> thumb();
      case 7 -> exclusive();
      case 8, 9, 10, 11 -> call();
      case 12 -> code.put(WAITS[random.nextInt(WAITS.length)]);
      case 13 -> code.put(0xf1020000 | PL1_MODES[random.nextInt(PL1_MODES.length)]); // cps
      case 14 -> code.put(random.nextInt(3) == 0 ? 0xf10c0080 : 0xf1080080); // cpsid i, cpsie i
      case 15, 16 -> systemRegister();
      case 17, 18 -> translation();
      case 19 -> patched();
      case 20 -> print();
      case 21 -> banked();
      case 22 -> timer();
      default -> software();
    }
  }

  private void straight(int count) {
    for (int n = 0; n < count; n++) {
      code.put(random.nextInt(8) == 0 ? words.mrc() : words.a32());
    }
  }

  private void loop(int turns) {
    code.load(11, turns);
    int top = code.here();
    straight(1 + random.nextInt(6));
    code.put(0xe25bb001); // subs r11, r11, #1
    code.branch(NE, top);
  }

  private void thumb() {
    code.put(0xe28f9001, 0xe12fff19); // add r9, pc, #1; bx r9
    for (int n = 2 + random.nextInt(14); n > 0; n--) {
      int word = words.t32();
      if (word >>> 16 != 0) {
        code.half(word >>> 16);
      }
      code.half(word);
    }
    for (int n = 0; n < 5; n++) {
      code.half(NOP16);
    }
    if ((code.here() & 2) != 0) {
      code.half(NOP16);
    }
    code.half(0x4778).half(NOP16); // bx pc
  }

  private void exclusive() {
    code.put(0xe19a1f9f); // ldrex r1, [r10]
    straight(random.nextInt(3));
    code.put(random.nextInt(5) == 0 ? 0xf57ff01f : 0xe2811001); // clrex, or add r1, r1, #1
    code.put(0xe18a2f91); // strex r2, r1, [r10]
  }

  private void call() {
    int number = random.nextInt(16);
    switch (random.nextInt(6)) {
      case 0 -> code.put(0xef000000 | (random.nextBoolean() ? 0x7f : number));
      case 1 -> {
        code.load(0, 0x84000000 + new int[] {0, 1, 4, 6, 10}[random.nextInt(5)]);
        code.load(1, random.nextInt(5)).put(0xe1600070); // smc #0
      }
      case 2 -> {
        code.load(0, 0x84000003).load(1, random.nextInt(Layout.MOST_CORES));
        code.load(2, layout.boot(Layout.MOST_CORES - 1)).put(0xe1600070); // CPU_ON
      }
      default -> code.put(0xe1400070 | number); // hvc
    }
  }

  /** Registers whose every value a program survives. */
  private void systemRegister() {
    code.load(0, random.nextInt(3) == 0 ? random.nextInt(16) : random.nextInt());
    switch (random.nextInt(12)) {
      case 0 -> code.mcr(0, 0, 13, 0, 4); // TPIDRPRW
      case 1 -> code.mcr(0, 0, 13, 0, 1); // CONTEXTIDR
      case 2 -> code.mcr(0, BASE, 7, 8, random.nextInt(8)); // ATS1
      case 3 -> code.mcr(0, 0, 9, 12, random.nextInt(6)); // PMCR and its kin
      case 4 -> code.mcr(0, 0, 9, 13, 0); // PMCCNTR
      case 5 -> code.load(0, 0x1f | random.nextInt(0x400)).mcr(0, 0, 14, 1, 0); // CNTKCTL
      case 6 -> code.mrc(0, 0, 12, 0, 0).put(0xe2200020).mcr(0, 0, 12, 0, 0); // VBAR
      case 7 -> code.put(0xe2000002).load(1, sctlr()).put(0xe1800001).mcr(0, 0, 1, 0, 0);
      case 8 -> code.mcr(0, 0, 5, 0, random.nextInt(2)); // DFSR, IFSR
      case 9 -> code.load(0, random.nextBoolean() ? 0x55555555 : -1).mcr(0, 0, 3, 0, 0); // DACR
      case 10 -> code.put(0xeee10a10); // FPSCR
      default -> code.mcr(0, 0, 7, 4, 0); // PAR
    }
  }

  private int sctlr() {
    return 0x00c50878 | random.nextInt() & 0x1005;
  }

  private void translation() {
    int table = layout.stage1(random.nextInt(Layout.TABLES));
    switch (random.nextInt(5)) {
      case 0, 1 -> code.load(0, table).mcr(0, 0, 2, 0, 0); // TTBR0
      case 2 -> code.load(0, sctlr() | 1).mcr(0, 0, 1, 0, 0);
      default -> {
        int address = Tables.WINDOW + (random.nextInt(Tables.WINDOW_SIZE) << 20);
        code.load(0, table + (address >>> 20) * 4).load(1, Tables.section(random, address));
        code.str(1, 0, 0).load(BASE, address + random.nextInt(0x4000));
      }
    }
    switch (random.nextInt(6)) {
      case 0 -> code.mcr(0, 0, 8, 7, 0); // TLBIALL
      case 1 -> code.mcr(0, BASE, 8, 7, 1); // TLBIMVA
      case 2 -> code.mcr(0, 0, 8, 3, 0); // TLBIALLIS
      default -> code.put(0xf57ff04f); // dsb
    }
    straight(3);
  }

  /** Writes an instruction of the loop that follows, with maintenance or without. */
  private void patched() {
    code.load(11, 2 + random.nextInt(20));
    int top = code.here();
    int store = 3 + random.nextInt(2);
    int target = top + 4 * (4 + store);
    code.load(0, target).load(1, words.a32()).put(0xe5801000); // str r1, [r0]
    code.put(0xe3a02000); // mov r2, #0
    if (store == 4) {
      code.mcr(0, 2, 7, 5, 0); // ICIALLU
    }
    straight(3);
    code.put(0xe25bb001);
    code.branch(NE, top);
  }

  private void print() {
    code.load(0, Handlers.UART).load(1, 'a' + random.nextInt(26)).str(1, 0, 0);
    if (random.nextInt(4) == 0) {
      code.load(1, '\n').str(1, 0, 0);
    }
    if (random.nextInt(8) == 0) {
      code.load(1, 0x60 | random.nextInt(2) << 4).str(1, 0, 0x2c); // LCR_H: FIFOs on or off
    }
  }

  private void banked() {
    int bank = BANKED[random.nextInt(BANKED.length)];
    int spsr = random.nextInt(8) == 0 ? 1 << 22 : 0;
    int name = (bank & 15) << 16 | (bank >>> 4) << 8;
    if (random.nextBoolean()) {
      code.put(0xe1000200 | spsr | name | random.nextInt(9) << 12);
    } else {
      code.put(0xe120f200 | spsr | name | random.nextInt(9));
    }
  }

  private void timer() {
    code.load(0, 5 + random.nextInt(100)).load(1, 1);
    int which = 2 + random.nextInt(2);
    code.mcr(0, 0, 14, which, 0).mcr(0, 1, 14, which, 1);
  }

  /** A software-generated interrupt, or a change of the distributor. */
  private void software() {
    code.load(0, 0x08000000);
    int which = random.nextInt(16);
    switch (random.nextInt(3)) {
      case 0 ->
          code.load(1, random.nextInt(3) << 24 | random.nextInt(16) << 16 | which).str(1, 0, 0xf00);
      case 1 -> code.load(1, random.nextInt()).str(1, 0, 0x400 + 4 * random.nextInt(9));
      default -> code.load(1, random.nextInt(256) * 0x01010101).str(1, 0, 0x820);
    }
  }

  private void ending() {
    switch (random.nextInt(4)) {
      case 0 -> code.branch(AL, code.here());
      case 1 -> code.put(0xe320f003); // wfi
      case 2 -> code.load(0, 0x84000002).put(0xe1600070); // CPU_OFF
      default -> code.load(0, 0x84000008).put(0xe1600070); // SYSTEM_OFF
    }
  }
}
