@ Prints what comes into the UART in hexadecimal, a byte after the other, for ever.
.arch armv7ve
.global _start
_start:
  movw r4, #0
  movt r4, #0x0900
next:
  ldr r1, [r4, #0x18]
  tst r1, #0x10
  bne next
  ldr r0, [r4]
  lsr r1, r0, #4
  bl digit
  and r1, r0, #15
  bl digit
  mov r1, #' '
  str r1, [r4]
  b next
digit:
  cmp r1, #10
  addlt r1, r1, #'0'
  addge r1, r1, #'a' - 10
  str r1, [r4]
  bx lr
