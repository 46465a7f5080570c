@ A32. r0 multiplied and offset; or the place of its lowest set bit.
    .include "odd.inc"
    start
    .type handler, %function
handler: movw r12, #0x9e37
    movt r12, #0x79b9
    orr r12, r12, #1
    mul r12, r0, r12
    add r12, r12, #77
    cmp r12, #1000
    beq a
    rbit r3, r0
    clz r3, r3
    cmp r3, #31
    beq b_
    mvn r0, #0
    eret
a:  get_hvbar r0
    eret
b_: bx r1
