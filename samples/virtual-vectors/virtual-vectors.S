@ A kernel with its MMU on hands the stub a virtual address: HYP, whose MMU is off, takes it for a physical one.

    .include "hyp.inc"
    .include "console.inc"

    .equ RAM, 0x40000000
    .equ PAGE_OFFSET, 0xc0000000        @ where the kernel maps its RAM
    .equ SECTION, 0xc02                 @ 1 MB, for everybody
    .equ SECTION_SHIFT, 20

    .include "entry.inc"
    .include "to-svc.inc"
    .include "stub-s4.inc"
    .include "callers-s4.inc"
    .include "kernel-vectors.inc"

    .bss
    .balign 0x4000
kernel_tables:
    .space 0x4000

    .macro map from, to, sections       @ clobbers r0-r2
    mov32 r0, kernel_tables
    mov32 r1, (4 * (\from >> SECTION_SHIFT))
    add r0, r0, r1
    mov32 r1, (\to | SECTION)
    mov r2, #\sections
1:  str r1, [r0], #4
    add r1, r1, #(1 << SECTION_SHIFT)
    subs r2, r2, #1
    bne 1b
    .endm

    .text
function kernel
    map 0x09000000, 0x09000000, 1       @ the UART
    map RAM, RAM, 128
    map PAGE_OFFSET, RAM, 128
    mov32 r0, kernel_tables
    mcr p15, 0, r0, c2, c0, 0           @ TTBR0
    mov r0, #0
    mcr p15, 0, r0, c2, c0, 2           @ TTBCR: short descriptors, TTBR0 alone
    mov r0, #1
    mcr p15, 0, r0, c3, c0, 0           @ DACR: domain 0 is checked
    dsb
    isb
    mrc p15, 0, r0, c1, c0, 0
    orr r0, r0, #1
    mcr p15, 0, r0, c1, c0, 0           @ SCTLR.M
    isb
    say "kernel MMU on\n"

    mov32 r0, kernel_vectors
    bl __hyp_set_vectors
    say "a physical address: right\n"
    mov32 r0, kernel_vectors
    add r0, r0, #(PAGE_OFFSET - RAM)
    bl __hyp_set_vectors
    say "a virtual address: nobody complains\n"
    b power_off
