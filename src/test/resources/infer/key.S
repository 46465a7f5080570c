@ T32, HYP MMU on. A call is known by what r3 and r2 give together: r3 turned by 8 and combined with a key.
    .include "odd.inc"
    start thumb=1 mmu=1
    .thumb_func
    .type handler, %function
handler:
    mov32 r12, 0x5ec2e7ed
    eor r12, r3, r12
    ror r12, r12, #8
    rev r12, r12
    cmp r12, #0x11
    beq get
    cmp r12, #0x12
    beq set
    sub r12, r12, #0x13
    cmp r12, #2
    bls group
    movw r0, #0x7fff
    eret
group:
    clz r12, r12
    cmp r12, #32
    beq call
    eret
get:
    get_hvbar r0
    eret
set:
    set_hvbar r0
    movs r0, #0
    eret
call:
    push {r3, lr}
    blx r0
    pop {r3, lr}
    movs r0, #3
    eret
