@ A32. The low byte of r0 goes through memory as a byte.
    .include "odd.inc"
    start
    .type handler, %function
handler: strb r0, [sp, #-1]!
    ldrb r12, [sp], #1
    cmp r12, #5
    beq a
    mvn r0, #0
    eret
a:  get_hvbar r0
    eret
