@ Halfwords, signed bytes and halfwords, doublewords, in every addressing mode.

    .include "virt.inc"

program:
    mov32 r1, scratch + 0x100
    mov r2, #0x20
    mov32 r10, 0x89ab8def
    mov32 r11, 0x01238567
    .irp off, 0, 4, -8, 0x40, -0x40
    strh r10, [r1, #\off]
    strd r10, r11, [r1, #\off]
    ldrh r4, [r1, #\off]
    ldrsh r5, [r1, #\off]
    ldrsb r6, [r1, #\off]
    ldrd r8, r9, [r1, #\off]
    .endr
    strh r10, [r1, #2]!
    strh r11, [r1], #-2
    strh r10, [r1, r2]
    strh r10, [r1, -r2]!
    strh r11, [r1], r2
    ldrh r4, [r1, r2]
    ldrh r4, [r1, -r2]!
    ldrsh r5, [r1], r2
    ldrsb r6, [r1, #1]!
    ldrsb r6, [r1], #-1
    ldrsb r7, [r1, -r2]
    ldrsh r7, [r1, r2]!
    ldrsh r7, [r1], -r2
    strd r10, r11, [r1, r2]
    strd r10, r11, [r1, -r2]!
    strd r10, r11, [r1], r2
    strd r10, r11, [r1, #8]!
    strd r10, r11, [r1], #-8
    ldrd r4, r5, [r1, r2]
    ldrd r4, r5, [r1, -r2]!
    ldrd r6, r7, [r1], r2
    ldrd r6, r7, [r1, #8]!
    ldrd r6, r7, [r1], #-8
    ldrd r4, r5, doubleword
    ldrh r4, doubleword + 2
    ldrsb r5, doubleword + 3
    ldrsh r6, doubleword + 6
    hyp_to SVC
    mov32 r1, scratch + 0x100
    mov r2, #0x10
    strht r10, [r1], #2
    ldrht r4, [r1], #-2
    ldrsht r5, [r1], r2
    ldrsbt r6, [r1], -r2
    strt r10, [r1], #4
    ldrbt r7, [r1], #1
    finish
    .balign 8
doubleword:
    .word 0x80ff7f01, 0x8001fffe
