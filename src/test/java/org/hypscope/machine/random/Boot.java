package org.hypscope.machine.random;

import java.util.SplittableRandom;

/** How each core of a random program begins: in HYP, up to the first instruction of its body. */
final class Boot {
  private static final int GICD = 0x08000000;
  private static final int SECTIONS = 0x00c50878;
  private static final int ERET = 0xe160006e;
  private static final int[] MODES = {0x13, 0x13, 0x1f, 0x10, 0x12};

  private final Code code;
  private final Layout layout;
  private final SplittableRandom random;

  Boot(Code code, Layout layout, SplittableRandom random) {
    this.code = code;
    this.layout = layout;
    this.random = random;
  }

  void write(int core, int cores) {
    code.at(layout.boot(core));
    registers();
    if (core == 0) {
      distributor(cores);
      for (int n = 1; n < cores; n++) {
        code.load(0, 0x84000003).load(1, n).load(2, layout.boot(n)).put(0xe1600070); // CPU_ON
      }
    }
    cpuInterface();
    timers();
    leave(core);
  }

  private void registers() {
    code.load(0, layout.hypVectors()).mcr(4, 0, 12, 0, 0); // HVBAR
    code.load(0, layout.pl1Vectors()).mcr(0, 0, 12, 0, 0); // VBAR
    code.load(0, 0).mcr(4, 0, 1, 1, 2); // HCPTR
    code.load(0, 0x00f00000).mcr(0, 0, 1, 0, 2); // CPACR
    code.load(0, 0x40000000).put(0xeee80a10); // FPEXC
    code.load(0, 0x80000040).mcr(4, 0, 2, 1, 2); // VTCR: from the first level
    code.load(0, 0x80000000).mcr(4, 0, 2, 0, 2); // HTCR
    code.load(0, 0x04ff).mcr(4, 0, 10, 2, 0); // HMAIR0
    code.load(1, layout.hypTable()).load(2, 0).put(0xec421f42); // HTTBR
    code.load(1, layout.stage2(random.nextInt(Layout.TABLES))).put(0xec421f62); // VTTBR
    code.load(0, 3).mcr(4, 0, 14, 1, 0); // CNTHCTL
    code.load(0, layout.stage1(random.nextInt(Layout.TABLES))).mcr(0, 0, 2, 0, 0); // TTBR0
    code.load(0, 0x55555555).mcr(0, 0, 3, 0, 0); // DACR
    code.load(0, SECTIONS | random.nextInt() & 0x1005).mcr(0, 0, 1, 0, 0); // SCTLR
    code.load(0, random.nextInt(2) | random.nextInt() & 0x38).mcr(4, 0, 1, 1, 0); // HCR
  }

  private void distributor(int cores) {
    code.load(0, GICD).load(1, 1).str(1, 0, 0);
    code.load(1, 0x4c00ffff).str(1, 0, 0x100).load(1, 2).str(1, 0, 0x104); // ISENABLER
    code.load(1, random.nextInt(1 << cores) * 0x01010101).str(1, 0, 0x820); // ITARGETSR
    code.load(0, Handlers.UART).load(1, 0x10).str(1, 0, 0x38); // IMSC
    code.load(1, 0x60 | random.nextInt(2) << 4).str(1, 0, 0x2c).load(1, 0x301).str(1, 0, 0x30);
  }

  private void cpuInterface() {
    code.load(0, Handlers.GICC).load(1, 0xff).str(1, 0, 4).load(1, 1).str(1, 0, 0);
  }

  private void timers() {
    for (int timer = 2; timer < 4; timer++) {
      code.load(0, 10 + random.nextInt(100)).mcr(0, 0, 14, timer, 0);
      code.load(0, random.nextInt(3) == 0 ? 0 : 1).mcr(0, 0, 14, timer, 1);
    }
  }

  private void leave(int core) {
    int masks = random.nextInt(4) == 0 ? 0xc0 : 0;
    if (random.nextInt(5) == 0) {
      code.put(masks == 0 ? 0xf1080080 : 0xf10c0080)
          .load(0, layout.body(core))
          .put(0xe12fff10); // cpsie i, or cpsid i; bx r0
      return;
    }
    code.load(0, MODES[random.nextInt(MODES.length)] | masks).put(0xe16ff000); // msr spsr, r0
    code.load(0, layout.body(core)).put(0xe12ef300, ERET);
  }
}
