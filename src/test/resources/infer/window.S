@ T32. A window of numbers by TBB with shared entries, and a window by the top bits.
    .include "odd.inc"
    start thumb=1
    .thumb_func
    .type handler, %function
handler: sub r12, r0, #0x100
    cmp r12, #5
    bhi 1f
    tbb [pc, r12]
t:  .byte (a-t)/2, (b_-t)/2, (a-t)/2, (bad-t)/2, (c-t)/2, (c-t)/2
1:  lsrs r12, r0, #28
    cmp r12, #4
    bne bad
    bx r2
a:  get_hvbar r0
    eret
b_: set_hvbar r1
    eret
c:  movs r0, #3
    eret
bad: mvn r0, #0
    eret
