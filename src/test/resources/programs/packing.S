@ Packing, extension with and without addition, bit fields, and reversals.

    .include "virt.inc"

program:
    pkhbt r0, r4, r5
    pkhbt r0, r4, r5, lsl #7
    pkhtb r1, r6, r7, asr #1
    pkhtb r1, r6, r7, asr #32
    .irp rotation, 0, 8, 16, 24
    .irp op, sxtb, sxth, sxtb16, uxtb, uxth, uxtb16
    \op r0, r4, ror #\rotation
    .endr
    .irp op, sxtab, sxtah, sxtab16, uxtab, uxtah, uxtab16
    \op r1, r5, r6, ror #\rotation
    .endr
    .endr
    bfc r4, #0, #32
    bfc r5, #4, #8
    bfc r6, #31, #1
    bfi r7, r8, #0, #1
    bfi r7, r8, #12, #20
    bfi r9, r8, #8, #8
    sbfx r0, r10, #0, #32
    sbfx r0, r10, #5, #3
    sbfx r1, r11, #31, #1
    ubfx r2, r10, #0, #1
    ubfx r2, r11, #7, #25
    rev r0, r8
    rev16 r1, r8
    revsh r2, r8
    rev r2, r11
    revsh r3, r11
    rbit r3, r8
    clz r4, r8
    mov r5, #0
    clz r6, r5
    mvn r5, #0
    clz r6, r5
    rbit r5, r5
    b finished
