@ A HYP function reads its own stack pointer by the banked name, which HYP may not do.

    .include "hyp.inc"
    .include "console.inc"
    .include "entry.inc"
    .include "to-svc.inc"
    .include "stub-s4.inc"
    .include "kvm-k4.inc"
    .include "callers-s4.inc"
    .include "callers-kvm.inc"

hyp_function hyp_return_address         @ returns where the hypercall returns to
    mrs r0, ELR_hyp                     @ may be named in HYP
    bx lr

hyp_function hyp_stack_pointer          @ returns SP_hyp
    mrs r0, SP_hyp                      @ may be named in Monitor mode only
    bx lr

function kernel
    bl install_kvm

    mov32 r0, hyp_return_address
    clear r1, r2, r3
    bl kvm_call_hyp
    say "ELR_hyp was read\n"
    mov32 r0, hyp_stack_pointer
    clear r1, r2, r3
    bl kvm_call_hyp
    say "SP_hyp was read\n"
    b power_off
