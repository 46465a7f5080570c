@ SCTLR.V: exceptions go to 0xffff0000, where this board has nothing: an endless row of prefetch aborts.
@ steps: 120

    .include "virt.inc"

program:
    hyp_to SVC
    mrc p15, 0, r0, c1, c0, 0           @ SCTLR
    orr r0, r0, #1 << 13
    mcr p15, 0, r0, c1, c0, 0
    isb
    svc #0x42
    finish
