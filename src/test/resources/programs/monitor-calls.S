@ SMC to Monitor mode from every privileged mode, Secure and Non-secure, and from Hyp; SMC in USR is UNDEFINED.

    .include "secure.inc"

program:
    smc #1                              @ from Monitor itself
    mrs r4, cpsr
    mov ip, #0
    .irp mode, 0x11, 0x12, 0x17, 0x1b, 0x1f, 0x13
    mon_to \mode
    mov ip, #0
    smc #2
    mrs r4, cpsr
    to_mon
    .endr
    mrs r4, cpsr
    scr NS | HCE
    .irp mode, 0x11, 0x12, 0x17, 0x1b, 0x1f, 0x13
    mon_to \mode
    mov ip, #0
    smc #3
    mrs r4, cpsr
    to_mon
    .endr
    mon_to HYP
    mov ip, #0
    smc #4
    mrs r4, cpsr
    hyp_to SVC
    cps #USR
    mov ip, #0
    smc #5
    svc #BECOME
    cps #SVC
    finish
