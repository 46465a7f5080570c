@ Single and double arithmetic, conversions and quadword additions. 12 instructions a round.
	.include "bench.inc"
	begin
	mrc	p15, 0, r0, c1, c0, 2
	orr	r0, r0, #0xf00000		@ CPACR: CP10 and CP11
	mcr	p15, 0, r0, c1, c0, 2
	isb
	mov	r0, #0x40000000
	vmsr	FPEXC, r0
	vmov.f32	s0, #1.0
	vmov.f32	s1, #1.5
	vmov.f64	d4, #2.0
	vmov.f64	d5, #1.125
	vmov.i32	q8, #3
	vmov.i32	q9, #5
1:	vadd.f32	s2, s0, s1
	vmul.f32	s3, s2, s1
	vfma.f32	s4, s3, s1
	vadd.f64	d6, d4, d5
	vmul.f64	d7, d6, d5
	vcvt.s32.f64	s5, d7
	vadd.i32	q10, q8, q9
	vmul.i32	q11, q10, q9
	vshr.u32	q12, q11, #3
	veor	q8, q12, q10
	subs	lr, lr, #1
	bne	1b
	finish
