@ Shifts by the bottom byte of a register: nothing, less than 32, 32, more than 32, and bits above ignored.

    .include "virt.inc"

program:
    .irp amount, 0, 1, 31, 32, 33, 64, 255, 0x100, 0x121
    mov r1, #(\amount & 0xff)
    orr r1, r1, #(\amount & 0xf00)
    .irp shift, lsl, lsr, asr, ror
    flags 2
    movs r4, r5, \shift r1
    flags 0
    movs r6, r7, \shift r1
    adcs r8, r9, r10, \shift r1
    eor r2, r3, r11, \shift r1
    cmp r12, r5, \shift r1
    tst r12, r7, \shift r1
    .endr
    .endr
    .irp op, ands, eors, subs, rsbs, adds, adcs, sbcs, rscs, orrs, bics
    mov r1, #5
    flags 2
    \op r4, r5, r6, ror r1
    .endr
    mvns r4, r5, asr r1
    teq r4, r5, lsr r1
    cmn r4, r5, lsl r1
    b finished
