@ LDM and STM in the four directions, with and without writeback, the base inside the list, and PUSH/POP.

    .include "virt.inc"

program:
    mov32 r1, scratch + 0x100
    .irp mode, ia, ib, da, db
    stm\mode r1, {r0, r2-r4, r9, r12}
    stm\mode r1!, {r5-r8, lr}
    ldm\mode r1, {r2, r5, r11}
    ldm\mode r1!, {r3, r4, r6-r8}
    .endr
    mov32 r1, scratch + 0x40
    stmia r1!, {r1, r2, r3}             @ the base first in the list: its old value is stored
    mov32 r1, scratch + 0x40
    ldmia r1, {r1, r2, r3}
    push {r4}
    push {r0-r12, lr}
    pop {r0-r3}
    pop {r4}
    ldmib sp, {r5, r6}
    add sp, sp, #36
    pop {r7}
    stmdb sp, {r2-r4}
    mov32 r1, scratch + 0x80
    stmia r1, {r3, sp, lr, pc}
    ldmia r1, {r4, r5, r6, r7}
    mov r0, #0
    ldmia r1!, {r8}
    b finished
