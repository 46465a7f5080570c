@ SRS to the stacks of other modes and RFE from memory, in the four directions.

    .include "virt.inc"

program:
    hyp_to SVC
    mov32 lr, 0x40414243
    mov32 r0, 0x600001d7
    msr spsr_cxsf, r0
    srsia sp!, #SVC
    srsib sp!, #ABT
    srsda sp!, #IRQ
    srsdb sp!, #UND
    srsdb sp, #SYS
    srsia sp, #FIQ
    srsdb sp!, #SVC
    ldr r4, [sp]
    ldr r5, [sp, #4]
    mov32 r1, scratch + 0x100
    .irp mode, 0x11, 0x12, 0x17, 0x1b, 0x1f, 0x13
    adr r2, 1f
    mov32 r3, 0x900001c0 + \mode
    stmia r1, {r2, r3}
    rfeia r1!
    mov r4, #0
1:  mrs r5, cpsr
    .endr
    adr r2, 2f
    mov r3, #(AIF | SVC)
    stmdb r1, {r2, r3}
    rfedb r1
    mov r4, #0
2:  adr r2, 3f
    stmib r1, {r2, r3}
    rfeib r1!
    mov r4, #0
3:  adr r2, 4f
    stmda r1, {r2, r3}
    rfeda r1!
    mov r4, #0
4:  finish
