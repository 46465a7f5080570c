@ A kernel in small: linked for 0xc0010000, loaded at 0x40010000. Its code runs with the MMU off, through Hyp mode's map
@ at 0x80010000, through an identity map of PL1 and where it is linked; __pa(x) is x - 0x80000000.
        .syntax unified
        .arm
        .text
        .global _start, early, hyp_high, flat, identity, high, twice, done

        .macro  physical register, symbol
        ldr     \register, =\symbol - 0x80000000
        .endm

        .type   _start, %function
_start: physical sp, stack_top
        bl      twice                   @ Hyp mode, MMU off
        .type   early, %function
early:  physical r0, hyp_table
        mov     r1, #0
        mcrr    p15, 4, r0, r1, c2      @ HTTBR
        mov     r0, #0xff
        mcr     p15, 4, r0, c10, c2, 0  @ HMAIR0
        ldr     r0, =0x80000000
        mcr     p15, 4, r0, c2, c0, 2   @ HTCR
        mrc     p15, 4, r0, c1, c0, 0   @ HSCTLR
        orr     r0, r0, #1
        mcr     p15, 4, r0, c1, c0, 0
        isb
        ldr     r0, =hyp_high - 0x40000000
        bx      r0
        .type   hyp_high, %function
hyp_high:
        bl      twice                   @ Hyp mode, at its own virtual address
        ldr     r0, =0x1d3
        msr     spsr_cxsf, r0
        physical r0, flat
        msr     elr_hyp, r0
        eret
        .type   flat, %function
flat:   physical sp, stack_top
        bl      twice                   @ SVC, MMU off
        physical r0, table
        mcr     p15, 0, r0, c2, c0, 0   @ TTBR0
        mov     r0, #1
        mcr     p15, 0, r0, c3, c0, 0   @ DACR
        mrc     p15, 0, r0, c1, c0, 0
        orr     r0, r0, #1
        mcr     p15, 0, r0, c1, c0, 0   @ SCTLR.M
        isb
        .type   identity, %function
identity:
        bl      twice                   @ SVC, identity map
        ldr     r0, =high
        bx      r0
        .type   high, %function
high:   bl      twice                   @ SVC, where it is linked
        .type   done, %function
done:   b       done

        .type   twice, %function
twice:  add     r0, r0, r0
        bx      lr
        .ltorg

        .balign 0x4000
table:  @ sections of 1 MiB, readable and writable at PL1
        .set    n, 0
        .rept   4096
        .if     n == 0x400 || n == 0xc00
        .word   0x40000402
        .else
        .word   0
        .endif
        .set    n, n + 1
        .endr
        .balign 32
hyp_table: @ blocks of 1 GiB
        .word   0, 0, 0x40000741, 0, 0x40000741, 0, 0, 0
        .space  64
stack_top:
