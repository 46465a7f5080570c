@ LDM and STM of the user registers from privileged modes, and LDM as exception return.

    .include "virt.inc"

program:
    hyp_to SVC
    mov32 r1, scratch + 0x100
    cps #FIQ
    mov32 r8, 0xf8f8f8f8
    mov32 r12, 0xfcfcfcfc
    mov32 lr, 0xfefefefe
    .irp mode, ia, ib, da, db
    stm\mode r1, {r0, r8, r12, sp, lr}^
    .endr
    ldmia r1, {r8-r12}^
    nop
    mov r0, r8
    ldmdb r1, {r2, r3, lr}^
    nop
    cps #SVC
    stmia r1, {sp, lr}^
    ldmia r1, {lr}^
    nop
    cps #SYS
    mov r2, sp
    mov r3, lr
    cps #SVC
    .irp mode, 0x10, 0x11, 0x12, 0x17, 0x1b, 0x1f
    mov32 r0, 0x800001c0 + \mode
    msr spsr_cxsf, r0
    bl 1f
    b 2f
1:  push {r4, r5, lr}
    ldmia sp!, {r4, r5, pc}^
2:  mrs r6, cpsr
    svc #BECOME
    cps #SVC
    .endr
    finish
