@ Every register of the GIC's distributor: what it reads at reset, after ones and after zeros, in words
@ and in bytes.
@ not stepwise: QEMU's gdb stub masks interrupts while it steps

    .include "virt.inc"
    .include "gic.inc"

program:
    probe GICD, 0x000, 0x010
    probe GICD, 0x080, 0x0a8
    probe GICD, 0x100, 0x128
    probe GICD, 0x180, 0x1a8
    probe GICD, 0x200, 0x228
    probe GICD, 0x280, 0x2a8
    probe GICD, 0x300, 0x328
    probe GICD, 0x380, 0x3a8
    probe GICD, 0x400, 0x528
    probe GICD, 0x800, 0x928
    probe GICD, 0xc00, 0xc4c
    probe GICD, 0xf10, 0xf30
    marker 0x1d
    mov32 r4, (GICD + 0xfd0)
    mov32 r5, (GICD + 0x1000)
1:  ldr r0, [r4], #4
    bl note
    cmp r4, r5
    blo 1b
    marker 0xb17e5                      @ by bytes
    mov32 r4, (GICD + 0x104)
    mov r0, #0xa5
    strb r0, [r4, #1]
    ldr r0, [r4]
    bl note
    ldrb r0, [r4, #1]
    bl note
    mov32 r4, (GICD + 0x184)
    mov r0, #0x81
    strb r0, [r4, #1]
    ldr r0, [r4]
    bl note
    mov32 r4, (GICD + 0x424)
    mov r0, #0x37
    strb r0, [r4, #2]
    ldr r0, [r4]
    bl note
    ldrb r0, [r4, #2]
    bl note
    finish
