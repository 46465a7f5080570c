@ A32. r0 is parked in HTPIDR; r0 and r1 together tell a call; arguments are moved by STM and LDM.
    .include "odd.inc"
    start
    .type handler, %function
handler: mcr p15, 4, r0, c13, c0, 2
    mrs r0, cpsr
    mrc p15, 4, r0, c13, c0, 2
    cmp r0, #4
    cmpeq r1, #9
    beq a
    cmp r0, #4
    bne bad
    mov r0, #1
    eret
a:  stmdb sp!, {r2-r4}
    ldmia sp!, {r0-r2}
    mov r0, r0
    eret
bad: mvn r0, #0
    eret
