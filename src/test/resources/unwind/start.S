@ From HYP, where the board starts, to SVC with a stack, and into the C program. HYP answers an HVC with a
@ stack of its own. A32 whatever the C is compiled to.

    .arch armv7ve
    .fpu vfpv3-d16
    .syntax unified
    .arm
    .text
    .equ SVC_MASKED, 0x1d3
    .equ PSCI_SYSTEM_OFF, 0x84000008

    .globl _start, call_hyp, power_off
    .type _start, %function
_start:
    ldr r0, =hyp_vectors
    mcr p15, 4, r0, c12, c0, 0          @ HVBAR
    ldr sp, =hyp_stack
    ldr r0, =0x33ff
    mcr p15, 4, r0, c1, c1, 2           @ HCPTR: no traps of VFP
    mov r0, #SVC_MASKED
    msr SPSR_cxsf, r0
    adr r0, in_svc
    msr ELR_hyp, r0
    eret
    .size _start, . - _start

    .type in_svc, %function
in_svc:
    ldr sp, =svc_stack
    mov r0, #0xf00000
    mcr p15, 0, r0, c1, c0, 2           @ CPACR: VFP for everybody
    isb
    mov r0, #0x40000000
    vmsr fpexc, r0
    mov fp, #0
    mov r7, #0
    mov lr, #0
    ldr r0, =program
    bx r0
    .size in_svc, . - in_svc

    .type call_hyp, %function
call_hyp:
    hvc #0
    bx lr
    .size call_hyp, . - call_hyp

@ What .ARM.exidx refers to; nobody calls them.
    .globl __aeabi_unwind_cpp_pr0, __aeabi_unwind_cpp_pr1, __aeabi_unwind_cpp_pr2
__aeabi_unwind_cpp_pr0:
__aeabi_unwind_cpp_pr1:
__aeabi_unwind_cpp_pr2:
    b .

    .type power_off, %function
power_off:
    ldr r0, =PSCI_SYSTEM_OFF
    smc #0
    b .
    .size power_off, . - power_off

    .balign 32
    .type hyp_vectors, %function
hyp_vectors:
    b .
    b .
    b .
    b .
    b .
    b hyp_trap
    b .
    b .
    .size hyp_vectors, . - hyp_vectors

    .type hyp_trap, %function
hyp_trap:
    push {r1-r3, ip, lr}
    sub sp, sp, #4
    mov r0, r1
    ldr r3, =in_hyp
    blx r3
    add sp, sp, #4
    pop {r1-r3, ip, lr}
    eret
    .size hyp_trap, . - hyp_trap
    .ltorg

    .section .note.GNU-stack, "", %progbits
    .bss
    .balign 8
    .space 0x8000
svc_stack:
    .space 0x2000
hyp_stack:
