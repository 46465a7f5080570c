@ SCR.AW and SCR.FW: whether Non-secure code may change CPSR.A and CPSR.F; what Hyp entry masks under SCR.EA, IRQ, FIQ.

    .include "secure.inc"

    .macro try_masks
    cpsie aif
    mrs r4, cpsr
    cpsid aif
    mrs r5, cpsr
    msr cpsr_c, #SVC
    mrs r6, cpsr
    msr cpsr_x, #0x100
    mrs r6, cpsr
    hvc #1
    msr cpsr_x, #0
    hvc #2
    msr cpsr_x, #0x100
    svc #1
    .endm

program:
    .irp bits, 0x00, 0x10, 0x20, 0x30, 0x02, 0x04, 0x08
    scr (\bits | NS | HCE)
    mon_to SVC
    try_masks
    to_mon
    .endr
    scr 0
    mon_to SVC
    cpsie aif
    mrs r4, cpsr
    cpsid aif
    svc #2
    finish
