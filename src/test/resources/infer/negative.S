@ A32. cmn for -1 and -2, teq for zero, tst for alignment: a set by r0 that refuses unaligned vectors.
    .include "odd.inc"
    start mmu=1
    .type handler, %function
handler:
    cmn r0, #1
    beq get
    cmn r0, #2
    bxeq r1
    teq r0, #0
    beq none
    tst r0, #0x1f
    mvnne r0, #13
    mcreq p15, 4, r0, c12, c0, 0
    eret
get:
    get_hvbar r0
    eret
none:
    mov r0, #-3
    eret
