@ For board virt-secure. Runs every case of the table from Monitor mode: sets the registers that the
@ case names, returns to its mode and instruction, and logs which vector is taken, the link, SPSR and
@ CPSR there, and what the fault registers then say. `cases` and the code of each follow from the table.

    .include "common.inc"

    .equ NS, 1
    .equ HCE, 1 << 8
    .equ SCTLR_RESET, 0x00c50078
    .equ LOG, 0x40100000                @ one entry a case, LOG_WORDS words each
    .equ CASE_WORDS, 15
    .equ TE, 1 << 30

    .section .compared, "aw"
case_next:
    .word cases
log_at:
    .word LOG
armed:
    .word 0                             @ 1 until the exception that the case is about
    .text

    .macro scr value                    @ clobbers r0
    mov r0, #(\value)
    mcr p15, 0, r0, c1, c1, 0
    isb
    .endm

    .macro vectors_by control, world    @ r0 = the vectors in the state that TE of \control asks for
    tst \control, #TE
    movweq r0, #:lower16:\world\()_vectors_of_cases
    movteq r0, #:upper16:\world\()_vectors_of_cases
    movwne r0, #:lower16:\world\()_t32_vectors
    movtne r0, #:upper16:\world\()_t32_vectors
    .endm

reset:
    mov32 r0, mon_vectors_of_cases
    mcr p15, 0, r0, c12, c0, 1          @ MVBAR
    cps #MON

    .macro clear_faults
    mov r1, #0
    mcr p15, 0, r1, c5, c0, 0           @ DFSR
    mcr p15, 0, r1, c6, c0, 0           @ DFAR
    mcr p15, 0, r1, c5, c0, 1           @ IFSR
    mcr p15, 0, r1, c6, c0, 2           @ IFAR
    .endm

next_case:
    setend le
    mov32 r10, case_next
    ldr r9, [r10]
    mov32 r8, cases_end
    cmp r9, r8
    beq finished
    scr 0
    clear_faults
    mov32 r0, 0x00f00000
    mcr p15, 0, r0, c1, c0, 2           @ CPACR, for FPEXC
    mov32 r2, SCTLR_RESET
    ldmia r9!, {r3-r5}
    .arch_extension fp
    .fpu neon-vfpv4
    vmsr fpexc, r3
    mcr p15, 0, r4, c1, c1, 2           @ NSACR
    orr r5, r5, r2
    mcr p15, 0, r5, c1, c0, 0           @ SCTLR, Secure
    vectors_by r5, s
    mcr p15, 0, r0, c12, c0, 0          @ VBAR, Secure
    vectors_by r5, mon
    mcr p15, 0, r0, c12, c0, 1          @ MVBAR
    scr NS | HCE
    clear_faults
    mcr p15, 4, r1, c5, c2, 0           @ HSR
    mcr p15, 4, r1, c6, c0, 0           @ HDFAR
    mcr p15, 4, r1, c6, c0, 2           @ HIFAR
    ldmia r9!, {r0-r7}
    mov r12, r0                         @ SCR, written last
    mcr p15, 4, r1, c1, c1, 0           @ HCR
    mcr p15, 4, r2, c1, c1, 1           @ HDCR
    mcr p15, 4, r3, c1, c1, 3           @ HSTR
    mcr p15, 4, r4, c1, c1, 2           @ HCPTR
    mcr p15, 4, r5, c1, c0, 0           @ HSCTLR
    vectors_by r5, hyp
    mcr p15, 4, r0, c12, c0, 0          @ HVBAR
    vectors_by r6, ns
    mcr p15, 0, r0, c12, c0, 0          @ VBAR, Non-secure
    mov32 r0, SCTLR_RESET
    orr r6, r6, r0
    mcr p15, 0, r6, c1, c0, 0           @ SCTLR, Non-secure
    mcr p15, 0, r7, c2, c0, 2           @ TTBCR, Non-secure
    ldmia r9!, {r0-r3}
    str r9, [r10]
    mcr p15, 4, r0, c14, c1, 0          @ CNTHCTL
    mcr p15, 0, r1, c1, c0, 2           @ CPACR
    msr spsr_cxsf, r2
    mov lr, r3
    mov32 r0, log_at
    ldr r1, [r0]
    str r3, [r1], #4
    str r1, [r0]
    mov r0, #1
    mov32 r1, armed
    str r0, [r1]
    mcr p15, 0, r12, c1, c1, 0          @ SCR
    isb
    mov r0, #0
    mov32 r1, UNMAPPED
    mov32 r2, scratch
    mov r3, #3
    movs pc, lr

    .equ IN_T32, 1 << 8                 @ beside the offset in R4: the vector was entered in T32 state

    .macro vectors name
    .balign 32
\name\()_vectors_of_cases:
    .irp offset, 0, 4, 8, 12, 16, 20, 24, 28
    b \name\()_at_\offset
    .endr
    .irp offset, 0, 4, 8, 12, 16, 20, 24, 28
\name\()_at_\offset:
    mov r4, #\offset
    b \name\()_taken
    .endr
    .thumb
    .balign 32
\name\()_t32_vectors:
    .irp offset, 0, 4, 8, 12, 16, 20, 24, 28
    b.w \name\()_t32_at_\offset
    .endr
    .irp offset, 0, 4, 8, 12, 16, 20, 24, 28
    .balign 4
\name\()_t32_at_\offset:
    movw r4, #(\offset + IN_T32)
    bx pc
    nop
    .arm
    b \name\()_taken
    .thumb
    .endr
    .arm
    .endm

    vectors ns
    vectors s
    vectors hyp
    vectors mon

    .macro log_entry link               @ of the first exception of the case only
    mrs r5, \link
    mrs r6, spsr
    mrs r7, cpsr
    log_words
    .endm

    .macro log_words
    setend le
    mov32 r0, armed
    ldr r1, [r0]
    subs r1, r1, #1
    str r1, [r0]
    bmi 1f
    mov32 r0, log_at
    ldr r1, [r0]
    stmia r1!, {r4-r7}
    str r1, [r0]
    b 2f
1:  cmn r1, #8                          @ SMC, the way back, is not to be had: the last case
    beq finished
2:
    .endm

    .macro log_banked
    mov r5, lr
    mrs r6, spsr
    mrs r7, cpsr
    log_words
    .endm

ns_taken:
    log_banked
    smc #0
s_taken:
    log_banked
    cps #MON
    b collect
hyp_taken:
    log_entry ELR_hyp
    smc #0
mon_taken:
    log_banked
collect:
    mrc p15, 0, r4, c1, c1, 0           @ SCR
    mov32 r12, log_at
    ldr r11, [r12]
    .macro log_faults
    mrc p15, 0, r5, c5, c0, 0           @ DFSR
    mrc p15, 0, r6, c6, c0, 0           @ DFAR
    mrc p15, 0, r7, c5, c0, 1           @ IFSR
    mrc p15, 0, r8, c6, c0, 2           @ IFAR
    stmia r11!, {r5-r8}
    .endm
    scr 0
    log_faults
    scr NS | HCE
    log_faults
    mrc p15, 4, r5, c5, c2, 0           @ HSR
    mrc p15, 4, r6, c6, c0, 0           @ HDFAR
    mrc p15, 4, r7, c6, c0, 2           @ HIFAR
    stmia r11!, {r4-r7}
    str r11, [r12]
    b next_case

