@ SCR.SCD: SMC is UNDEFINED in Non-secure state while it is set, in PL1 and in Hyp.

    .include "secure.inc"
    .equ SCD, 1 << 7

program:
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
