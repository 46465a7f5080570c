@ Between Monitor, Hyp and SVC in both directions, HCR.TGE included, with a real Monitor below.

    .include "secure.inc"

program:
    scr NS | HCE
    mon_to HYP
    mrs r4, cpsr
    mrs r5, spsr
    mrs r6, ELR_hyp
    mov32 r0, 1 << 27                   @ HCR.TGE
    mcr p15, 4, r0, c1, c1, 0
    isb
    hyp_to USR
    svc #1
    udf #2
    hvc #3
    mov ip, #0
    smc #4
    svc #BECOME
    mov32 r0, 1 << 19                   @ HCR.TSC
    mcr p15, 4, r0, c1, c1, 0
    isb
    hyp_to SVC
    mov ip, #0
    smc #5
    to_hyp
    mov r0, #0
    mcr p15, 4, r0, c1, c1, 0
    isb
    to_mon
    mrs r4, spsr
    mrs r5, cpsr
    scr 0
    mon_to SVC
    hvc #6
    to_mon
    scr NS | HCE
    mon_to HYP
    hvc #7
    hyp_to IRQ
    hvc #8
    finish
