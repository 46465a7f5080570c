@ HCR.VI, VF and VA: virtual interrupts taken in PL1 as soon as CPSR lets them; masked ones wait.
@ not stepwise: QEMU's gdb stub masks interrupts while it steps

    .include "virt.inc"

    .macro taken offset, bit, back      @ logs where it was taken, and masks it for the code returned to
    push {r0-r3, lr}
    mov r0, #\offset
    mov r1, lr
    bl log_pl1
    mrs r0, spsr
    orr r0, r0, #\bit
    msr spsr_cxsf, r0
    pop {r0-r3, lr}
    subs pc, lr, #\back
    .endm

    .balign 32
interrupt_vectors:
    b finished
    b pl1_undefined
    b pl1_svc
    b finished
    b virtual_abort
    b finished
    b virtual_irq
    b virtual_fiq
virtual_abort:
    taken 0x410, 0x100, 8
virtual_irq:
    taken 0x418, 0x80, 4
virtual_fiq:
    taken 0x41c, 0x40, 4

    .macro hcr value
    mov32 r0, \value
    mcr p15, 4, r0, c1, c1, 0
    isb
    .endm

program:
    mov32 r0, interrupt_vectors
    mcr p15, 0, r0, c12, c0, 0          @ VBAR
    .irp pending, 0x90, 0x48, 0xd8, 0x80, 0x40
    hcr \pending                        @ VI with IMO, VF with FMO, both; and without IMO or FMO
    hyp_to SVC
    mov r4, #1
    cpsie i
    mov r5, #2
    cpsie f
    mov r6, #3
    mrs r7, cpsr
    cpsid aif
    to_hyp
    mrs r8, cpsr
    .endr
    hcr 0x90
    hyp_to USR, 0x100                   @ taken at once after the return
    mov r9, #4
    svc #1
    svc #BECOME
    cps #SVC
    mrs r10, cpsr
    to_hyp
    hcr 0
    hyp_to SVC, 0
    mov r11, #5
    finish
