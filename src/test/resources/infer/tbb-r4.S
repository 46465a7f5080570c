@ T32. The number is in r4, less 16; TBB. What is restored is restored through the stack.
    .include "odd.inc"
    start thumb=1
    .thumb_func
    .type handler, %function
handler:
    push {r4, r5}
    sub r5, r4, #16
    cmp r5, #4
    bhs bad
    tbb [pc, r5]
table:
    .byte (zero - table) / 2, (one - table) / 2, (two - table) / 2, (three - table) / 2
zero:
    pop {r4, r5}
    get_hvbar r0
    eret
one:
    pop {r4, r5}
    set_hvbar r2
    eret
two:
    pop {r4, r5}
    bx r1
three:
    pop {r4, r5}
    movs r0, #7
    movs r3, #0
    eret
bad:
    pop {r4, r5}
    movw r0, #0xbad
    eret
