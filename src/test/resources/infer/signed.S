@ A32. Signed ranges of r0: below zero it is an error, to 9 a service, from 10 to 4096 another, above it
@ is a function.
    .include "odd.inc"
    start
    .type handler, %function
handler:
    cmp r0, #0
    blt negative
    cmp r0, #10
    blt small
    cmp r0, #4096
    ble middle
    push {lr}
    blx r0
    pop {lr}
    eret
negative:
    mvn r0, #21
    eret
small:
    mov r0, #1
    eret
middle:
    mov r0, #2
    mov r2, r0
    eret
