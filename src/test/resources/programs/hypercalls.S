@ HVC from every PL1 mode enters at +0x14, HVC, SVC, undefined instructions and aborts in Hyp at their own
@ entries; HVC in USR is UNDEFINED. The syndromes are in the log.

    .include "virt.inc"

program:
    hvc #7                              @ from Hyp: +0x08
    svc #8
    udf #9
    mov32 r1, UNMAPPED
    ldr r2, [r1]
    resume_at 1f
    bx r1
1:  hyp_to SVC
    .irp mode, 0x11, 0x12, 0x17, 0x1b, 0x1f, 0x13
    cps #\mode
    hvc #\mode
    hvc #0xffff
    mrs r4, cpsr
    .endr
    cps #USR
    hvc #2
    smc #3
    eors r0, r0, r0
    svc #BECOME
    cps #SVC
    to_hyp
    mrs r4, cpsr
    mrs r5, spsr
    hvc #0x55
    hyp_to USR
    hvc #4
    svc #BECOME
    cps #SVC
    finish
