@ T32. The number in r8 is looked for in a list of pairs of number and address.
    .include "odd.inc"
    start thumb=1
    .thumb_func
    .type handler, %function
handler:
    push {r4, r5, r6}
    adr r4, list
1:  ldrd r5, r6, [r4], #8
    cbz r6, none
    cmp r5, r8
    bne 1b
    mov r12, r6
    pop {r4, r5, r6}
    bx r12
none:
    pop {r4, r5, r6}
    movs r0, #0
    subs r0, #9
    eret
    .balign 4
list:
    .word 0x100, get + 1
    .word 0x7b2, set + 1
    .word 0xdeadbeef, restart + 1
    .word 42, keep + 1
    .word 0, 0
get:
    get_hvbar r0
    eret
set:
    bic r1, #0x7f
    set_hvbar r1
    movs r0, #1
    eret
restart:
    orr r2, #1
    bx r2
keep:
    mov r0, r9
    eret
