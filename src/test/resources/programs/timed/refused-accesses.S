@ What a refused or trapped access to a system register adds to virtual time: on QEMU as much as all that it
@ has translated in one piece with it, up to a branch, to what changes the state of the core, or to the end of
@ the page; but never past the instant of a timer.

    .include "virt.inc"
    .include "gic.inc"
    .include "print.inc"
    .fpu neon

    .macro hcr value
    mov32 r0, (\value)
    mcr p15, 4, r0, c1, c1, 0
    isb
    .endm

    .macro sixteen follows:vararg       @ trapped reads, each with what follows it, and a branch
    .rept 16
    mrc p15, 0, r5, c1, c0, 1
    .irp what, \follows
    \what
    .endr
    b 1f
1:
    .endr
    print_count
    .endm

    .macro all
    sixteen "nop"
    sixteen "nop", "nop", "add r5, r5, #1", "ldr r5, [sp]"
    sixteen "mrs r5, cpsr", "nop", "nop"
    sixteen "msr cpsr_f, r5", "nop", "nop"
    sixteen "msr spsr_cxsf, r5", "nop", "nop"
    sixteen "isb", "nop", "nop"
    sixteen "dmb", "dsb", "nop"
    sixteen "cpsid i", "nop", "nop"
    sixteen "mcr p15, 0, r5, c7, c5, 0", "nop", "nop"
    sixteen "mcr p15, 0, r5, c7, c10, 5", "nop", "nop"
    sixteen "mcr p15, 0, r5, c7, c5, 4", "nop", "nop"
    sixteen "mcr p15, 0, r5, c13, c0, 3", "nop", "nop"
    sixteen "mrc p15, 0, r5, c13, c0, 3", "nop", "nop"
    sixteen "mrc p15, 0, r5, c14, c0, 0", "nop", "nop"
    sixteen "mrrc p15, 1, r5, r6, c14", "nop", "nop"
    sixteen "ldrex r5, [sp]", "clrex", "nop"
    sixteen "mrs r5, SP_usr", "nop", "nop"
    sixteen "svc #1", "nop", "nop"
    sixteen "udf #1", "nop", "nop"
    sixteen "sev", "nop", "nop"
    sixteen "yield", "nop", "nop"
    sixteen "setend le", "nop", "nop"
    sixteen "bl 2f", "2:", "nop"
    sixteen "vmrs r5, fpscr", "vadd.f32 s0, s0, s0", "nop"
    sixteen "vmsr fpscr, r6", "nop", "nop"
    end_of_line
    .endm

program:
    mov r0, #0xf00000
    mcr p15, 0, r0, c1, c0, 2
    isb
    mov r0, #0x40000000
    vmsr fpexc, r0
    mov r6, #0
    print_count
    hcr 1 << 21                         @ TAC
    hyp_to SVC
    all
    add r0, pc, #1
    bx r0
    .thumb
    .rept 16                            @ T32, whose instructions are of two sizes
    mrc p15, 0, r5, c1, c0, 1
    nop
    cmp r5, #0
    itt eq
    moveq r5, #0
    addeq.w r5, r5, #0
    cbz r5, 1f
1:  mrc p15, 0, r5, c1, c0, 1
    ldr r5, [sp]
    setend le
    mrs r5, cpsr
    cpsid i
    nop
    .endr
    bx pc
    nop
    .arm
    print_count
    end_of_line
    to_hyp
    print_count
    hyp_to SVC
    .rept 16                            @ a constant on QEMU: its write does not end a piece
    mcr p15, 0, r5, c1, c0, 1
    nop
    nop
    .endr
    to_hyp
    print_count
    hcr 1 << 26                         @ TVM
    hyp_to SVC
    .rept 16
    mcr p15, 0, r5, c13, c0, 1
    nop
    nop
    .endr
    to_hyp
    print_count
    hcr 0
    hyp_to USR
    .rept 16                            @ CNTKCTL does not grant it
    mrrc p15, 1, r0, r1, c14
    mrc p15, 0, r0, c14, c0, 0
    nop
    .endr
    svc #BECOME
    cps #SVC
    to_hyp
    print_count
    end_of_line
    hcr 1 << 21
    hyp_to SVC
    print_count
    b near
    .balign 4096
    .space 4096 - 24
near:
    mrc p15, 0, r5, c1, c0, 1           @ the page ends after five more
    .rept 12
    nop
    .endr
    print_count
    end_of_line
    to_hyp
    hcr (1 << 21 | 1 << 4)              @ and IMO: a timer comes within what is counted
    mov32 r0, vectors
    mcr p15, 4, r0, c12, c0, 0
    put GICD, 0x100, 0xffffffff
    put GICD, 0x000, 1
    put GICC, 0x000, 1
    put GICC, 0x004, 0xf0
    .irp ticks, 2, 3, 4, 5, 6, 7
    mov r0, #\ticks
    mcr p15, 4, r0, c14, c2, 0
    mov r0, #1
    mcr p15, 4, r0, c14, c2, 1
    hyp_to SVC
    mrc p15, 0, r5, c1, c0, 1
    .rept 100
    nop
    .endr
    to_hyp
    .endr
    power_off

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

interrupt:                              @ prints where and when, and turns the timer off
    push {r0-r3, lr}
    mrs r0, ELR_hyp
    bl print_hex
    print_count
    end_of_line
    mov r0, #0
    mcr p15, 4, r0, c14, c2, 1
    isb
    pop {r0-r3, lr}
    eret
