@ What HCR, HSTR, HCPTR and HDCR let trap from PL1, with the syndromes in the log.

    .include "virt.inc"

    .macro hcr value
    mov32 r0, \value
    mcr p15, 4, r0, c1, c1, 0
    isb
    .endm

program:
    hcr 1 << 19                         @ TSC
    hyp_to SVC
    smc #4
    to_hyp
    hcr 1 << 26                         @ TVM: writes of the translation registers
    hyp_to SVC
    mov32 r0, 0x1000
    mcr p15, 0, r0, c2, c0, 0           @ TTBR0
    mcr p15, 0, r0, c2, c0, 2           @ TTBCR
    mcr p15, 0, r0, c3, c0, 0           @ DACR
    mcrr p15, 0, r0, r1, c2             @ TTBR0, 64 bits
    mcr p15, 0, r0, c13, c0, 1          @ CONTEXTIDR
    mrc p15, 0, r2, c2, c0, 0
    to_hyp
    hcr 1 << 30                         @ TRVM: reads of them
    hyp_to SVC
    mrc p15, 0, r2, c1, c0, 0
    mrrc p15, 0, r2, r3, c2
    mcr p15, 0, r0, c13, c0, 1
    to_hyp
    hcr (1 << 13) | (1 << 14)           @ TWI, TWE
    hyp_to SVC
    wfi
    to_hyp
    hcr 1 << 16                         @ TID1
    hyp_to SVC
    mrc p15, 1, r4, c0, c0, 7           @ AIDR
    to_hyp
    hcr 1 << 17                         @ TID2
    hyp_to SVC
    mrc p15, 0, r4, c0, c0, 1           @ CTR
    mrc p15, 1, r4, c0, c0, 1           @ CLIDR
    mcr p15, 2, r0, c0, c0, 0           @ CSSELR
    to_hyp
    hcr 1 << 21                         @ TAC
    hyp_to SVC
    mrc p15, 0, r4, c1, c0, 1           @ ACTLR
    to_hyp
    hcr 1 << 25                         @ TTLB
    hyp_to SVC
    mcr p15, 0, r0, c8, c7, 0           @ TLBIALL
    to_hyp
    hcr 0
    mov32 r0, (1 << 13) | (1 << 12)     @ HSTR.T13, T12
    mcr p15, 4, r0, c1, c1, 3
    isb
    hyp_to SVC
    mrc p15, 0, r4, c13, c0, 2
    mcr p15, 0, r4, c13, c0, 4
    mrc p15, 0, r4, c0, c0, 0
    mrc p15, 0, r4, c12, c0, 0
    to_hyp
    mrc p15, 4, r4, c1, c1, 3
    mov r0, #0
    mcr p15, 4, r0, c1, c1, 3
    isb
    mrc p15, 4, r4, c1, c1, 0
    hyp_to SVC
    finish
