@ MRS and MSR of banked registers from Hyp and from every PL1 mode.

    .include "virt.inc"

    .macro swap registers:vararg        @ reads each, writes a mark, reads it back
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
    swap SP_usr
    swap R8_fiq, R9_fiq, R10_fiq, R11_fiq, R12_fiq, SP_fiq, LR_fiq, SPSR_fiq
    swap SP_irq, LR_irq, SPSR_irq, SP_svc, LR_svc, SPSR_svc
    swap SP_abt, LR_abt, SPSR_abt, SP_und, LR_und, SPSR_und, ELR_hyp
    mrs r4, spsr
    msr spsr_cxsf, r5
    mrs r4, spsr
    mov32 r4, 0x600001d3
    msr spsr_cxsf, r4
    hyp_to SVC
    mov32 r5, 0x60000110
    swap SP_usr, LR_usr, R8_fiq, R12_fiq, SP_fiq, LR_fiq, SPSR_fiq
    swap SP_irq, LR_irq, SPSR_irq, SP_abt, LR_abt, SPSR_abt, SP_und, LR_und, SPSR_und
    cps #FIQ
    swap R8_usr, R9_usr, R10_usr, R11_usr, R12_usr, SP_usr, LR_usr, SP_svc, LR_svc, SPSR_svc, SP_irq
    cps #IRQ
    swap SP_usr, LR_usr, SP_fiq, SP_svc, SPSR_svc, SP_und, SPSR_und
    cps #ABT
    swap SP_usr, LR_usr, R8_fiq, SP_svc, SPSR_svc, LR_irq, SPSR_irq
    cps #UND
    swap SP_usr, SP_svc, LR_svc, SPSR_svc, SP_abt, SPSR_abt
    cps #SYS
    swap SP_svc, LR_svc, SPSR_svc, SP_irq, SPSR_fiq
    cps #SVC
    finish
