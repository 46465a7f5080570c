@ SWP and SWPB, enabled by SCTLR.SW.

    .include "virt.inc"

program:
    hyp_to SVC
    mrc p15, 0, r0, c1, c0, 0           @ SCTLR
    orr r0, r0, #1 << 10
    mcr p15, 0, r0, c1, c0, 0
    isb
    mov32 r1, scratch
    mov32 r2, 0x89abcdef
    .inst 0xe1013092                    @ swp r3, r2, [r1]
    .inst 0xe1014092                    @ swp r4, r2, [r1]
    .inst 0xe1415090                    @ swpb r5, r0, [r1]
    .inst 0xe1416092                    @ swpb r6, r2, [r1]
    ldr r7, [r1]
    mrc p15, 0, r0, c1, c0, 0
    finish
