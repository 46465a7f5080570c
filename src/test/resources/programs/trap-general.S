@ HCR.TGE: every exception of USR goes to Hyp at +0x14.

    .include "virt.inc"

program:
    mov32 r0, 1 << 27                   @ HCR.TGE
    mcr p15, 4, r0, c1, c1, 0
    isb
    hyp_to USR
    svc #1
    svc #0xffff
    udf #2
    hvc #3
    smc #4
    mrc p15, 0, r4, c1, c0, 0           @ SCTLR is not for USR
    svc #BECOME                         @ Hyp again
    mrs r4, cpsr
    mov r0, #0
    mcr p15, 4, r0, c1, c1, 0
    isb
    hyp_to USR
    svc #5
    svc #BECOME
    finish
