@ The entry of the programs that the DWARF reader is tested with.
        .syntax unified
        .text
        .arm
        .global _start
        .type   _start, %function
_start: ldr     sp, =0x40018000
        mov     r0, #3
        bl      outer
1:      b       1b
        .size   _start, . - _start
        .ltorg

        .thumb
        .global thumb_add
        .type   thumb_add, %function
thumb_add:
        adds    r0, r0, r1
        bx      lr
        .size   thumb_add, . - thumb_add

        .section .note.GNU-stack, "", %progbits
