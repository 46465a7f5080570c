@ A T32 guest under both stages of translation, with floating point; HYP runs with its own MMU.
	.syntax unified
	.arch armv7ve
	.fpu neon-vfpv4
	.arm
	.text
	.global _start

	.macro mov32 register, value
	movw \register, #:lower16:\value
	movt \register, #:upper16:\value
	.endm

	.equ HYP_TABLE, 0x40100000
	.equ STAGE2_TABLE, 0x40101000
	.equ PL1_TABLE, 0x40104000
	.equ PL1_PAGES, 0x40108000

	.type _start, %function
_start:
	mov32 sp, 0x40090000
	mov32 r0, hyp_vectors
	mcr p15, 4, r0, c12, c0, 0	@ HVBAR
	mov r5, #0
	mov32 r4, 0x40000725		@ HYP: the second gigabyte as a block
	mov32 r1, HYP_TABLE
	strd r4, r5, [r1, #8]
	mcrr p15, 4, r1, r5, c2		@ HTTBR
	mov32 r0, 0x80003500
	mcr p15, 4, r0, c2, c0, 2	@ HTCR
	mov32 r0, 0xff44
	mcr p15, 4, r0, c10, c2, 0	@ HMAIR0
	mrc p15, 4, r0, c1, c0, 0
	orr r0, r0, #1
	mcr p15, 4, r0, c1, c0, 0	@ HSCTLR.M
	mov32 r1, STAGE2_TABLE
	mov32 r4, 0x400007fd		@ stage 2: the second gigabyte as a block
	strd r4, r5, [r1, #8]
	mov32 r6, 0x00050000
	mcrr p15, 6, r1, r6, c2		@ VTTBR, VMID 5
	mov32 r0, 0x80003540
	mcr p15, 4, r0, c2, c1, 2	@ VTCR
	mov r0, #1
	mcr p15, 4, r0, c1, c1, 0	@ HCR.VM
	mov32 r0, PL1_TABLE
	mov32 r1, 0x40000c0e		@ PL1: this megabyte as a section
	mov32 r2, 0x1000
	str r1, [r0, r2]
	mov32 r1, PL1_PAGES + 1		@ and 0xc0000000 as small pages
	mov32 r2, 0x3000
	str r1, [r0, r2]
	mov32 r1, 0x4000803e
	mov32 r2, PL1_PAGES
	str r1, [r2, #0x20]
	mcr p15, 0, r0, c2, c0, 0	@ TTBR0
	mov r1, #1
	mcr p15, 0, r1, c3, c0, 0	@ DACR
	mrc p15, 0, r1, c1, c0, 0
	orr r1, r1, #1
	mcr p15, 0, r1, c1, c0, 0	@ SCTLR.M
	mov32 r0, 0x00f00000
	mcr p15, 0, r0, c1, c0, 2	@ CPACR
	isb
	mov32 r0, 0x40000000
	vmsr fpexc, r0
	mov r0, #0x1f3			@ SVC, T32, masked
	msr SPSR_cxsf, r0
	mov32 r0, guest
	msr ELR_hyp, r0
	eret

	.balign 32
hyp_vectors:
	b .
	b .
	b .
	b .
	b .
	add r0, r0, #10
	eret
	b .

	.thumb
	.thumb_func
	.type guest, %function
guest:	vmov.f32 s0, #1.5
	vmov.f64 d8, #3.0
	vmul.f64 d9, d8, d8
	vdiv.f32 s3, s0, s30		@ by zero
	movs r0, #1
	cmp r0, #1
	.thumb_func
	.type choice, %function
choice:	itete eq
	moveq r1, #10
	movne r1, #20
	addeq r2, r1, #1
	addne.w r2, r1, #0x2000
	.thumb_func
	.type jump, %function
jump:	tbb [pc, r0]
table:	.byte 1, 1
	.thumb_func
	.type call, %function
call:	hvc #0
	b .
