@ The same in T32.
	.include "bench.inc"
	begin
	blx	thumb
	.ltorg
	.thumb
	.thumb_func
thumb:
	ldr	r6, =N
1:	mov	r0, #12
	bl	fib
	subs	r6, r6, #1
	bne	1b
	b.w	done
	.thumb_func
fib:	cmp	r0, #2
	it	lo
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
	.ltorg
	.balign 4
	.thumb_func
done:	bx	pc
	nop
	.arm
	finish
