@ A32. Addresses from 0xc0000000 on are functions, if r1 is aligned; small numbers are calls.
    .include "odd.inc"
    start
    .type handler, %function
handler: cmp r0, #0xc0000000
    bhs fn
    cmp r0, #0
    moveq r0, #7
    mvnne r0, #0
    eret
fn: tst r1, #7
    movne r0, #-22
    bne 1f
    push {lr}
    blx r0
    pop {lr}
1:  eret
