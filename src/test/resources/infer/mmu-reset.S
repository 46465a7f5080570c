@ A32, HYP MMU on. r0 below 3 is a numbered call, answered after the MMU is off; else r0 is a function, whose
@ arguments are moved down; r2 is kept.
    .include "odd.inc"
    start mmu=1
    .type handler, %function
handler:
    cmp r0, #3
    blo numbered
    push {r2, lr}
    mov lr, r0
    mov r0, r1
    mov r1, r2
    mov r2, r3
    blx lr
    pop {r2, lr}
    eret
numbered:
    cmp r0, #1
    blt set
    beq restart
reset:
    bl mmu_off
    mov32 r0, vectors
    sub r0, r0, #0x20
    set_hvbar r0
    mov r0, #0
    eret
restart:
    msr ELR_hyp, r1
    mov r12, #0x1da
    msr spsr_cxsf, r12
    bl mmu_off
    eret
set:
    mov32 r0, 0x0badca11
    eret
mmu_off:
    get_hsctlr r12
    bic r12, r12, #1
    set_hsctlr r12
    isb
    bx lr
