@ What a guest of KVM is trapped for, instruction by instruction, with the host's controls of its time: where
@ it enters HYP, and what HSR, HDFAR and HIFAR say of it.

    .include "virt.inc"
    .include "gic.inc"
    .include "print.inc"
    .fpu neon

    .equ HCR_GUEST, 0x0078263b
    .equ IPA_NOWHERE, 0x10000000

program:
    mov32 r0, 0x80003540                @ VTCR: 32 bits, beginning at level 1
    mcr p15, 4, r0, c2, c1, 2
    mov32 r0, stage2
    mov32 r1, 0x00050000                @ VMID 5
    mcrr p15, 6, r0, r1, c2
    mov32 r2, 0x400007fd                @ the second gigabyte, where it is
    mov r3, #0
    strd r2, r3, [r0, #8]
    mov32 r2, 0x0000047d                @ and of the first the devices, at another IPA
    mov32 r0, stage2 + 24
    strd r2, r3, [r0]
    isb
    mov r0, #0xf00000                   @ CPACR
    mcr p15, 0, r0, c1, c0, 2
    mov32 r0, HCR_GUEST
    mcr p15, 4, r0, c1, c1, 0
    mov r0, #0x8000                     @ HSTR: T15
    mcr p15, 4, r0, c1, c1, 3
    mov r0, #0x40000000                 @ FPEXC.EN, which the manual has checked before HCPTR
    vmsr fpexc, r0
    mov32 r0, 0x00100fff                @ HCPTR: TTA and Floating-point
    mcr p15, 4, r0, c1, c1, 2
    mov r0, #0x60
    mcr p15, 4, r0, c1, c1, 1           @ HDCR: TPM, TPMCR
    isb
    hyp_to SVC
    mov32 r4, IPA_NOWHERE
    ldr r5, [r4]
    ldr r6, [r4, #4]
    str r7, [r4, #-8]
    ldrb r8, [r4, #3]
    strb r9, [r4, #1]
    ldrh r10, [r4, #2]
    ldrsh r11, [r4, #2]
    ldrsb r12, [r4, #7]
    strh r5, [r4]
    ldrd r6, r7, [r4]                   @ from here on ISV is 0
    ldr r5, [r4], #4
    str r5, [r4, #4]!
    ldm r4, {r5, r6}
    ldrex r5, [r4]
    pld [r4]
    mcr p15, 0, r0, c7, c5, 0
    mov r3, #0
    ldr r5, [r4, r3]
    cmp r3, #1
    ldreq r5, [r4]
    ldrne r5, [r4]
    wfi
    wfieq
    smc #3
    hvc #77
    mcr p15, 0, r0, c1, c0, 1           @ ACTLR
    mcr p15, 0, r5, c9, c12, 0          @ PMCR
    mcr p15, 0, r0, c15, c0, 0
    mcr p15, 0, r0, c7, c14, 2          @ by set and way: TSW, which QEMU ignores
    vmov s0, r0
    vmovne s0, r0
    mov32 r0, IPA_NOWHERE
    resume_at back
    bx r0                               @ fetches where nothing is
back:
    hvc #BECOME
    mov r0, #0
    mcr p15, 4, r0, c1, c1, 0
    mov32 r4, log
    mov32 r5, log_next
    ldr r5, [r5]
    mov r6, #0
1:  ldr r0, [r4], #4
    bl print_hex
    add r6, r6, #1
    tst r6, #7
    bne 2f
    end_of_line
2:  cmp r4, r5
    blo 1b
    power_off

    .section .compared, "aw"
    .balign 32
stage2:
    .space 32
