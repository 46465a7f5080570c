@ A word into each page of 64 MiB, over and over: the worst for checkpoints. 4 instructions a page.
	.include "bench.inc"
	begin
	ldr	r2, =0x46000000
1:	ldr	r1, =0x42000000
2:	str	lr, [r1]
	add	r1, r1, #4096
	cmp	r1, r2
	bne	2b
	subs	lr, lr, #1
	bne	1b
	finish
