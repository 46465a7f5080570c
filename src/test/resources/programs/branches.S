@ B, BL, BX, BLX (register), and every other way to write the PC that stays in A32 state.

    .include "virt.inc"

program:
    bl 1f
    b 2f
1:  mov r4, lr
    bx lr
2:  adr r5, 1b
    blx r5
    adr r6, 3f
    bx r6
    mov r4, #0
3:  adr r7, 4f
    mov pc, r7
    mov r4, #0
4:  add pc, pc, #4
    mov r4, #0
    mov r4, #0
    nop
    ldr pc, 5f
    mov r4, #0
5:  .word 6f
6:  adr r8, 7f
    str r8, [sp, #-4]!
    ldr pc, [sp], #4
    mov r4, #0
7:  adr r8, 8f
    push {r3, r8}
    pop {r3, pc}
    mov r4, #0
8:  mov r0, #2
    adr r1, 9f
    ldr pc, [r1, r0, lsl #2]
9:  .word program, program, 10f
10: adr r2, 11f
    orr pc, r2, #0
    mov r4, #0
11: mov r9, #1
    b finished
