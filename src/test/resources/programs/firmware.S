@ PSCI over SMC, as the board's firmware answers it: version, unknown functions, and power off.

    .include "virt.inc"

program:
    hyp_to SVC
    mov32 r0, 0x84000000
    smc #0
    mov32 r0, 0x8400ffff
    smc #0
    mov r1, #1
    to_hyp
    mov32 r0, 0x84000000
    smc #0
    mov32 r0, 0x84000008
    smc #0
    b finished
