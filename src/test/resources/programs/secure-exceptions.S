@ Exceptions of Secure USR and SVC go to Secure VBAR; HVC is UNDEFINED in Secure state; the same
@ aborts in Non-secure state and in Hyp.

    .include "secure.inc"

program:
    mon_to SVC
    svc #1
    udf #1
    hvc #1
    mov32 r1, UNMAPPED
    ldr r2, [r1]
    resume_at 1f
    bx r1
1:  cps #USR
    svc #2
    udf #2
    hvc #2
    smc #2
    ldr r2, [r1]
    svc #BECOME
    cps #FIQ
    mov32 sp, stack_fiq
    udf #3
    cps #SVC
    to_mon
    scr NS | HCE
    mon_to SVC
    mov32 r1, UNMAPPED
    ldr r2, [r1]
    to_mon
    mon_to HYP
    ldr r2, [r1]
    hyp_to SVC
    finish
