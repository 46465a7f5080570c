@ Parallel addition and subtraction in all six flavours, GE, SEL, and sums of absolute differences.

    .include "virt.inc"

    .macro flavours a, b
    .irp p, s, q, sh, u, uq, uh
    .irp op, add16, asx, sax, sub16, add8, sub8
    \p\op r0, \a, \b
    sel r1, \a, \b
    mrs r2, cpsr
    .endr
    .endr
    .endm

program:
    mov32 r4, 0x7fff8001
    mov32 r5, 0x8000ffff
    mov32 r6, 0x80ff017f
    mov32 r7, 0x017f80ff
    flavours r4, r5
    flavours r6, r7
    flavours r8, r9
    flavours r5, r5
    msr APSR_g, #0x50000
    sel r0, r4, r5
    usad8 r0, r6, r7
    usada8 r1, r6, r7, r8
    usada8 r2, r8, r9, r10
    b finished
