@ System registers that keep what is written, from Hyp and from SVC; identification registers.

    .include "virt.inc"

    .macro keep opc1, crn, crm, opc2
    mrc p15, \opc1, r4, c\crn, c\crm, \opc2
    mcr p15, \opc1, r5, c\crn, c\crm, \opc2
    mrc p15, \opc1, r6, c\crn, c\crm, \opc2
    mcr p15, \opc1, r4, c\crn, c\crm, \opc2
    add r5, r5, #0x1000
    .endm

program:
    mov32 r5, 0xa5a50f00
    keep 4, 13, 0, 2                    @ HTPIDR
    keep 4, 2, 0, 2                     @ HTCR
    keep 4, 10, 2, 0                    @ HMAIR0
    keep 4, 10, 2, 1                    @ HMAIR1
    keep 4, 12, 0, 0                    @ HVBAR
    keep 4, 6, 0, 0                     @ HDFAR
    keep 4, 6, 0, 2                     @ HIFAR
    keep 4, 0, 0, 0                     @ VPIDR
    keep 4, 0, 0, 5                     @ VMPIDR
    mov32 r6, 0x00550000
    mov32 r7, 0x12345000
    mcrr p15, 6, r7, r6, c2             @ VTTBR
    mrrc p15, 6, r8, r9, c2
    mov r6, #0
    mcrr p15, 6, r6, r6, c2
    mov32 r6, 0x000000ab
    mcrr p15, 4, r7, r6, c2             @ HTTBR
    mrrc p15, 4, r8, r9, c2
    mrc p15, 4, r8, c1, c0, 0           @ HSCTLR
    mrc p15, 4, r8, c1, c1, 0           @ HCR
    mrc p15, 4, r8, c1, c1, 1           @ HDCR
    mrc p15, 4, r8, c1, c1, 3           @ HSTR
    hyp_to SVC
    mov32 r5, 0x5a5af000
    keep 0, 13, 0, 1                    @ CONTEXTIDR
    keep 0, 13, 0, 2                    @ TPIDRURW
    keep 0, 13, 0, 3                    @ TPIDRURO
    keep 0, 13, 0, 4                    @ TPIDRPRW
    keep 0, 3, 0, 0                     @ DACR
    keep 0, 2, 0, 0                     @ TTBR0
    keep 0, 2, 0, 1                     @ TTBR1
    keep 0, 6, 0, 0                     @ DFAR
    keep 0, 6, 0, 2                     @ IFAR
    keep 0, 10, 2, 0                    @ PRRR
    keep 0, 10, 2, 1                    @ NMRR
    keep 0, 12, 0, 0                    @ VBAR
    mov32 r5, 0x7
    keep 0, 2, 0, 2                     @ TTBCR
    .irp op2, 0, 1, 2, 3, 5
    mrc p15, 0, r8, c0, c0, \op2        @ MIDR, CTR, TCMTR, TLBTR, MPIDR
    .endr
    .irp op2, 0, 3, 4, 5, 6, 7
    mrc p15, 0, r8, c0, c1, \op2        @ ID_PFR0 ... ID_MMFR3; 1 and 2 say whether there is a Secure world,
    .endr                               @ and QEMU without one clears them
    .irp op2, 0, 1, 2, 3, 4, 5
    mrc p15, 0, r8, c0, c2, \op2        @ ID_ISAR0 ... ID_ISAR5
    .endr
    mrc p15, 1, r8, c0, c0, 1           @ CLIDR
    mrc p15, 0, r8, c1, c0, 0           @ SCTLR
    cps #USR
    mrc p15, 0, r8, c13, c0, 3
    mcr p15, 0, r5, c13, c0, 2
    mrc p15, 0, r8, c13, c0, 2
    mcr p15, 0, r5, c13, c0, 3          @ read-only in USR
    mrc p15, 0, r8, c13, c0, 4          @ not for USR
    svc #BECOME
    finish
