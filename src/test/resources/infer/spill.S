@ T32. Inputs go through the stack as pairs and come back by single loads; r5 and r6 must both be zero for
@ the reset, which turns the HYP MMU off.
    .include "odd.inc"
    start thumb=1 mmu=1
    .thumb_func
    .type handler, %function
handler:
    sub sp, #24
    strd r0, r1, [sp]
    strd r2, r3, [sp, #8]
    stm sp, {r0, r1}
    orrs r3, r5, r6
    beq reset
    ldr r2, [sp]
    cmp r2, #0x40
    beq swap
    ldrd r2, r3, [sp, #8]
    add sp, #24
    mvn r0, #4
    eret
swap:
    ldr r0, [sp, #4]
    ldrd r2, r3, [sp, #8]
    add sp, #24
    eret
reset:
    ldrd r2, r3, [sp, #8]
    add sp, #24
    get_hsctlr r0
    bic r0, #1
    set_hsctlr r0
    isb
    mov32 r0, vectors
    add r0, #0x400
    set_hvbar r0
    movs r0, #0
    eret
