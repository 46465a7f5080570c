@ MRS and MSR of CPSR and SPSR with every field mask, immediate and register, from privileged modes and USR.

    .include "virt.inc"

program:
    hyp_to SVC
    mov32 r4, 0xf80f02ff
    msr spsr_cxsf, r4
    mrs r5, spsr
    mov32 r6, 0xff0fffff                @ bits 23:20 are reserved
    mov r7, #0
    .irp mask, c, x, s, f, cx, sf, xs, fc
    msr spsr_\mask, r7
    mrs r5, spsr
    msr spsr_\mask, r6
    mrs r5, spsr
    .endr
    msr spsr_f, #0xa0000000
    msr spsr_c, #0xd3
    mrs r8, spsr
    msr cpsr_f, r6
    mrs r4, cpsr
    msr cpsr_s, r6
    mrs r4, cpsr
    msr cpsr_fs, r7
    mrs r4, cpsr
    msr cpsr_f, #0x50000000
    mrs r4, apsr
    msr APSR_nzcvqg, r6
    mrs r4, cpsr
    msr cpsr_c, #(AIF & 0xff | FIQ)
    mov r8, #1
    mrs r9, cpsr
    msr cpsr_c, #(AIF & 0xff | SYS)
    mrs r9, cpsr
    msr cpsr_c, #(0x80 | UND)
    mrs r9, cpsr
    cpsid aif
    mrs r9, cpsr
    msr cpsr_c, #(AIF & 0xff | SVC)
    cps #USR
    mrs r4, cpsr
    msr cpsr_c, #SVC                    @ in USR only the flags and GE can be written
    msr cpsr_cxsf, r6
    mrs r4, cpsr
    cpsid aif
    cps #SVC
    mrs r4, cpsr
    svc #BECOME
    mrs r4, cpsr
    cps #SVC
    finish
