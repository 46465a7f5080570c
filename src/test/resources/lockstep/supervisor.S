@ Runs cases in Non-secure state from Hyp mode: loads the state of a record, returns into the case,
@ and is back when the case takes an exception to Hyp. The vectors of PL1 make a hypercall, so that
@ every exception ends in Hyp with the registers as the exception left them. LOAD, SAVE and the
@ constants come from the list of slots.

    .syntax unified
    .arch armv7ve
    .fpu neon-vfpv4
    .arm
    .text
    .global _start
_start:
    ldr r0, =hyp_vectors
    mcr p15, 4, r0, c12, c0, 0          @ HVBAR
    ldr r0, =pl1_vectors
    mcr p15, 0, r0, c12, c0, 0          @ VBAR
    ldr r0, =0x00f00000
    mcr p15, 0, r0, c1, c0, 2           @ CPACR
    ldr r0, =0x33ff
    mcr p15, 4, r0, c1, c1, 2           @ HCPTR
    mov r0, #0
    mcr p15, 4, r0, c1, c1, 0           @ HCR
    mrc p15, 0, r0, c1, c0, 0           @ SCTLR
    orr r0, r0, #(1 << 10)              @ SW: SWP is not UNDEFINED
    mcr p15, 0, r0, c1, c0, 0
    mov r0, #0x80000000
    mcr p15, 0, r0, c2, c0, 2           @ TTBCR: long descriptors
    mov r0, #0xff
    mcr p15, 0, r0, c10, c2, 0          @ MAIR0: Normal memory
    mcr p15, 4, r0, c10, c2, 0          @ HMAIR0
    mov r1, #0
    ldr r0, =pl1_table
    mcrr p15, 0, r0, r1, c2             @ TTBR0
    ldr r0, =hyp_table
    mcrr p15, 4, r0, r1, c2             @ HTTBR
    ldr r0, =0x80800000
    mcr p15, 4, r0, c2, c0, 2           @ HTCR
    isb
    mov r0, #0x40000000
    vmsr FPEXC, r0
    b batch_done
    .ltorg

    .balign 4096
pl1_vectors:
    .irp n, 0, 1, 2, 3, 4, 5, 6, 7
    hvc #\n
    .endr
    .balign 32
hyp_vectors:
    .irp n, 0, 1, 2, 3, 4, 5, 6, 7
    b entry_\n
    .endr

    .irp n, 0, 1, 2, 3, 4, 5, 6, 7
entry_\n:
    mcr p15, 4, sp, c13, c0, 2          @ HTPIDR
    ldr sp, =current
    ldr sp, [sp]
    str r0, [sp, #OUT]
    mov r0, #\n
    b save_case
    .endr
    .ltorg

@ What both regimes see where translation is on: RAM at 0x40000000 as it is, once more at 0 and,
@ to be read only, at 0x80000000; nothing answers from 0xc0000000 on. PL1 keeps the one at 0 to
@ itself.
    .balign 32
pl1_table:
    .word 0x40000701, 0, 0x40000741, 0, 0x400007c1, 0, 0xc0000741, 0
hyp_table:
    .word 0x40000741, 0, 0x40000741, 0, 0x400007c1, 0, 0xc0000741, 0

save_case:
    str r0, [sp, #(OUT + 4 * VECTOR)]
    add r0, sp, #OUT
    stmib r0, {r1-r12}
    SAVE
    movw r0, #(OUT + 4 * D0)
    add r0, r0, sp
    vstmia r0!, {d0-d15}
    vstmia r0, {d16-d31}
    movw r0, #:lower16:current
    movt r0, #:upper16:current
    ldm r0, {r1, r2}
    add r1, r1, #STRIDE
    subs r2, r2, #1
    stm r0, {r1, r2}
    beq batch_done
load_case:
    movw sp, #:lower16:current
    movt sp, #:upper16:current
    ldr sp, [sp]
    movw r0, #(4 * D0)
    add r0, r0, sp
    vldmia r0!, {d0-d15}
    vldmia r0, {d16-d31}
    LOAD
    clrex
    ldm sp, {r0-r12}
    ldr sp, [sp, #(4 * SP_HYP)]
    eret

    .balign 4096
batch_done:
    b batch_done

    .balign 4096
current:
    .word 0                             @ the record of the case
    .word 0                             @ how many cases are left
