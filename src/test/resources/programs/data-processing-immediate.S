@ All sixteen data-processing operations with immediates, with and without flags, and the carry out of
@ the immediate's rotation.

    .include "virt.inc"

    .macro operations value
    .irp op, and, eor, sub, rsb, add, adc, sbc, rsc, orr, bic
    \op r4, r5, #\value
    .endr
    .irp op, ands, eors, subs, rsbs, adds, adcs, sbcs, rscs, orrs, bics
    .irp nzcv, 0, 2, 15
    flags \nzcv
    \op r6, r7, #\value
    \op r8, r8, #\value
    .endr
    .endr
    .irp op, mov, movs, mvn, mvns
    flags 2
    \op r6, #\value
    .endr
    .irp op, tst, teq, cmp, cmn
    flags 5
    \op r9, #\value
    .endr
    .endm

program:
    operations 0
    operations 0xff
    operations 0x80000000
    operations 0xff000000
    operations 0x3fc
    operations 0xf000000f
    mov r0, #0x7fffffff
    adds r1, r0, #1
    subs r2, r1, #1
    rsbs r3, r1, #0
    cmp r0, #0x80000000
    cmn r1, #0x80000000
    movw r4, #0xffff
    movt r4, #0x8001
    b finished
