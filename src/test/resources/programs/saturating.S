@ Saturating arithmetic and the sticky Q flag.

    .include "virt.inc"

    .macro q_after op:vararg
    msr APSR_nzcvq, #0
    \op
    mrs r9, cpsr
    .endm

program:
    mov32 r4, 0x7fffffff
    mov32 r5, 0x80000000
    mov32 r6, 0x40000000
    mvn r7, #0
    .irp op, qadd, qsub, qdadd, qdsub
    .irp a, r4, r5, r6, r7
    .irp b, r4, r5, r6, r7
    q_after \op r0, \a, \b
    .endr
    .endr
    .endr
    .irp a, r4, r5, r6, r7
    q_after ssat r0, #1, \a
    q_after ssat r0, #16, \a
    q_after ssat r0, #32, \a
    q_after ssat r0, #8, \a, lsl #3
    q_after ssat r0, #8, \a, asr #32
    q_after usat r0, #0, \a
    q_after usat r0, #31, \a
    q_after usat r0, #8, \a, lsl #1
    q_after usat r0, #8, \a, asr #20
    q_after ssat16 r0, #1, \a
    q_after ssat16 r0, #9, \a
    q_after usat16 r0, #0, \a
    q_after usat16 r0, #15, \a
    .endr
    q_after qadd r0, r4, r4
    mov r0, #0
    adds r0, r0, #1                     @ Q stays
    mrs r9, cpsr
    b finished
