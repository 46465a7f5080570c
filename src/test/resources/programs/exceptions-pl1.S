@ SVC, undefined instruction, prefetch abort and data abort from USR, SVC, FIQ, SYS: all taken to PL1.

    .include "virt.inc"

    .macro each_kind
    svc #1
    svc #0xabcdef
    udf #0
    udf #0xffff
    mov32 r1, UNMAPPED
    ldr r2, [r1]
    ldrb r2, [r1, #3]
    ldrd r2, r3, [r1, #8]
    ldr r2, [r1, #4]!
    resume_at .Lback\@
    bx r1
.Lback\@:
    mrs r4, cpsr
    .endm

program:
    hyp_to SVC
    each_kind
    cps #FIQ
    mov32 sp, stack_fiq
    each_kind
    cps #SYS
    each_kind
    cps #USR
    each_kind
    svc #BECOME
    cps #SVC
    resume_at 1f
    bkpt #0x1234
1:
    mcr p14, 7, r0, c0, c0, 0           @ no such register
    cdp p1, 0, c0, c0, c0, 0
    mrc p15, 7, r0, c4, c15, 7
    finish
