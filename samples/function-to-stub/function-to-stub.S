@ A KVM call made while the old stub still owns HVBAR: the stub takes the function for its new vectors.

    .include "hyp.inc"
    .include "console.inc"
    .include "entry.inc"
    .include "to-svc.inc"
    .include "stub-s0.inc"
    .include "callers-kvm.inc"
    .include "hyp-multiply-add.inc"

function kernel
    mov32 r0, hyp_multiply_add
    mov r1, #7
    mov r2, #6
    mov r3, #5
    bl kvm_call_hyp
    mov r4, r0
    say_value "7 * 6 + 5 in HYP, it seems: ", r4
    b power_off
