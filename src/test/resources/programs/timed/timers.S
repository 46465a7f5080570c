@ The counters and the four timers: what they read, the instruction that each interrupt is taken before,
@ and how far WFI skips. One instruction is a nanosecond.

    .include "virt.inc"
    .include "gic.inc"
    .include "print.inc"

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

interrupt:                              @ prints where and when, and turns the timers off
    push {r0-r7, lr}
    mrrc p15, 0, r4, r5, c14
    mrs r0, ELR_hyp
    bl print_hex
    mrs r0, spsr
    bl print_hex
    mov r0, r4
    bl print_hex
    mov32 r0, (GICC + 0x0c)
    ldr r6, [r0]
    mov r0, r6
    bl print_hex
    mov r0, #0
    mcr p15, 0, r0, c14, c2, 1
    mcr p15, 0, r0, c14, c3, 1
    mcr p15, 4, r0, c14, c2, 1
    mov32 r0, (GICC + 0x10)
    str r6, [r0]
    pop {r0-r7, lr}
    eret

    .macro set opc1, crm, ticks         @ TVAL, then CTL
    mov32 r0, \ticks
    mcr p15, \opc1, r0, c14, \crm, 0
    mov r0, #1
    mcr p15, \opc1, r0, c14, \crm, 1
    .endm

    .macro show opc1, crm               @ CTL and TVAL
    mrc p15, \opc1, r0, c14, \crm, 1
    bl print_hex
    mrc p15, \opc1, r0, c14, \crm, 0
    bl print_hex
    .endm

    .macro pending
    mov32 r0, (GICD + 0x200)
    ldr r0, [r0]
    bl print_hex
    mrc p15, 0, r0, c12, c1, 0
    bl print_hex
    .endm

program:
    mov32 r0, vectors
    mcr p15, 4, r0, c12, c0, 0
    put GICD, 0x100, 0xffffffff
    put GICD, 0x000, 1
    put GICC, 0x000, 1
    put GICC, 0x004, 0xf0
    print_count
    print_count
    mrrc p15, 0, r4, r5, c14
    .rept 12
    nop
    .endr
    mrrc p15, 0, r6, r7, c14
    mrrc p15, 1, r8, r9, c14
    mov r0, r4
    bl print_hex
    mov r0, r6
    bl print_hex
    mov r0, r8
    bl print_hex
    end_of_line
    cpsie i
    .irp nops, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
    set 0, c2, 20
    .rept \nops
    nop
    .endr
1:  subs r4, r4, #1
    mrc p15, 0, r0, c14, c2, 1
    tst r0, #1
    bne 1b
    print_count
    end_of_line
    .endr
    .irp ticks, 1000, 100000, 5000000
    set 0, c3, \ticks
    print_count
    wfi
    print_count
    end_of_line
    .endr
    .irp ticks, 0, 1, 2000, 300000
    cpsid i
    set 4, c2, \ticks
    wfi                                 @ wakes, and goes on, with interrupts masked
    print_count
    pending
    cpsie i
    print_count
    end_of_line
    .endr
    cpsid i
    mov32 r0, 0x1000                    @ CNTVOFF: the virtual counter is behind
    mov r1, #0
    mcrr p15, 4, r0, r1, c14
    mrrc p15, 1, r0, r1, c14
    bl print_hex
    mov r0, #0
    mov r1, #0
    mcrr p15, 3, r0, r1, c14            @ CNTV_CVAL = 0: long met
    mov r0, #1
    mcr p15, 0, r0, c14, c3, 1
    show 0, c3
    pending
    mov r0, #3                          @ met, but masked
    mcr p15, 0, r0, c14, c3, 1
    show 0, c3
    pending
    mvn r0, #0
    mov r1, #0x100
    mcrr p15, 3, r0, r1, c14            @ CVAL far away; all ones would hang QEMU
    mov r0, #1
    mcr p15, 0, r0, c14, c3, 1
    show 0, c3
    pending
    end_of_line
    mov r0, #0                          @ and ahead of it: a negative offset
    mvn r1, #0
    mcrr p15, 4, r0, r1, c14
    mrrc p15, 1, r4, r5, c14
    mov r0, r4
    bl print_hex
    mov r0, r5
    bl print_hex
    set 0, c3, 0xfffffff0               @ a negative TimerValue is met
    show 0, c3
    pending
    end_of_line
    power_off
