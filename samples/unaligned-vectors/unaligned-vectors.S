@ A small hypervisor whose vector table begins 4 bytes past a 32-byte boundary. HVBAR drops the low
@ five bits, so that every exception enters one entry too early.

    .include "hyp.inc"
    .include "console.inc"
    .include "entry.inc"
    .include "to-svc.inc"
    .include "stub-s4.inc"
    .include "callers-s4.inc"

    .balign 32
my_vectors_padding:                     @ the word that pushes the table off its boundary
    b hyp_reset
function my_vectors
    b hyp_reset
    b hyp_undef
    b hyp_svc
    b hyp_pabt
    b hyp_dabt
    b my_hypercall
    b hyp_irq
    b hyp_fiq

    .include "kvm-panic.inc"

function my_hypercall                   @ never reached: the HYP trap enters one word before its branch
    mov r0, #0
    eret

function kernel
    mov32 r0, my_vectors
    bl __hyp_set_vectors
    mov r4, r0
    say_value "set vectors returned ", r4

    bl __hyp_reset_vectors              @ any call would do: it enters at hyp_dabt
    say "my hypervisor answered\n"
    b power_off
