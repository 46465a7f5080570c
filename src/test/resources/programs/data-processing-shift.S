@ Data processing on registers shifted by every kind of immediate shift.

    .include "virt.inc"

    .macro shifted op
    .irp shift, "lsl #1", "lsl #31", "lsr #1", "lsr #32", "asr #1", "asr #32", "ror #1", "ror #31", "rrx"
    flags 2
    \op r4, r5, r6, \shift
    .endr
    flags 0
    \op r10, r11, r12
    \op r4, r5, r6, rrx
    .endm

program:
    .irp op, and, eor, sub, rsb, add, adc, sbc, rsc, orr, bic, ands, eors, subs, rsbs, adds, adcs, sbcs, rscs, orrs, bics
    shifted \op
    .endr
    .irp shift, "lsl #4", "lsr #32", "asr #32", "ror #16", "rrx"
    flags 3
    movs r0, r1, \shift
    mvns r2, r3, \shift
    tst r4, r5, \shift
    teq r6, r7, \shift
    cmp r8, r9, \shift
    cmn r10, r11, \shift
    .endr
    flags 2
    movs r0, r0
    add sp, sp, r1, lsl #2
    sub sp, sp, r1, lsl #2
    mov r3, sp
    adds r5, pc, r1                     @ the PC reads as this instruction plus 8
    mov r6, pc
    sub r7, pc, #4
    b finished
