@ Two cores, each with a HYP mode of its own: what one installs in HVBAR, the other does not have.

    .include "hyp.inc"
    .include "console.inc"
    .include "entry.inc"                @ every core comes in here, and falls through to `kernel`
    .include "to-svc.inc"
    .include "stub-s4.inc"
    .include "kernel-vectors.inc"
    .include "callers-s4.inc"

    .equ PSCI_CPU_ON, 0x84000003
    .equ PSCI_CPU_OFF, 0x84000002
    .equ MPIDR_CORE, 3

    .bss
    .balign 4
second_done:
    .space 4
    .space 64                           @ keeps the label inside its segment

    .text
function kernel
    mrc p15, 0, r0, c0, c0, 5           @ MPIDR
    ands r0, r0, #MPIDR_CORE
    bne second_core

function first_core
    mov32 r0, kernel_vectors
    bl __hyp_set_vectors
    say "core 0: vectors set\n"

    mov32 r0, PSCI_CPU_ON
    mov r1, #1                          @ by MPIDR
    mov32 r2, _start                    @ entered as the boot loader enters core 0: in HYP, MMU off
    mov r3, #0
    smc #0
    mov32 r4, second_done
1:  wfe
    ldr r0, [r4]
    cmp r0, #0
    beq 1b

    bl __hyp_reset_vectors              @ its own HVBAR; that of core 1 is reset already
    say "core 0: vectors reset\n"
    b power_off

function second_core
    say "core 1: entered in HYP, with a stub of its own\n"
    mov32 r0, kernel_vectors
    bl __hyp_set_vectors
    say "core 1: vectors set\n"
    bl __hyp_reset_vectors
    say "core 1: vectors reset, off\n"

    mov32 r4, second_done
    mov r0, #1
    str r0, [r4]
    dsb
    sev
    mov32 r0, PSCI_CPU_OFF
    smc #0
    b power_off                         @ not reached: CPU_OFF does not return
