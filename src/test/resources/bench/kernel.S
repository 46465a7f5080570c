@ What a kernel and its programs do: 1024 different functions in A32 and T32 called in no order from User
@ mode with translation on; every eighth round a call of SVC that copies bytes, calls one more function and
@ maps a page anew; every 64th an Undefined Instruction exception.
	.include "bench.inc"
	begin
	translate
	ldr	r0, =vectors
	mcr	p15, 0, r0, c12, c0, 0		@ VBAR
	ldr	r0, =0x40100c01			@ a table of pages for 0x40f00000
	ldr	r1, =0x4010103c
	str	r0, [r1]
	cps	#0x1b
	ldr	sp, =0x40070000
	cps	#0x13
	ldr	r11, =N
	ldr	r9, =functions
	ldr	r10, =0x40200000
	ldr	r8, =12345
	mov	r7, #0
	cps	#0x10
	ldr	sp, =0x40078000
1:	ldr	r0, =1103515245
	mul	r8, r8, r0
	add	r8, r8, r9
	ubfx	r0, r8, #14, #10
	ldr	r4, [r9, r0, lsl #2]
	blx	r4
	tst	r11, #7
	svceq	#0
	tst	r11, #63
	bne	2f
	udf	#0
2:	subs	r11, r11, #1
	bne	1b
	svc	#1
	b	.
	.ltorg

	.balign	32
vectors:
	b	.
	b	undefined
	b	service
	b	.
	b	.
	b	.
	b	.
	b	.

undefined:
	push	{r0, r1, r12, lr}
	mrs	r0, SPSR
	ldr	r1, [r10, #64]
	add	r1, r1, r0
	str	r1, [r10, #64]
	pop	{r0, r1, r12, lr}
	movs	pc, lr

service:
	push	{r0-r5, r12, lr}
	ldr	r0, [lr, #-4]
	tst	r0, #1
	bne	end
	mov	r1, #0x40000000			@ a page of RAM, normal cacheable, all may read and write
	add	r1, r1, #0x300000
	orr	r1, r1, #0x3e
	add	r7, r7, #0x1000
	and	r2, r7, #0xf000
	add	r1, r1, r2
	ldr	r2, =0x40100c00
	str	r1, [r2]
	mov	r3, #0x40000000
	add	r3, r3, #0xf00000
	mcr	p15, 0, r3, c8, c7, 1		@ TLBIMVA
	dsb
	isb
	mov	r4, #64
3:	ldrb	r5, [r10, r4]
	strb	r5, [r3], #1
	subs	r4, r4, #1
	bne	3b
	ubfx	r0, r8, #3, #10
	ldr	r4, [r9, r0, lsl #2]
	blx	r4
	pop	{r0-r5, r12, lr}
	movs	pc, lr
end:	finish

	.macro	body set, n
	add	r0, r0, #(\n & 0xff)
	eor	r1, r0, r0, lsr #((\n & 15) + 1)
	tst	r1, #(1 << (\n & 7))
	it	ne
	addne	r2, r2, #1
	ldr	r3, [r10, #((\n & 0xff) * 4)]
	adds	r3, r3, r1
	str	r3, [r10, #((\n >> 2 & 0xff) * 4)]
	bmi	8f
	sub	r0, r0, r3
	ldrb	r5, [r10, #(\n & 63)]
	orr	r0, r0, r5, lsl #(\n & 7)
8:	cmp	r0, r3
	it	hi
	subhi	r0, r0, r3
	strh	r0, [r10, #((\n & 63) * 2)]
	bx	lr
	.pushsection .table, "a"
	.word	9b + \set
	.popsection
	.endm

	.pushsection .table, "a"
functions:
	.popsection
	.set	n, 0
	.rept	512
	.arm
	.balign	4
9:	body	0, n
	.thumb
	.balign	4
9:	body	1, (n + 512)
	.set	n, n + 1
	.endr
