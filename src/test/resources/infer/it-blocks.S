@ T32. Conditional execution in place of branches, and a second condition on r1.
    .include "odd.inc"
    start thumb=1
    .thumb_func
    .type handler, %function
handler:
    cmp r0, #3
    it eq
    mcreq p15, 4, r1, c12, c0, 0
    ite eq
    moveq r0, #0
    movne r2, r2
    beq out
    cmp r0, #4
    bne 1f
    cbz r1, refuse
    bx r1
1:  cmp r0, #9
    ite hi
    mvnhi r0, #0
    movls r0, #8
out:
    eret
refuse:
    movs r0, #66
    eret
