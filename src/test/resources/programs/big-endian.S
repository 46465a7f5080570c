@ SETEND: data accesses in both byte orders, instructions always little-endian; E in SPSR and from SCTLR.EE.

    .include "virt.inc"

program:
    mov32 r1, scratch + 0x40
    mov32 r2, 0x01020304
    mov32 r3, 0x05060708
    str r2, [r1]
    setend be
    ldr r4, [r1]
    ldrh r5, [r1]
    ldrb r6, [r1]
    ldrsh r7, [r1, #2]
    str r2, [r1, #8]
    strh r2, [r1, #12]
    strd r2, r3, [r1, #16]
    ldrd r8, r9, [r1, #16]
    stmia r1, {r2, r3}
    ldmia r1, {r10, r11}
    ldrex r4, [r1]
    strex r5, r3, [r1]
    mrs r12, cpsr
    setend le
    ldr r4, [r1]
    ldr r5, [r1, #4]
    ldr r6, [r1, #8]
    ldr r7, [r1, #16]
    hyp_to SVC, (AIF | 0x200)
    ldr r4, [r1]
    mrs r5, cpsr
    svc #1                              @ the handler runs little-endian, and returns big-endian
    ldr r4, [r1, #4]
    setend le
    finish
