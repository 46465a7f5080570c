@ PL011, PL061 and the empty virtio slots: what their registers read at reset and after writes.
@ not stepwise: QEMU's gdb stub masks interrupts while it steps

    .include "virt.inc"
    .include "gic.inc"

    .equ UART, 0x09000000
    .equ RTC, 0x09010000
    .equ GPIO, 0x09030000
    .equ VIRTIO, 0x0a000000
    .equ FLASH, 0x04000000
    .equ WINDOW, 0x10000000
    .equ V2M, 0x08020000
    .equ FW_CFG, 0x09020000

    .macro list base, from, to
    mov32 r4, (\base + \from)
    mov32 r5, (\base + \to)
1:  ldr r0, [r4], #4
    bl note
    cmp r4, r5
    blo 1b
    .endm

    .macro identity base
    list \base, 0xfe0, 0x1000
    .endm

    .macro uart                         @ flags and interrupts, and the line
    get UART, 0x18
    get UART, 0x38
    get UART, 0x3c
    get UART, 0x40
    get GICD, 0x204
    .endm

program:
    identity UART
    uart
    put UART, 0x24, 0x1234
    get UART, 0x24
    put UART, 0x28, 0x2b
    get UART, 0x28
    put UART, 0x2c, 0xe5
    get UART, 0x2c
    get UART, 0x30
    get UART, 0x34
    put UART, 0x2c, 0x70
    put UART, 0x30, 0x301
    put UART, 0x38, 0x7ff
    uart
    put UART, 0x00, 'x'
    uart
    put UART, 0x44, 0x020
    uart
    put UART, 0x38, 0x020
    put UART, 0x00, 'y'
    uart
    put UART, 0x38, 0
    uart
    get UART, 0x00
    get UART, 0x04
    uart
    marker 2
    identity RTC
    get RTC, 0x0c
    get RTC, 0x10
    get RTC, 0x14
    get RTC, 0x18
    put RTC, 0x04, 0x12345678
    get RTC, 0x04
    put RTC, 0x08, 0x60000000
    get RTC, 0x08
    put RTC, 0x10, 1
    get RTC, 0x10
    put RTC, 0x04, 0x60000000           @ now
    get RTC, 0x14
    get RTC, 0x18
    put RTC, 0x1c, 1
    get RTC, 0x14
    marker 3
    identity GPIO
    list GPIO, 0x400, 0x424
    put GPIO, 0x400, 0x0f
    put GPIO, 0x3fc, 0xa5
    get GPIO, 0x3fc
    get GPIO, 0x00c
    marker 4
    list VIRTIO, 0x000, 0x020
    get VIRTIO, 0x3e08
    get VIRTIO, 0x3e00
    put VIRTIO, 0x070, 1
    get VIRTIO, 0x070
    marker 5
    list V2M, 0x000, 0x010
    list V2M, 0xfc0, 0xfd0
    put GICD, 0xc14, 0xaaaaaaaa         @ 80 to 95 are edges
    put V2M, 0x040, 81
    get GICD, 0x208
    put V2M, 0x040, 20
    get GICD, 0x200
    marker 6
    get FW_CFG, 0
    mov32 r4, (FW_CFG + 8)
    mov32 r0, 0x0100                    @ item 1, the other way round; QEMU has DMA too
    strh r0, [r4]
    mov32 r0, FW_CFG
    ldr r0, [r0]
    and r0, r0, #1
    bl note
    mov r0, #0
    strh r0, [r4]
    ldrb r0, [r4, #-8]
    bl note
    ldrb r0, [r4, #-8]
    bl note
    get WINDOW, 0
    get WINDOW, 0x2efe0000
    put WINDOW, 0, 0
    get WINDOW, 0
    marker 7                            @ flash: a query, identification, status, contents
    mov32 r4, FLASH
    mov r0, #0x98
    str r0, [r4, #0x154]
    list FLASH, 0x000, 0x150
    mov32 r4, FLASH
    ldrb r0, [r4, #0x40]
    bl note
    ldrh r0, [r4, #0x44]
    bl note
    .irp command, 0xff, 0x90, 0x70, 0x50, 0xf0
    mov32 r4, FLASH
    mov r0, #\command
    str r0, [r4]
    ldr r0, [r4]
    bl note
    mov32 r4, FLASH
    ldr r0, [r4, #4]
    bl note
    mov32 r4, FLASH
    ldrb r0, [r4, #8]
    bl note
    .endr
    finish
