@ A32. The vectors are installed before they are there: SVC copies them into place, as a loader does that moves
@ itself.
    .include "odd.inc"
    .equ PLACE, 0x41000000
    .section .text.start, "ax"
    .arm
    .global _start
    .type _start, %function
_start:
    mov r0, #PLACE
    set_hvbar r0
    mov r0, #0x1d3
    msr spsr_cxsf, r0
    mov32 r0, kernel
    msr ELR_hyp, r0
    eret
    .type kernel, %function
kernel:
    mov r0, #PLACE
    mov32 r1, moved
    mov32 r2, moved_end
1:  ldr r3, [r1], #4
    str r3, [r0], #4
    cmp r1, r2
    blo 1b
2:  b 2b

    .text
    .balign 32
moved:
    .rept 5
    b .
    .endr
    b 1f
    b .
    b .
1:  cmp r0, #2
    beq 2f
    cmp r0, #6
    bxeq r3
    mvn r0, #0
    eret
2:  get_hvbar r0
    eret
moved_end:
