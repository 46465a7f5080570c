@ Three sets of tables at once: HYP's own, the kernel's with long descriptors, and stage 2 under those.
@ The kernel asks HYP for the number of its machine, reads a device that stage 2 does not map, which HYP
@ answers in its place, and writes a page by one of its two addresses.

    .include "hyp.inc"
    .include "console.inc"

    .equ HSR_EC_DATA_ABORT, 0x24        @ from PL0 or PL1
    .equ HCR_VM, 1 << 0
    .equ WHICH_MACHINE, 0x86000001      @ a call of this sample's own
    .equ MACHINE, 7                     @ the VMID

    .equ TABLE, 3                       @ types of long descriptors
    .equ BLOCK, 1
    .equ PAGE, 3
    .equ ACCESSED, 1 << 10
    .equ SHARED, 3 << 8
    .equ MEMORY, ACCESSED | SHARED | 1 << 2             @ attribute 1
    .equ DEVICE, ACCESSED                               @ attribute 0
    .equ S2_READ_WRITE, 3 << 6
    .equ S2_MEMORY, ACCESSED | SHARED | S2_READ_WRITE | 15 << 2
    .equ S2_DEVICE, ACCESSED | S2_READ_WRITE | 1 << 2
    .equ ATTRIBUTES, 0xff04             @ attribute 1 is Write-Back memory, 0 is Device

    .equ NO_DEVICE, 0x0a000000          @ an IPA that stage 2 leaves out
    .equ ALIAS, 0xc0000000              @ where the kernel maps `page` once more
    .equ BLOCK_SHIFT, 21
    .equ BLOCKS, (128 << 20) >> BLOCK_SHIFT

    .macro fill table, bits             @ the 128 MB from 0x40000000 on, each block at itself; clobbers r0-r3
    mov32 r0, \table
    mov r1, #BLOCKS
    mov32 r2, (0x40000000 | \bits | BLOCK)
    mov r3, #0
1:  strd r2, r3, [r0], #8
    add r2, r2, #(1 << BLOCK_SHIFT)
    subs r1, r1, #1
    bne 1b
    .endm

    .macro entry table, index, target, bits             @ one descriptor; clobbers r0-r2
    mov32 r0, \table
    mov32 r1, \target
    mov32 r2, (\bits)
    orr r1, r1, r2
    mov r2, #0
    str r1, [r0, #(8 * \index)]
    str r2, [r0, #(8 * \index + 4)]
    .endm

    .include "entry.inc"

    mov32 r0, __hyp_stub_vectors
    set_hvbar r0
    mov32 sp, hyp_stack_top

    fill hyp_memory, MEMORY             @ HYP: the first gigabyte is devices, the second is memory
    entry hyp_tables, 0, 0, (DEVICE | BLOCK)
    entry hyp_tables, 1, hyp_memory, TABLE
    fill kernel_memory, MEMORY          @ the kernel: the same, and one page at another address
    entry kernel_tables, 0, 0, (DEVICE | BLOCK)
    entry kernel_tables, 1, kernel_memory, TABLE
    entry kernel_tables, 3, kernel_alias, TABLE
    entry kernel_alias, 0, kernel_pages, TABLE
    entry kernel_pages, 0, page, (MEMORY | PAGE)
    fill guest_memory, S2_MEMORY        @ stage 2: memory, and of the devices only the UART
    entry guest_tables, 0, guest_devices, TABLE
    entry guest_tables, 1, guest_memory, TABLE
    entry guest_devices, (UART_DATA >> BLOCK_SHIFT), (UART_DATA & -(1 << BLOCK_SHIFT)), (S2_DEVICE | BLOCK)

    mov32 r0, ATTRIBUTES
    mcr p15, 4, r0, c10, c2, 0          @ HMAIR0
    mov32 r0, 0x80000000
    mcr p15, 4, r0, c2, c0, 2           @ HTCR: 32 bits
    mov32 r0, hyp_tables
    mov r1, #0
    mcrr p15, 4, r0, r1, c2             @ HTTBR
    mov32 r0, 0x80000040
    mcr p15, 4, r0, c2, c1, 2           @ VTCR: 32 bits, beginning at level 1
    mov32 r0, guest_tables
    mov32 r1, (MACHINE << 16)
    mcrr p15, 6, r0, r1, c2             @ VTTBR
    mov r0, #HCR_VM
    mcr p15, 4, r0, c1, c1, 0           @ HCR
    dsb
    isb
    mcr p15, 4, r0, c8, c7, 0           @ TLBIALLH
    mcr p15, 4, r0, c8, c7, 4           @ TLBIALLNSNH
    get_hsctlr r0
    orr r0, r0, #HSCTLR_M
    set_hsctlr r0
    isb

    .include "to-svc.inc"

function kernel
    mov32 r0, ATTRIBUTES
    mcr p15, 0, r0, c10, c2, 0          @ MAIR0
    mov32 r0, 0x80000000
    mcr p15, 0, r0, c2, c0, 2           @ TTBCR: long descriptors
    mov32 r0, kernel_tables
    mov r1, #0
    mcrr p15, 0, r0, r1, c2             @ TTBR0
    isb
    mrc p15, 0, r0, c1, c0, 0
    orr r0, r0, #1
    mcr p15, 0, r0, c1, c0, 0           @ SCTLR: MMU on
    isb

    mov32 r0, WHICH_MACHINE
    clear r1, r2, r3
    hvc #0
    mov r4, r0
    say_value "the machine is            ", r4

    mov32 r5, NO_DEVICE
    ldr r6, [r5]                        @ no page of stage 2: HYP answers
    say_value "the device reads          ", r6

    mov32 r5, ALIAS
    str r6, [r5, #8]
    mov32 r5, page
    ldr r4, [r5, #8]
    say_value "by the page's own address ", r4
    b power_off

vector_table __hyp_stub_vectors
    b hyp_unexpected
    b hyp_unexpected
    b hyp_unexpected
    b hyp_unexpected
    b hyp_unexpected
    b hyp_trap
    b hyp_unexpected
    b hyp_unexpected

function hyp_unexpected
    say "unexpected HYP exception\n"
    b power_off

function hyp_trap
    push {r0-r12}                       @ by number: HSR names a register
    get_hsr r4
    lsr r5, r4, #HSR_EC_SHIFT
    cmp r5, #HSR_EC_HVC
    beq which_machine
    cmp r5, #HSR_EC_DATA_ABORT
    bne hyp_unexpected
    mrc p15, 4, r5, c6, c0, 4           @ HPFAR: the page of the IPA
    lsl r5, r5, #8
    say_value "HYP is asked for the page ", r5
    ubfx r4, r4, #16, #4                @ HSR.SRT
    mov r5, #42
    str r5, [sp, r4, lsl #2]
    mrs r5, ELR_hyp
    add r5, r5, #4
    msr ELR_hyp, r5
    pop {r0-r12}
    eret

function which_machine
    get_vmid r4, r5
    str r5, [sp]
    pop {r0-r12}
    eret

    .bss
    .balign 4096
hyp_memory:
    .space 4096
kernel_memory:
    .space 4096
kernel_alias:
    .space 4096
kernel_pages:
    .space 4096
guest_memory:
    .space 4096
guest_devices:
    .space 4096
page:
    .space 4096
hyp_tables:
    .space 32
kernel_tables:
    .space 32
guest_tables:
    .space 32
