@ T32. r0 counted down, a branch at each zero; the last one is for a call by r1 with r2 and r3.
    .include "odd.inc"
    start thumb=1 mmu=1
    .thumb_func
    .type handler, %function
handler:
    cbz r0, nothing
    subs r0, #1
    beq get
    subs r0, #1
    beq set
    subs r0, #3
    beq call
    movs r0, #99
    eret
nothing:
    eret
get:
    get_hvbar r0
    eret
set:
    set_hvbar r3
    eret
call:
    push {r4, lr}
    mov r0, r2
    mov r4, r1
    mov r1, r3
    orr r4, #1
    blx r4
    pop {r4, lr}
    eret
