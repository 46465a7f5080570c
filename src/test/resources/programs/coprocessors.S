@ Coprocessor instructions that name nothing, or nothing that this mode may have: UNDEFINED; those that
@ fail their condition do nothing.

    .include "virt.inc"

    .macro try
    cdp p5, 1, c2, c3, c4, 5
    mcr p6, 1, r2, c3, c4, 5
    mrc p7, 1, r2, c3, c4, 5
    mcrr p8, 1, r2, r3, c4
    mrrc p9, 1, r2, r3, c4
    ldc p4, c1, [r10]
    stc p4, c1, [r10, #4]
    mcr2 p6, 1, r2, c3, c4, 5
    cdp2 p5, 1, c2, c3, c4, 5
    mcr p15, 7, r2, c4, c15, 7
    mrrc p15, 7, r2, r3, c4
    flags 0
    mrceq p7, 1, r2, c3, c4, 5
    svceq #1
    hvc #2
    flags 4
    svceq #3
    .endm

program:
    mov32 r10, scratch
    try
    mrc p15, 0, r4, c1, c0, 2           @ CPACR
    hyp_to SVC
    try
    mrc p15, 4, r4, c1, c1, 0           @ HCR is for Hyp
    mcr p15, 4, r4, c12, c0, 0
    mrrc p15, 4, r4, r5, c2
    mrrc p15, 6, r4, r5, c2
    mrc p15, 4, r4, c13, c0, 2
    mov r5, #0
    mcr p15, 0, r5, c0, c0, 0           @ MIDR can only be read
    cps #USR
    try
    mrc p15, 0, r4, c0, c0, 0
    mrrc p15, 0, r4, r5, c2
    mcr p15, 0, r4, c1, c0, 2
    svc #BECOME
    cps #SVC
    finish
