@ LDR, STR, LDRB, STRB with every addressing mode: immediate and scaled register offsets, added and
@ subtracted, pre- and post-indexed, relative to the PC, and the unprivileged forms.

    .include "virt.inc"

program:
    mov32 r1, scratch + 0x100
    mov32 r2, 0x20
    mov32 r10, 0x89abcdef
    .irp size, , b
    str\size r10, [r1]
    str\size r10, [r1, #4]
    str\size r10, [r1, #-8]
    str\size r10, [r1, #12]!
    str\size r10, [r1], #-4
    str\size r10, [r1, r2]
    str\size r10, [r1, -r2]
    str\size r10, [r1, r2, lsl #1]!
    str\size r10, [r1], -r2, lsl #1
    str\size r10, [r1, -r2, lsr #3]
    ldr\size r4, [r1]
    ldr\size r5, [r1, #4]
    ldr\size r6, [r1, #-8]!
    ldr\size r7, [r1], #8
    ldr\size r8, [r1, r2]!
    ldr\size r8, [r1], -r2
    ldr\size r9, [r1, r2, asr #2]
    ldr\size r9, [r1, -r2, ror #2]
    ldr\size r9, [r1, #0x80]
    str\size\()t r10, [r1], #4
    ldr\size\()t r11, [r1], #-4
    str\size\()t r10, [r1], r2, lsl #1
    ldr\size\()t r11, [r1], -r2, lsl #1
    .endr
    mov32 r3, 8
    flags 2
    ldr r4, [r1, r3, rrx]
    ldrb r5, word + 1
    ldr r6, word
    str pc, [r1]
    ldr r7, [r1]
    mov32 r1, scratch
    mov r3, #3
    ldrb r4, [r1, r3]!
    strb r4, [r1, #1]!
    strb r10, [r1, #4095]
    b finished
word:
    .word 0xfedcba98
