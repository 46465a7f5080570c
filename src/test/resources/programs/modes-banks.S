@ CPS through all modes: each has its own stack pointer and link register, FIQ its own R8 to R12.

    .include "virt.inc"

    .macro mark value
    mov32 lr, 0x11110000 + \value
    mov32 r8, 0x88880000 + \value
    mov32 r12, 0xcccc0000 + \value
    add sp, sp, #\value * 8
    .endm

program:
    mark 1
    hyp_to SVC
    .irp mode, 0x11, 0x12, 0x17, 0x1b, 0x1f, 0x13
    cps #\mode
    mark \mode
    .endr
    .irp mode, 0x11, 0x12, 0x17, 0x1b
    cps #\mode
    mov32 r4, 0x600f0110 + \mode
    msr spsr_cxsf, r4
    .endr
    cpsie aif, #IRQ
    cpsid if, #ABT
    cpsie a
    cpsid aif, #SVC
    .irp mode, 0x11, 0x12, 0x17, 0x1b, 0x1f, 0x13
    cps #\mode
    mov r0, sp
    mov r1, lr
    mov r2, r8
    mov r3, r12
    .endr
    finish
