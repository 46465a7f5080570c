@ T32. Only the low byte of r0 counts.
    .include "odd.inc"
    start thumb=1
    .thumb_func
    .type handler, %function
handler:
    uxtb r12, r0
    cmp r12, #0x20
    beq get
    cmp r12, #0x21
    beq set
    lsrs r12, r12, #7
    bne high
    mvn r0, #0
    eret
get:
    get_hvbar r0
    eret
set:
    set_hvbar r1
    movs r0, #0
    eret
high:
    bx r3
