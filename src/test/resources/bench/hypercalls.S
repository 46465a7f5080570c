@ An HVC from SVC and back. 6 instructions a round.
	.include "bench.inc"
	begin
1:	mov	r0, #1
	hvc	#0
	subs	lr, lr, #1
	bne	1b
	finish
