@ A32. The immediate in HSR is the first level: 0x4a48 is a family of calls by r0, everything else an error.
@ EC is looked at too.
    .include "odd.inc"
    start
    .type handler, %function
handler:
    push {r4}
    get_hsr r4
    lsr r12, r4, #26
    cmp r12, #0x12
    bne hang
    uxth r4, r4
    movw r12, #0x4a48
    cmp r4, r12
    pop {r4}
    bne bad
    cmp r0, #1
    beq get
    cmp r0, #5
    beq set
    mvn r0, #37
    eret
get:
    get_hvbar r0
    eret
set:
    set_hvbar r2
    mov r0, #0
    eret
bad:
    mov r0, #0x51
    eret
