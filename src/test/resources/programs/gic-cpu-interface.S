@ Every register of the GIC's CPU interface and of its virtual twin, GICV, and those of GICH: what they
@ read at reset, after ones and after zeros.
@ not stepwise: QEMU's gdb stub masks interrupts while it steps

    .include "virt.inc"
    .include "gic.inc"

    .macro interface base
    probe \base, 0x00, 0x0c
    get \base, 0x0c
    get \base, 0x14
    get \base, 0x18
    get \base, 0x1c
    probe \base, 0xd0, 0xf0
    get \base, 0xfc
    .endm

program:
    interface GICC
    probe GICC, 0x1c, 0x20              @ QEMU lets GICV_ABPR be lower than GICV_BPR
    marker 0x6c4
    interface GICV
    marker 0x6c8
    probe GICH, 0x00, 0x10
    get GICH, 0x10
    get GICH, 0x20
    get GICH, 0x30
    probe GICH, 0xf0, 0xf4
    probe GICH, 0x100, 0x110
    marker 0x6c9                        @ VMCR is GICV's registers
    put GICV, 0x00, 0x1f
    put GICV, 0x04, 0xa8
    put GICV, 0x08, 5
    put GICV, 0x1c, 6
    get GICH, 0x08
    put GICH, 0x08, 0x4c900209
    get GICV, 0x00
    get GICV, 0x04
    get GICV, 0x08
    get GICV, 0x1c
    finish
