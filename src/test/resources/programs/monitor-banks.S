@ Monitor's own registers, and banked access from Monitor to all others, those of Hyp included.

    .include "secure.inc"

    .macro swap registers:vararg
    .irp reg, \registers
    mrs r4, \reg
    add r5, r5, #0x11
    msr \reg, r5
    mrs r6, \reg
    msr \reg, r4
    .endr
    .endm

program:
    mov32 r5, 0x60000110
    swap SP_usr, LR_usr, R8_fiq, R12_fiq, SP_fiq, LR_fiq, SPSR_fiq
    swap SP_irq, LR_irq, SPSR_irq, SP_svc, LR_svc, SPSR_svc
    swap SP_abt, LR_abt, SPSR_abt, SP_und, LR_und, SPSR_und
    scr NS | HCE
    swap SP_hyp, SPSR_hyp, ELR_hyp
    mov32 r0, 0x600001d3
    msr spsr_cxsf, r0
    mrs r1, spsr
    scr 0
    mon_to SVC
    swap SP_mon, LR_mon, SPSR_mon
    cps #FIQ
    swap SP_mon, SPSR_mon, R8_usr
    cps #MON                            @ Secure code may enter Monitor mode by itself
    mrs r4, cpsr
    mov r5, lr
    srsdb sp!, #SVC
    srsia sp!, #MON
    cps #SYS
    mov lr, #5
    cps #SVC
    finish
