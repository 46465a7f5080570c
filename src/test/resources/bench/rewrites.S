@ As hypercalls, but the handler writes HVBAR each time, now one value, now another. 10 instructions a round.
	.include "bench.inc"
	begin
	ldr	r1, =other
	ldr	r2, =hyp_vectors
	mov	r0, #1
	hvc	#0
1:	mov	r0, #1
	hvc	#0
	subs	lr, lr, #1
	bne	1b
	finish
	.balign	32
other:
	b	.
	b	.
	b	.
	b	.
	b	.
	b	2f
	b	.
	b	.
2:	mcr	p15, 4, r2, c12, c0, 0
	mov	r3, r1
	mov	r1, r2
	mov	r2, r3
	eret
