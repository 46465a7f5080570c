@ Runs cases of translation in Non-secure state from Hyp mode: loads the translation registers of a
@ record, does its address translation operations, then returns into its access, and is back when
@ that takes an exception to Hyp. The first page is what Hyp has mapped while its MMU is on, the
@ second, with the vectors of PL1, what every regime has; all else runs with the MMU of Hyp off.
@ CLEAR, LOAD, SAVE, ROUTINES, SNIPPETS and the constants come from the lists in Java.

    .syntax unified
    .arch armv7ve
    .fpu neon-vfpv4
    .arm
    .equ OFF, 0x30c50838                @ HSCTLR with the MMU off
    .text
    .global _start
_start:
    b setup
    .balign 32
hyp_vectors:
    .irp n, 0, 1, 2, 3, 4, 5, 6, 7
    b entry_\n
    .endr

    .irp n, 0, 1, 2, 3, 4, 5, 6, 7
entry_\n:
    mcr p15, 4, sp, c13, c0, 2          @ HTPIDR
    movw sp, #:lower16:OFF
    movt sp, #:upper16:OFF
    mcr p15, 4, sp, c1, c0, 0           @ HSCTLR
    isb
    setend le
    ldr sp, =current
    ldr sp, [sp]
    str r0, [sp, #(OUT + 4 * R0)]
    mov r0, #\n
    b left
    .endr
    .ltorg

    .balign 16
routines:
    ROUTINES

gate_operation:
    mcr p15, 4, r5, c1, c0, 0           @ HSCTLR
    isb
    blx r7
    mov r0, #NOT_TAKEN
    mrrc p15, 0, r2, r3, c7             @ PAR
    mcr p15, 4, r6, c1, c0, 0
    isb
    b keep_operation

gate_access:
    mcr p15, 4, sp, c1, c0, 0           @ HSCTLR
    isb
    eret

    .balign 4096
guest:
    .irp n, 0, 1, 2, 3, 4, 5, 6, 7
    hvc #\n
    .endr
    SNIPPETS

    .arm
    .balign 4096
setup:
    mrs r0, CPSR
    and r0, r0, #0x1f
    cmp r0, #0x13
    bne in_hyp
    mov r0, #0xc00                      @ Secure Supervisor: on to Hyp through Monitor
    mcr p15, 0, r0, c1, c1, 2           @ NSACR
    cps #0x16
    ldr r0, =0x101
    mcr p15, 0, r0, c1, c1, 0           @ SCR
    isb
    mov r0, #0x1da
    msr SPSR_cxsf, r0
    ldr lr, =in_hyp
    movs pc, lr
in_hyp:
    ldr r0, =hyp_vectors
    mcr p15, 4, r0, c12, c0, 0          @ HVBAR
    ldr r0, =0x00f00000
    mcr p15, 0, r0, c1, c0, 2           @ CPACR
    ldr r0, =0x33ff
    mcr p15, 4, r0, c1, c1, 2           @ HCPTR
    ldr r0, =OFF
    mcr p15, 4, r0, c1, c0, 0
    isb
    mov r0, #0x40000000
    vmsr FPEXC, r0
    b batch_done
    .ltorg

left:
    str r1, [sp, #(OUT + 4 * R0 + 4)]
    ldr r1, =phase
    ldr r1, [r1]
    cmp r1, #0
    bne operation_left
    add r1, sp, #OUT
    add r1, r1, #(4 * R0 + 8)
    stm r1, {r2-r12}
    str r0, [sp, #(OUT + 4 * VECTOR)]
    SAVE
done:
    ldr r0, =current
    ldm r0, {r1, r2}
    add r1, r1, #STRIDE
    subs r2, r2, #1
    stm r0, {r1, r2}
    beq batch_done

load_case:
    ldr sp, =current
    ldr sp, [sp]
    LOAD
    mcr p15, 4, r0, c8, c7, 4           @ TLBIALLNSNH
    mcr p15, 4, r0, c8, c7, 0           @ TLBIALLH
    dsb
    isb
    ldr r0, =phase
    mov r1, #1
    str r1, [r0]
    ldr r10, [sp, #(4 * OPERATIONS)]
    add r8, sp, #(4 * OPERATIONS + 4)
    add r9, sp, #OUT
    add r9, r9, #(4 * OPERATIONS_OUT)
    ldr r5, [sp, #(4 * HSCTLR)]
    ldr r6, =OFF
next_operation:
    cmp r10, #0
    beq access
    ldm r8!, {r7, r11}
    CLEAR
    ldr r12, =routines
    add r7, r12, r7, lsl #4
    b gate_operation
operation_left:
    mrrc p15, 0, r2, r3, c7             @ PAR
keep_operation:
    mrc p15, 4, r4, c5, c2, 0           @ HSR
    stm r9!, {r0, r2, r3, r4}
    mrc p15, 4, r2, c6, c0, 0           @ HDFAR
    mrc p15, 4, r3, c6, c0, 4           @ HPFAR
    stm r9!, {r2, r3}
    sub r10, r10, #1
    b next_operation

access:
    ldr r0, =phase
    mov r1, #0
    str r1, [r0]
    CLEAR
    ldr r1, [sp, #(4 * PSR)]
    cmp r1, #0
    beq done
    msr SPSR_cxsf, r1
    ldr r1, [sp, #(4 * PC)]
    msr ELR_hyp, r1
    clrex
    add r0, sp, #(4 * R0_IN)
    ldm r0, {r0-r12}
    ldr sp, [sp, #(4 * HSCTLR)]
    b gate_access
    .ltorg

    .balign 4096
batch_done:
    b batch_done

    .data
    .balign 4096
current:
    .word 0                             @ the record of the case
    .word 0                             @ how many cases are left
phase:
    .word 0                             @ 1 in an address translation operation
