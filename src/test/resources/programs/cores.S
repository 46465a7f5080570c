@ Two cores: power control, interrupts between them, a lock and a counter that both take, events, and what
@ each core sees of the GIC as its own.
@ cores: 2
@ not stepwise: what the cores do at one step is not the same on QEMU

    .include "virt.inc"
    .include "gic.inc"

    .equ ROUNDS, 500
    .equ CPU_OFF, 0x84000002
    .equ CPU_ON, 0x84000003
    .equ AFFINITY_INFO, 0x84000004
    .equ FLAG, 0                        @ of scratch
    .equ LOCK, 4
    .equ COUNT, 8
    .equ PLAIN, 12
    .equ HEARD, 16
    .equ GO, 20
    .equ SEEN, 0x40

    .macro psci function, a=0, b=0, c=0
    mov32 r0, \function
    mov32 r1, \a
    mov32 r2, \b
    mov32 r3, \c
    smc #0
    .endm

    .macro field reg, offset
    mov32 \reg, (scratch + \offset)
    .endm

    .macro await offset, value          @ without an event
    field r4, \offset
1:  ldr r5, [r4]
    cmp r5, #\value
    blo 1b
    .endm

    .macro announce offset, value
    field r4, \offset
    mov r5, #\value
    dmb
    str r5, [r4]
    .endm

    .balign 32
vectors:
    b finished
    b hyp_undefined
    b hyp_from_hyp
    b hyp_prefetch_abort
    b hyp_data_abort
    b hyp_trap
    b interrupt
    b finished

interrupt:                              @ the last one heard, with its sender, into HEARD + 4 * core
    push {r0-r3, lr}
    mov32 r0, (GICC + 0x0c)
    ldr r1, [r0]
    mrc p15, 0, r2, c0, c0, 5
    and r2, r2, #3
    field r3, HEARD
    cmp r2, #0
    addeq r3, r3, #8
    str r1, [r3]
    mov32 r0, (GICC + 0x10)
    str r1, [r0]
    pop {r0-r3, lr}
    eret

work:                                   @ both: a counter by exclusives, and one behind a lock
    mov32 r9, ROUNDS
    field r6, COUNT
    field r7, LOCK
    field r8, PLAIN
1:  ldrex r0, [r6]
    add r0, r0, #1
    strex r1, r0, [r6]
    cmp r1, #0
    bne 1b
2:  ldrex r0, [r7]
    cmp r0, #0
    wfene
    bne 2b
    mov r0, #1
    strex r1, r0, [r7]
    cmp r1, #0
    bne 2b
    dmb
    ldr r0, [r8]
    add r0, r0, #1
    str r0, [r8]
    dmb
    mov r0, #0
    str r0, [r7]
    dsb
    sev
    subs r9, r9, #1
    bne 1b
    bx lr

second:                                 @ core 1, with its context in r0
    mov32 sp, (stack_und)
    field r4, SEEN
    str r0, [r4], #4
    mrs r0, cpsr
    str r0, [r4], #4
    mrc p15, 0, r0, c0, c0, 5           @ MPIDR
    str r0, [r4], #4
    mov32 r1, GICD
    ldr r0, [r1, #0x100]                @ nobody has enabled anything here
    str r0, [r4], #4
    ldr r0, [r1, #0x800]
    str r0, [r4], #4
    mvn r0, #0
    str r0, [r1, #0x100]
    ldr r0, [r1, #0x100]
    str r0, [r4], #4
    mov32 r0, vectors
    mcr p15, 4, r0, c12, c0, 0
    mov32 r1, GICC
    mov r0, #1
    str r0, [r1]
    mov r0, #0xf0
    str r0, [r1, #4]
    announce FLAG, 1
    bl work
    announce FLAG, 2
    cpsie i
1:  wfi
    field r4, HEARD
    ldr r5, [r4]
    cmp r5, #0
    beq 1b
    cpsid i
    mov32 r0, (GICD + 0xf00)
    mov32 r1, 0x01000005                @ SGI 5 to all others
    str r1, [r0]
    announce FLAG, 3
    field r4, GO
2:  wfe
    ldr r5, [r4]
    cmp r5, #1
    bne 2b
    announce FLAG, 4
    psci CPU_OFF
    b finished

program:
    mov32 r0, vectors
    mcr p15, 4, r0, c12, c0, 0
    mov r0, #0
    .irp offset, FLAG, LOCK, COUNT, PLAIN, HEARD, GO, HEARD + 8
    field r1, \offset
    str r0, [r1]
    .endr
    put GICD, 0x000, 1
    put GICD, 0x100, 0x0000ffff
    put GICC, 0x000, 1
    put GICC, 0x004, 0xf0
    get GICD, 0x004
    get GICD, 0x800
    put GICD, 0x820, 0x03010203         @ two cores to aim at
    get GICD, 0x820
    psci AFFINITY_INFO, 1
    bl note
    psci AFFINITY_INFO, 2
    bl note
    psci CPU_ON, 2, second
    bl note
    psci CPU_ON, 0, second
    bl note
    psci CPU_ON, 1, second, 0x1234
    bl note
    await FLAG, 1
    psci CPU_ON, 1, second
    bl note
    bl work
    await FLAG, 2
    put GICD, 0xf00, 0x00020003         @ SGI 3 to core 1
    await FLAG, 3
    cpsie i
    isb
    cpsid i
    announce GO, 1
    dsb
    sev
    await FLAG, 4
1:  psci AFFINITY_INFO, 1
    cmp r0, #1
    bne 1b
    mov r0, #0                          @ what the lock left on the stack and in registers differs
    seed
    finish
