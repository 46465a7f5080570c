@ VBAR moved while running; the low five bits of both base registers do not stick.

    .include "virt.inc"

    .balign 32
other_vectors:
    b finished
    b other_undefined
    b other_svc
    b finished
    b finished
    b finished
    b finished
    b finished
other_undefined:
    add r11, r11, #1
    mrs r10, cpsr
    movs pc, lr
other_svc:
    add r11, r11, #0x10
    mrs r10, cpsr
    movs pc, lr

program:
    mov32 r0, hyp_vectors + 0x1f
    mcr p15, 4, r0, c12, c0, 0          @ HVBAR
    mrc p15, 4, r1, c12, c0, 0
    hyp_to SVC
    mov r11, #0
    mov32 r0, other_vectors + 0x15
    mcr p15, 0, r0, c12, c0, 0          @ VBAR
    isb
    mrc p15, 0, r1, c12, c0, 0
    svc #0
    udf #0
    hvc #1
    cps #IRQ
    svc #1
    udf #1
    cps #SVC
    mov32 r0, pl1_vectors
    mcr p15, 0, r0, c12, c0, 0
    svc #2
    mrc p15, 0, r0, c1, c0, 0           @ SCTLR: TE and EE of exceptions, here only EE
    orr r0, r0, #1 << 25
    mcr p15, 0, r0, c1, c0, 0
    isb
    mov32 r0, other_vectors
    mcr p15, 0, r0, c12, c0, 0
    svc #3
    mrs r2, cpsr
    mrc p15, 0, r0, c1, c0, 0
    bic r0, r0, #1 << 25
    mcr p15, 0, r0, c1, c0, 0
    isb
    finish
