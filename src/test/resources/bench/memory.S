@ Loads and stores of every size over 64 KiB; the MMU is off.
	.include "bench.inc"
	begin
	ldr	r0, =0x40200000
	mov	r9, #0
1:	and	r10, r9, #0xff00
	add	r1, r0, r10
	ldr	r2, [r1]
	add	r2, r2, r9
	str	r2, [r1, #4]
	ldrb	r3, [r1, #5]
	strh	r3, [r1, #8]
	ldrd	r4, r5, [r1, #16]
	ldm	r1, {r2, r3, r4, r5}
	stmdb	r1, {r2, r3, r4, r5}
	ldr	r6, [r1, #8]
	str	r6, [r1], #4
	add	r9, r9, #64
	subs	lr, lr, #1
	bne	1b
	finish
