@ Cache, TLB and branch predictor maintenance, and the barriers of CP15: accepted, and change no register.

    .include "virt.inc"

    .macro each op1, crm, op2s:vararg
    .irp op2, \op2s
    mcr p15, 0, r5, c\op1, c\crm, \op2
    .endr
    .endm

    .macro all
    mov32 r5, scratch
    each 7, 1, 0, 6                     @ ICIALLUIS, BPIALLIS
    each 7, 5, 0, 1, 4, 6, 7            @ ICIALLU, ICIMVAU, CP15ISB, BPIALL, BPIMVA
    each 7, 6, 1                        @ DCIMVAC
    each 7, 10, 1, 4, 5                 @ DCCMVAC, CP15DSB, CP15DMB
    each 7, 11, 1                       @ DCCMVAU
    each 7, 14, 1                       @ DCCIMVAC
    mov r5, #0
    each 7, 6, 2                        @ DCISW
    each 7, 10, 2                       @ DCCSW
    each 7, 14, 2                       @ DCCISW
    each 8, 3, 0, 1, 2, 3               @ TLBIALLIS, TLBIMVAIS, TLBIASIDIS, TLBIMVAAIS
    each 8, 5, 0, 1, 2
    each 8, 6, 0, 1, 2
    each 8, 7, 0, 1, 2, 3
    .endm

program:
    all
    mov32 r5, 0x1000
    mcr p15, 4, r5, c8, c7, 0           @ TLBIALLH
    mcr p15, 4, r5, c8, c7, 1           @ TLBIMVAH
    mcr p15, 4, r5, c8, c7, 4           @ TLBIALLNSNH
    mcr p15, 4, r5, c8, c3, 0           @ TLBIALLHIS
    mcr p15, 4, r5, c8, c3, 4           @ TLBIALLNSNHIS
    hyp_to SVC
    all
    mov r5, #0
    mcr p15, 2, r5, c0, c0, 0           @ CSSELR
    mrc p15, 2, r6, c0, c0, 0
    mov r5, #1
    mcr p15, 2, r5, c0, c0, 0
    mrc p15, 2, r6, c0, c0, 0
    cps #USR
    mcr p15, 0, r5, c7, c5, 4           @ the three barriers are for USR too
    mcr p15, 0, r5, c7, c10, 4
    mcr p15, 0, r5, c7, c10, 5
    mcr p15, 0, r5, c7, c5, 0           @ and nothing else: UNDEFINED
    svc #BECOME
    cps #SVC
    finish
