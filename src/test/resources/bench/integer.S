@ Arithmetic, logic, shifts, a multiplication and flags; no memory. 18 instructions a round.
	.include "bench.inc"
	begin
	mov	r0, #1
	mov	r1, #3
	mov	r2, #0
	mov	r9, #0
1:	add	r0, r0, r1
	eor	r2, r2, r0, lsl #3
	lsr	r3, r2, #5
	orr	r4, r3, #240
	and	r5, r4, r0
	sub	r6, r5, r1, ror #7
	mul	r7, r6, r0
	adds	r8, r7, r2
	adc	r9, r9, #0
	cmp	r8, r3
	addne	r1, r1, #1
	bic	r10, r9, #255
	rsb	r11, r10, r7
	mvn	r12, r11
	tst	r12, #1
	addeq	r1, r1, #2
	subs	lr, lr, #1
	bne	1b
	finish
