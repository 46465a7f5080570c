@ MOVS PC, SUBS PC and ERET in every mode that has an SPSR. The other operations that can write the PC so
@ (ORRS PC and its kin) are deprecated, and on QEMU 7.2 they do not return from an exception.

    .include "virt.inc"

program:
    hyp_to SVC
    .irp mode, 0x11, 0x12, 0x17, 0x1b, 0x13
    cps #\mode
    mov32 r0, 0x200001c0 + SVC
    msr spsr_cxsf, r0
    adr lr, 1f
    movs pc, lr
    mov r1, #0
1:  mrs r2, cpsr
    cps #\mode
    mov32 r0, 0x400001c0 + SYS
    msr spsr_cxsf, r0
    adr lr, 2f + 4
    subs pc, lr, #4
    mov r1, #0
2:  mrs r2, cpsr
    cps #\mode
    mov32 r0, 0x80000010                @ USR, nothing masked
    msr spsr_cxsf, r0
    adr lr, 3f
    eret
    mov r1, #0
3:  mrs r2, cpsr
    svc #BECOME
    .endr
    to_hyp
    mrs r2, cpsr
    adr r3, 5f
    msr ELR_hyp, r3
    mov32 r0, 0x600001c0 + ABT
    msr spsr_cxsf, r0
    eret
    mov r1, #0
5:  mrs r2, cpsr
    finish
