@ System registers banked between the worlds, seen from Monitor under both values of SCR.NS.

    .include "secure.inc"

    .macro both crn, crm, opc2
    scr 0
    mrc p15, 0, r4, c\crn, c\crm, \opc2
    mcr p15, 0, r5, c\crn, c\crm, \opc2
    scr NS
    mrc p15, 0, r6, c\crn, c\crm, \opc2
    mcr p15, 0, r7, c\crn, c\crm, \opc2
    mrc p15, 0, r8, c\crn, c\crm, \opc2
    mcr p15, 0, r6, c\crn, c\crm, \opc2
    scr 0
    mrc p15, 0, r8, c\crn, c\crm, \opc2
    mcr p15, 0, r4, c\crn, c\crm, \opc2
    .endm

program:
    mov32 r5, 0x12345000
    mov32 r7, 0x6789a000
    both 12, 0, 0                       @ VBAR
    both 13, 0, 1                       @ CONTEXTIDR
    both 13, 0, 2                       @ TPIDRURW
    both 13, 0, 3                       @ TPIDRURO
    both 13, 0, 4                       @ TPIDRPRW
    both 2, 0, 0                        @ TTBR0
    both 2, 0, 1                        @ TTBR1
    both 3, 0, 0                        @ DACR
    both 6, 0, 0                        @ DFAR
    both 6, 0, 2                        @ IFAR
    mrc p15, 0, r4, c12, c0, 1          @ MVBAR
    mrc p15, 0, r4, c1, c1, 0           @ SCR
    mrc p15, 0, r4, c1, c1, 2           @ NSACR
    scr NS | HCE
    mrc p15, 4, r4, c12, c0, 0          @ HVBAR, from Monitor
    mon_to SVC
    mrc p15, 0, r4, c1, c1, 0           @ SCR is Secure only: UNDEFINED
    mrc p15, 0, r4, c12, c0, 1          @ MVBAR too
    mcr p15, 0, r4, c1, c1, 2           @ NSACR can only be read
    mrc p15, 4, r4, c12, c0, 0          @ HVBAR is not for SVC
    finish
