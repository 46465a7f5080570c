@ The twelfth Fibonacci number by recursion.
	.include "bench.inc"
	begin
	mov	r6, lr
1:	mov	r0, #12
	bl	fib
	subs	r6, r6, #1
	bne	1b
	finish
fib:	cmp	r0, #2
	bxlo	lr
	push	{r4, r5, lr}
	mov	r4, r0
	sub	r0, r0, #1
	bl	fib
	mov	r5, r0
	sub	r0, r4, #2
	bl	fib
	add	r0, r0, r5
	pop	{r4, r5, pc}
