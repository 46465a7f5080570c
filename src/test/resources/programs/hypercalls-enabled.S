@ SCR.HCE: HVC is UNDEFINED in Non-secure PL1 while it is clear, and a hypercall when it is set.

    .include "secure.inc"

program:
    scr NS
    mon_to SVC
    hvc #1
    mrs r4, cpsr
    cps #USR
    hvc #2
    svc #BECOME
    cps #SVC
    to_mon
    scr NS | HCE
    mon_to SVC
    hvc #3
    mrs r4, cpsr
    udf #4
    cps #IRQ
    hvc #5
    svc #6
    cps #USR
    hvc #7
    svc #BECOME
    cps #SVC
    to_hyp
    mrs r4, cpsr
    hvc #8
    svc #9
    udf #10
    hyp_to SYS
    mrs r4, cpsr
    cps #SVC
    finish
