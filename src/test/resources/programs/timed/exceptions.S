@ How many nanoseconds each kind of instruction and exception takes: 16 of each between two readings of
@ the counter, whose tick is 16 of them, so that the line shows the number for one. Every line begins
@ with what is measured, in four letters.

    .include "virt.inc"
    .include "print.inc"
    .fpu vfpv4

    .equ TABLE, 0x40100000              @ sections; addresses are physical ones,
    .equ PAGES, 0x40104000              @ but from 0x60000000 there is one page, and the next is missing
    .equ MISSING, 0x60001000

    .balign 32
own_hyp_vectors:
    b finished
    b finished
    b finished
    b finished
    b finished
    b trapped
    b finished
    b finished
trapped:                                @ goes on after the instruction that was trapped
    mrc p15, 4, r6, c5, c2, 0
    lsr r6, r6, #26
    cmp r6, #0x12
    mrsne r7, ELR_hyp
    addne r7, r7, #4
    msrne ELR_hyp, r7
    eret

    .balign 32
own_vectors:
    b finished
    movs pc, lr                         @ undefined: after it, if it was A32
    b called
    b fetched
    subs pc, lr, #4                     @ data abort: after it, if it was A32
    b finished
    b finished
    b finished
called:                                 @ goes on in Supervisor mode
    mrs r7, spsr
    orr r7, r7, #SVC
    msr spsr_c, r7
    movs pc, lr
fetched:
    mov lr, r12
    movs pc, lr

    .macro name text                    @ clobbers r0, r3
    ldr r0, 1f
    b 2f
1:  .ascii "\text"
2:  bl print_text
    .endm

print_text:                             @ the four letters in r0
    mov32 r3, UART
    .rept 4
    str r0, [r3]
    lsr r0, r0, #8
    .endr
    mov r0, #' '
    str r0, [r3]
    bx lr

    .macro measure text:req, body
    name \text
    mrrc p15, 0, r10, r11, c14
    .rept 16
    \body
    .endr
    mrrc p15, 0, r8, r9, c14
    sub r0, r8, r10
    bl print_hex
    end_of_line
    .endm

    .macro to_missing                   @ a prefetch abort, and on
    adr r12, 1f
    ldr pc, [r4]
1:
    .endm

    .macro half_fault                   @ the second page of a transfer is missing
    ldm r5, {r0-r3}
    .endm

    .macro half_store
    stm r5, {r0-r3}
    .endm

    .macro thumb_svc
    add r0, pc, #1
    bx r0
    .thumb
    nop
    svc #0
    bx pc
    nop
    .arm
    .endm

    .macro thumb_it_svc
    add r0, pc, #1
    bx r0
    .thumb
    cmp r0, r0
    ite eq
    moveq r1, #1
    svcne #0
    it eq
    svceq #0
    bx pc
    nop
    .arm
    .endm

    .macro written_code                 @ replaced by what it is already
    ldr r0, 1f
    str r0, 1f
    mcr p15, 0, r0, c7, c5, 4
1:  mov r1, #1
    .endm

    .macro walk                         @ the TLB has nothing of it
    mcr p15, 0, r0, c8, c7, 0
    dsb
    isb
    ldr r1, [r4]
    .endm

    .macro user_svc
    msr spsr_c, #USR
    adr lr, 1f
    movs pc, lr
1:  nop
    svc #0
    .endm

    .macro returned_by_ldm
    mrs r0, cpsr
    adr r1, 1f
    msr spsr_cxsf, r0
    push {r1}
    ldm sp!, {pc}^
1:
    .endm

    .macro returned_by_rfe
    mrs r1, cpsr
    adr r0, 1f
    push {r0, r1}
    rfeia sp!
1:
    .endm

    .macro lost_exclusive
    ldrex r0, [r4]
    clrex
    strex r1, r0, [r4]
    .endm

    .macro kept_exclusive
    ldrex r0, [r4]
    strex r1, r0, [r4]
    .endm

    .macro to_bkpt
    adr r12, 1f
    bkpt #0
1:
    .endm

    .macro pl031                        @ a device: its register is read
    ldr r0, [r4, #4]
    ldr r0, [r0]
    .endm

tables:
    mov32 r0, TABLE
    mov r1, #0
    mov32 r2, 0xc02                     @ sections, full access, Strongly-ordered
1:  orr r3, r2, r1, lsl #20
    str r3, [r0, r1, lsl #2]
    add r1, r1, #1
    cmp r1, #0x1000
    blo 1b
    mov32 r1, (PAGES + 1)
    mov32 r2, (TABLE + 0x600 * 4)
    str r1, [r2]
    mov32 r1, (0x40000000 + 0x200000 + 0x032)
    mov32 r2, PAGES
    str r1, [r2]
    mov32 r2, (TABLE + 0x402 * 4)       @ the memory behind it is Normal
    mov32 r1, 0x40201c0e
    str r1, [r2]
    mov32 r2, (TABLE + 0x400 * 4)
    mov32 r1, 0x40001c0e
    str r1, [r2]
    mov r1, #1
    mcr p15, 0, r1, c3, c0, 0
    mcr p15, 0, r0, c2, c0, 0
    mov r1, #0
    mcr p15, 0, r1, c2, c0, 2
    mcr p15, 0, r1, c8, c7, 0
    mrc p15, 0, r1, c1, c0, 0
    orr r1, r1, #1
    mcr p15, 0, r1, c1, c0, 0
    isb
    bx lr

program:
    mov32 r0, own_hyp_vectors
    mcr p15, 4, r0, c12, c0, 0
    mov32 r0, own_vectors
    mcr p15, 0, r0, c12, c0, 0
    mov r0, #3
    mcr p15, 4, r0, c14, c1, 0          @ CNTHCTL
    hyp_to SVC
    mov32 sp, stack_svc
    bl tables
    mov32 r5, (MISSING - 8)
    mov32 r4, pointers
    measure none
    measure nop_, "nop"
    measure svc_, "svc #0"
    measure hvc_, "hvc #0"
    measure psci, "mov32 r0, 0x84000000; smc #0"
    measure udf_, "udf #0"
    measure bkpt, "to_bkpt"
    measure pabt, "to_missing"
    measure dabt, "ldr r0, [r5, #8]"
    measure post, "ldr r0, [r5, #8]!"
    measure ldm_, "half_fault"
    measure stm_, "half_store"
    measure ldrd, "ldrd r0, r1, [r5, #4]"
    measure fpon, "vmov s0, r0"
    measure undc, "mrc p15, 7, r0, c15, c15, 7"
    measure cp14, "mrc p14, 0, r0, c0, c1, 0"
    measure thum, "thumb_svc"
    measure it__, "thumb_it_svc"
    measure code, "written_code"
    measure walk, "walk"
    measure user, "user_svc"
    measure ldmu, "returned_by_ldm"
    measure rfe_, "returned_by_rfe"
    measure lost, "lost_exclusive"
    measure kept, "kept_exclusive"
    measure yiel, "yield"
    measure wfe_, "wfe"
    measure sev_, "sev; wfe"
    measure cond, "moveq r0, #1; movne r0, #2"
    measure mcr_, "mcr p15, 0, r0, c13, c0, 3"
    measure mrc_, "mrc p15, 0, r0, c0, c0, 0"
    measure mrs_, "mrs r0, cpsr"
    measure msr_, "mrs r0, cpsr; msr cpsr_c, r0"
    measure cps_, "cpsid i"
    measure setd, "setend le"
    measure isb_, "isb; dsb; dmb"
    measure pl31, "pl031"
    power_off

    .balign 4
pointers:
    .word MISSING
    .word 0x09010000
