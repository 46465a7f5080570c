@ Interrupts through the GIC: software-generated, private and shared ones made pending by software, their
@ order, preemption, groups, both ways to end one, level and edge; taken in HYP and in PL1.
@ not stepwise: QEMU's gdb stub masks interrupts while it steps. QEMU takes interrupts where it has translated
@ to: at an ISB here.

    .include "virt.inc"
    .include "gic.inc"

    .macro ack offset=0x0c              @ logs what IAR reads, what is running, and what is left in r6
    get GICC, \offset
    mov r6, r0
    get GICC, 0x14
    get GICC, 0x18
    .endm

    .macro eoi offset=0x10
    mov32 r0, (GICC + \offset)
    str r6, [r0]
    get GICC, 0x14
    .endm

    .macro priorities                   @ of SGI 1 to 3, PPI 20, SPI 40 and 41
    put GICD, 0x400, 0x80a0c000
    put GICD, 0x414, 0x00000060
    put GICD, 0x428, 0x00005040
    .endm

    .balign 32
irq_vectors:
    b finished
    b hyp_undefined
    b hyp_from_hyp
    b hyp_prefetch_abort
    b hyp_data_abort
    b hyp_trap
    b irq_in_hyp
    b irq_in_hyp

irq_in_hyp:                             @ logs what it came from, and ends it
    push {r0-r3, r6, lr}
    mrs r0, spsr
    bl note
    mrs r0, cpsr
    bl note
    ack
    eoi
    pop {r0-r3, r6, lr}
    eret

    .balign 32
pl1_irq_vectors:
    b finished
    b pl1_undefined
    b pl1_svc
    b pl1_prefetch_abort
    b pl1_data_abort
    b finished
    b irq_in_pl1
    b irq_in_pl1

irq_in_pl1:
    push {r0-r3, r6, lr}
    mrs r0, spsr
    bl note
    mrs r0, cpsr
    bl note
    ack
    eoi
    pop {r0-r3, r6, lr}
    subs pc, lr, #4

    .macro sgi list, number             @ to the cores of a list, or by filter
    put GICD, 0xf00, (\list << 16 | \number)
    .endm

program:
    mov32 r0, irq_vectors
    mcr p15, 4, r0, c12, c0, 0
    mov32 r0, pl1_irq_vectors
    mcr p15, 0, r0, c12, c0, 0
    priorities
    put GICD, 0x100, 0xffffffff
    put GICD, 0x104, 0x00000300
    put GICD, 0x828, 0x01010101
    marker 1                            @ everything is off: nothing comes
    sgi 1, 1
    ack
    put GICD, 0x000, 1
    ack
    put GICC, 0x000, 1
    ack                                 @ PMR is 0
    put GICC, 0x004, 0xf0
    get GICD, 0x200
    ack
    get GICD, 0x200
    get GICD, 0x300
    eoi
    get GICD, 0x300
    marker 2                            @ several: in order of priority, and of number
    sgi 1, 1
    sgi 1, 2
    sgi 1, 3
    put GICD, 0x204, 0x00000300
    put GICD, 0x200, 0x00100000
    mrc p15, 0, r0, c12, c1, 0          @ ISR
    bl note
    .rept 7
    ack
    get GICC, 0xd0
    get GICC, 0xd4
    get GICC, 0xd8
    get GICC, 0xdc
    eoi
    .endr
    marker 3                            @ preemption by the binary point
    put GICC, 0x008, 6                  @ two levels
    sgi 1, 1
    ack
    sgi 1, 3                            @ 0x80, as 0xc0 in the same group of priorities
    ack
    put GICD, 0x204, 0x00000100         @ 0x40 preempts
    ack
    get GICC, 0xd0
    get GICC, 0xd8
    eoi
    mov r6, #1
    eoi
    ack
    eoi
    put GICC, 0x008, 0
    marker 4                            @ drop first, end later
    put GICC, 0x000, 0x201
    sgi 1, 2
    ack
    eoi
    get GICD, 0x300
    sgi 1, 2
    ack                                 @ still active
    mov32 r0, (GICC + 0x1000)
    mov r1, #2
    str r1, [r0]
    get GICD, 0x300
    ack
    eoi
    mov32 r0, (GICC + 0x1000)
    str r6, [r0]
    get GICD, 0x300
    put GICC, 0x000, 0x001
    marker 5                            @ group 1
    put GICD, 0x080, 0x00000004
    put GICD, 0x000, 3
    put GICC, 0x000, 3
    sgi 1, 2
    ack                                 @ 1022: without AckCtl only the alias, which QEMU has not
    put GICC, 0x000, 7
    sgi 1, 3
    ack                                 @ of group 0
    eoi
    ack
    eoi
    put GICD, 0x080, 0
    put GICC, 0x000, 1
    marker 6                            @ taken in HYP
    cpsie i
    sgi 1, 1
    isb
    sgi 2, 3                            @ by filter: others only, so not here
    put GICD, 0xf00, 0x02000003         @ this core
    isb
    put GICD, 0x204, 0x00000300
    isb
    cpsid i
    marker 7                            @ FIQ by group 0
    put GICC, 0x000, 9
    sgi 1, 1
    mrc p15, 0, r0, c12, c1, 0
    bl note
    cpsie f
    isb
    cpsid f
    put GICC, 0x000, 1
    marker 8                            @ from PL1, routed to HYP, masked or not
    mov r0, #0x10
    mcr p15, 4, r0, c1, c1, 0
    sgi 1, 1
    hyp_to SVC
    mov r9, #1
    put GICD, 0xf00, 0x02000003
    isb
    mov r9, #2
    hvc #BECOME
    marker 9                            @ and not routed: to IRQ mode
    mov r0, #0
    mcr p15, 4, r0, c1, c1, 0
    hyp_to SVC
    put GICD, 0xf00, 0x02000003
    cpsie i
    mov r9, #3
    hvc #BECOME
    marker 10                           @ set and cleared by software
    cpsid aif
    mov32 r0, (GICD + 0xf25)            @ SGI 5 from core 0
    mov r1, #1
    strb r1, [r0]
    get GICD, 0x200
    get GICD, 0xf24
    mov32 r0, (GICD + 0xf15)
    strb r1, [r0]
    get GICD, 0x200
    put GICD, 0x304, 0x00000100         @ made active
    put GICD, 0x204, 0x00000100
    ack
    put GICD, 0x384, 0x00000100
    ack
    eoi
    put GICD, 0x104, 0x00000400
    put GICD, 0x204, 0x00000400
    put GICD, 0x284, 0x00000400
    ack
    put GICC, 0x004, 0x40               @ PMR hides what is not above it
    put GICD, 0x204, 0x00000300
    ack
    put GICC, 0x004, 0x41
    ack
    eoi
    finish
