@ Every multiply, signed, unsigned, long, accumulating, halfword, dual, and most significant word.

    .include "virt.inc"

    .macro long_ops
    .irp op, umull, umlal, smull, smlal, umulls, umlals, smulls, smlals
    \op r0, r1, r4, r5
    \op r2, r3, r5, r6
    .endr
    umaal r0, r1, r6, r7
    .endm

program:
    .irp base, 0x12345678, 0xffffffff, 0x80000000, 0x7fff8000
    seed \base
    muls r0, r4, r5
    mul r1, r6, r7
    mlas r2, r4, r5, r6
    mla r3, r7, r8, r9
    mls r0, r4, r5, r6
    long_ops
    .irp xy, bb, bt, tb, tt
    smul\xy r0, r4, r5
    smla\xy r1, r6, r7, r8
    smlal\xy r2, r3, r9, r10
    .endr
    .irp y, b, t
    smulw\y r0, r4, r5
    smlaw\y r1, r6, r7, r8
    .endr
    .irp x, , x
    smuad\x r0, r4, r5
    smusd\x r1, r5, r6
    smlad\x r2, r6, r7, r8
    smlsd\x r3, r7, r8, r9
    smlald\x r0, r1, r9, r10
    smlsld\x r2, r3, r10, r11
    .endr
    .irp r, , r
    smmul\r r0, r4, r5
    smmla\r r1, r5, r6, r7
    smmls\r r2, r6, r7, r8
    .endr
    .endr
    mov32 r4, 0x80008000
    mov32 r5, 0x7fffffff
    flags 0
    smuad r0, r4, r4                    @ sets Q
    mrs r1, cpsr
    msr APSR_nzcvq, #0
    smlabb r0, r4, r4, r5
    mrs r1, cpsr
    msr APSR_nzcvq, #0
    smlawt r0, r5, r4, r4
    smlad r0, r4, r4, r5
    mrs r1, cpsr
    mov r4, #0
    muls r0, r4, r5
    umulls r0, r1, r4, r5
    b finished
