@ A32. r0[15:8] chooses a table from a table of tables, r0[3:0] an entry of it; r0[31:16] must be 0x4859.
    .include "odd.inc"
    start
    .type handler, %function
handler:
    push {r4, r5}
    lsr r4, r0, #16
    movw r5, #0x4859
    cmp r4, r5
    bne bad
    ubfx r4, r0, #8, #8
    cmp r4, #2
    bhs bad
    adr r5, groups
    ldr r5, [r5, r4, lsl #2]
    and r4, r0, #15
    cmp r4, #2
    bhi bad
    ldr r4, [r5, r4, lsl #2]
    mov r12, r4
    pop {r4, r5}
    bx r12
groups:
    .word group0, group1
group0:
    .word get, set, restart
group1:
    .word sum, same, call
get:
    get_hvbar r0
    eret
set:
    set_hvbar r1
    mov r0, #0
    eret
restart:
    bx r2
sum:
    add r0, r1, r3, lsl #1
    eret
same:
    eret
call:
    push {r4, lr}
    mov r0, r2
    blx r1
    pop {r4, lr}
    eret
bad:
    pop {r4, r5}
    mvn r0, #0
    mov r12, #0
    eret
