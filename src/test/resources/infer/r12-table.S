@ A32. The number is in r12, range-checked, then a table of addresses loaded into PC.
    .include "odd.inc"
    start
    .type handler, %function
handler:
    cmp r12, #5
    ldrls pc, [pc, r12, lsl #2]
    b bad
    .word get, set, call, add, restart, tidy
get:
    get_hvbar r0
    eret
set:
    set_hvbar r0
    mov r0, #0
    eret
call:
    push {r4, lr}
    mov r4, r0
    mov r0, r1
    mov r1, r2
    blx r4
    pop {r4, lr}
    eret
add:
    add r0, r1, r2
    eret
restart:
    bx r2
tidy:
    mov r0, #0
    mov r1, #0
    mov r5, #0
    eret
bad:
    mvn r0, #37
    eret
