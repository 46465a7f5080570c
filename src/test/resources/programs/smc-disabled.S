@ SCR.SCD: SMC is UNDEFINED in Non-secure state while it is set, in PL1 and in Hyp.

    .include "secure.inc"
    .equ SCD, 1 << 7

program:
    mov r0, #0xc00                      @ NSACR: with CP10 and CP11, whose lack QEMU shows in all of CPACR
    mcr p15, 0, r0, c1, c1, 2
    scr NS | HCE | SCD
    mon_to SVC
    mov ip, #0
    smc #1
    mrs r4, cpsr
    to_hyp
    mov ip, #0
    smc #2
    mrs r4, cpsr
    b finished
