@ SDIV and UDIV: signs, rounding towards zero, zero as divisor, and the overflow of the lowest number.

    .include "virt.inc"

    .macro divide n, d
    mov32 r0, \n
    mov32 r1, \d
    sdiv r2, r0, r1
    udiv r3, r0, r1
    mls r4, r2, r1, r0
    mls r5, r3, r1, r0
    .endm

program:
    .irp d, 1, 2, 3, 7, 0, 0xffffffff, 0xfffffffd, 0x80000000, 0x7fffffff
    divide 0, \d
    divide 100, \d
    divide 0xffffff9c, \d
    divide 0x80000000, \d
    divide 0x7fffffff, \d
    .endr
    b finished
