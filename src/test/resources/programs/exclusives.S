@ Load and store exclusive of every size: success, failure without a claim, failure after CLREX and
@ after another exclusive store.

    .include "virt.inc"

program:
    mov32 r1, scratch + 0x40
    mov32 r2, scratch + 0x80
    ldrex r4, [r1]
    strex r5, r6, [r1]
    strex r5, r7, [r1]
    ldrexb r4, [r1]
    strexb r5, r7, [r1]
    ldrexh r4, [r1]
    strexh r5, r8, [r1]
    ldrexd r8, r9, [r1]
    strexd r5, r10, r11, [r1]
    ldrexd r8, r9, [r1]
    ldrex r4, [r1]
    clrex
    strex r5, r4, [r1]
    strexd r5, r10, r11, [r1]
    ldrex r4, [r1]
    add r4, r4, #1
    strex r5, r4, [r1]
    ldr r6, [r1]
    ldrex r4, [r1]
    strex r5, r6, [r2]                  @ another address
    ldr r6, [r2]
    clrex
    dmb
    dsb
    isb
    dmb ish
    dsb st
    pld [r1]
    pld [r1, r2]
    pldw [r1, #4]
    pli [r1]
    nop
    sev
    dbg #3
    b finished
