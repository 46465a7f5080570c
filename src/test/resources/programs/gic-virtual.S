@ The virtualization extensions of the GIC: list registers, the virtual CPU interface as a guest uses it,
@ virtual interrupts taken in PL1, ends that reach the physical interrupt, maintenance interrupts.
@ not stepwise: QEMU's gdb stub masks interrupts while it steps

    .include "virt.inc"
    .include "gic.inc"

    .macro state                        @ what HYP sees
    get GICH, 0x000
    get GICH, 0x010
    get GICH, 0x020
    get GICH, 0x030
    get GICH, 0x0f0
    get GICH, 0x100
    get GICH, 0x104
    get GICH, 0x108
    get GICH, 0x10c
    get GICD, 0x300
    get GICD, 0x304
    .endm

    .macro lr number, value
    put GICH, (0x100 + 4 * \number), \value
    .endm

    .macro ack
    get GICV, 0x0c
    mov r6, r0
    get GICV, 0x14
    get GICV, 0x18
    .endm

    .macro eoi
    mov32 r0, (GICV + 0x10)
    str r6, [r0]
    get GICV, 0x14
    .endm

    .macro take_40                      @ HYP takes SPI 40 and drops its priority only
    put GICC, 0x000, 0x201
    put GICD, 0x204, 0x00000100
    get GICC, 0x0c
    mov32 r1, (GICC + 0x10)
    str r0, [r1]
    .endm

    .balign 32
guest_vectors:
    b finished
    b pl1_undefined
    b pl1_svc
    b pl1_prefetch_abort
    b pl1_data_abort
    b finished
    b guest_interrupt
    b guest_interrupt

guest_interrupt:
    push {r0-r3, r6, lr}
    mov r0, lr
    bl note
    mrs r0, cpsr
    bl note
    ack
    eoi
    pop {r0-r3, r6, lr}
    subs pc, lr, #4

    .balign 32
host_vectors:
    b finished
    b hyp_undefined
    b hyp_from_hyp
    b hyp_prefetch_abort
    b hyp_data_abort
    b hyp_trap
    b host_interrupt
    b host_interrupt

host_interrupt:                         @ a maintenance interrupt: HYP turns the virtual interface off
    push {r0-r3, r6, lr}
    mrs r0, spsr
    bl note
    get GICC, 0x0c
    mov r6, r0
    get GICH, 0x010
    put GICH, 0x000, 0
    mov32 r0, (GICC + 0x10)
    str r6, [r0]
    pop {r0-r3, r6, lr}
    eret

program:
    mov32 r0, host_vectors
    mcr p15, 4, r0, c12, c0, 0
    mov32 r0, guest_vectors
    mcr p15, 0, r0, c12, c0, 0
    put GICD, 0x000, 1
    put GICD, 0x100, 0xffff0000
    put GICD, 0x104, 0x00000100
    put GICD, 0x828, 0x01010101
    put GICC, 0x004, 0xf0
    put GICC, 0x000, 1
    mov r0, #0x18                       @ IMO, FMO
    mcr p15, 4, r0, c1, c1, 0
    marker 1                            @ pending ones, off and on
    lr 0, 0x18000021
    lr 1, 0x10000022
    state
    ack
    put GICV, 0x000, 1
    put GICV, 0x004, 0xf8
    ack
    put GICH, 0x000, 1
    state
    mrc p15, 0, r0, c12, c1, 0
    bl note
    ack                                 @ priority 0, number 0x22
    state
    get GICV, 0x0c                      @ nothing preempts it
    eoi
    state
    ack
    eoi
    state
    marker 2                            @ taken in PL1
    lr 0, 0x18000021
    lr 2, 0x10000003
    hyp_to SVC
    mrc p15, 0, r0, c12, c1, 0
    bl note
    cpsie i
    mrs r0, cpsr
    bl note
    cpsid i
    hvc #BECOME
    state
    marker 3                            @ FIQ for group 0, IRQ for group 1
    put GICV, 0x000, 0x0f
    lr 0, 0x18000021
    lr 1, 0x50000022
    hyp_to SVC
    mrc p15, 0, r0, c12, c1, 0
    bl note
    cpsie i
    cpsie f
    cpsid if
    hvc #BECOME
    state
    put GICV, 0x000, 1
    marker 4                            @ of hardware: its end is the physical interrupt's end
    take_40
    lr 3, 0x9000a030                    @ virtual 0x30, physical 40
    state
    ack
    state
    eoi
    state
    marker 5                            @ drop and deactivation apart
    put GICV, 0x000, 0x201
    take_40
    lr 3, 0x9000a030
    ack
    eoi
    state
    mov32 r0, (GICV + 0x1000)
    str r6, [r0]
    state
    put GICV, 0x000, 1
    put GICC, 0x000, 1
    marker 6                            @ ends that no list register knows are counted
    lr 0, 0x10000021
    ack
    lr 0, 0
    state
    eoi
    state
    put GICH, 0x000, 1
    marker 7                            @ the reasons for maintenance
    lr 0, 0x00080021                    @ ended, and asks for it
    state
    lr 0, 0
    put GICH, 0x000, 3                  @ underflow
    state
    lr 0, 0x10000021
    state
    lr 1, 0x10000022
    state
    lr 0, 0
    lr 1, 0
    put GICH, 0x000, 9                  @ none pending
    state
    put GICH, 0x000, 0x11               @ group 0 is on
    state
    put GICH, 0x000, 0x21
    state
    put GICH, 0x000, 0x41
    state
    put GICH, 0x000, 0x81
    state
    put GICH, 0x000, 0xf0000005         @ ends were counted
    state
    put GICH, 0x000, 0xf00000fe         @ all of them, but it is off
    state
    put GICH, 0x000, 0
    marker 8                            @ a maintenance interrupt from a guest
    get GICD, 0x200
    put GICH, 0x000, 3
    get GICD, 0x200
    put GICH, 0x000, 0
    get GICD, 0x200
    lr 0, 0x10080021
    put GICH, 0x000, 1
    hyp_to SVC
    cpsie i
    mov r9, #1
    cpsid i
    hvc #BECOME
    state
    marker 9                            @ HCR.VI beside it
    mov r0, #0x98
    mcr p15, 4, r0, c1, c1, 0
    hyp_to SVC
    mrc p15, 0, r0, c12, c1, 0
    bl note
    hvc #BECOME
    mov r0, #0
    mcr p15, 4, r0, c1, c1, 0
    marker 10                           @ binary points, and PMR
    put GICH, 0x000, 1
    put GICV, 0x004, 0x80
    lr 0, 0x18000021
    lr 1, 0x14000022
    ack
    lr 1, 0x12800023
    ack
    put GICV, 0x008, 6
    lr 2, 0x11000024
    ack
    state
    put GICV, 0x004, 0x30
    ack
    mov r0, #0                          @ what was pushed tells where QEMU took the maintenance interrupt
    push {r0-r3, r6, lr}
    pop {r0-r3, r6, lr}
    finish
