@ A32. An index in r7 added to PC, each entry a branch; the default is a set by r1.
    .include "odd.inc"
    start
    .type handler, %function
handler:
    cmp r7, #2
    addls pc, pc, r7, lsl #2
    b other
    b first
    b second
    b third
first:
    get_hvbar r0
    eret
second:
    get_hvbar r3
    orr r1, r1, #1
    bx r1
third:
    mov r0, r8
    mov r9, #1
    eret
other:
    set_hvbar r1
    eret
