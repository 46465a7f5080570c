@ Every condition under every combination of the flags.

    .include "virt.inc"

program:
    mov r4, #0
    .irp nzcv, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
    flags \nzcv
    mov r5, #0
    .irp cond, eq, ne, cs, cc, mi, pl, vs, vc, hi, ls, ge, lt, gt, le, al
    lsl r5, r5, #1
    orr\cond r5, r5, #1
    .endr
    eor r4, r5, r4, ror #3
    .endr
    flags 4
    bne 1f
    beq 2f
1:  mvn r4, r4
2:  blne 1b
    bleq 3f
    mov r6, lr
    flags 8
    ldrmi r7, [sp, #-4]
    strpl r7, [sp, #-8]
    mulmi r8, r4, r4
    msrpl APSR_nzcvq, r4
    b finished
3:  bx lr
