@ T32, HYP at other addresses than the physical ones: numbered calls below three, a restart through the physical
@ alias of the code, as KVM has its identity map; else a function.
    .include "odd.inc"
    .section .text.start, "ax"
    .arm
    .global _start
    .type _start, %function
_start:
    mov32 r0, vectors
    add r0, r0, #0x40000000
    set_hvbar r0
    mov32 sp, hyp_stack_top
    add sp, sp, #0x40000000
    mov r0, #0xff
    mcr p15, 4, r0, c10, c2, 0
    mov32 r0, 0x80803500
    mcr p15, 4, r0, c2, c0, 2
    mov32 r0, hyp_table
    mov r1, #0
    mcrr p15, 4, r0, r1, c2
    get_hsctlr r0
    orr r0, r0, #1 << 30
    orr r0, r0, #1
    set_hsctlr r0
    isb
    mov r0, #0x1d3
    msr spsr_cxsf, r0
    mov32 r0, kernel
    msr ELR_hyp, r0
    eret
    .type kernel, %function
kernel: b kernel
    .bss
    .balign 1024
    .space 1024
hyp_stack_top:
    .space 64
    .data
    .balign 4096
hyp_table:
    .word 0, 0
    .word l2 + 3, 0
    .word l2 + 3, 0
    .word 0, 0
    .balign 4096
l2: .word 0x40000741, 0
    .space 4088
    .text
    .thumb
    .thumb_func
    .balign 32
    .global vectors
    .type vectors, %function
vectors:
    .rept 5
    b.w hang
    .endr
    b.w handler
    b.w hang
    b.w hang
    .thumb_func
hang: b hang
    .thumb_func
    .type handler, %function
handler:
    cmp r0, #3
    blo 1f
    push {r2, lr}
    mov lr, r0
    mov r0, r1
    mov r1, r2
    mov r2, r3
    blx lr
    pop {r2, lr}
    eret
1:  cbz r0, 2f
    lsrs r0, r0, #1
    bne 3f
    mov32 r12, stubcall
    orr r12, r12, #1
    bx r12
2:  mov32 r0, 0x0badca11
    eret
3:  set_hvbar r1
    movs r0, #0
    eret
    .balign 4
stubcall: get_hsctlr r12
    bic r12, r12, #1
    set_hsctlr r12
    isb
    msr ELR_hyp, r1
    mrs r12, cpsr
    msr spsr_cxsf, r12
    eret
