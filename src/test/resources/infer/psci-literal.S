@ T32. Function identifiers in r0 from a literal pool and from movw/movt, with subtraction first.
    .include "odd.inc"
    start thumb=1
    .thumb_func
    .type handler, %function
handler:
    ldr r12, =0x84000000
    cmp r0, r12
    beq version
    subs r12, r0, r12
    cmp r12, #8
    beq off
    cmp r12, #3
    beq on
    movw r12, #0x1234
    movt r12, #0xc600
    cmp r0, r12
    beq own
    mov r0, #-1
    eret
version:
    mov32 r0, 0x00010001
    eret
off:
    b off
on:
    movs r0, #0
    bx r2
own:
    set_hvbar r3
    mov r0, #0
    eret
    .ltorg
