@ KVM of v4.7 to v4.11 installed over the stub of its time, used rightly.

    .include "hyp.inc"
    .include "console.inc"
    .include "entry.inc"
    .include "to-svc.inc"
    .include "stub-s0.inc"
    .include "kvm-k2.inc"
    .include "callers-s0.inc"
    .include "callers-kvm.inc"
    .include "hyp-multiply-add.inc"

function kernel
    bl install_kvm

    mov32 r0, hyp_multiply_add
    mov r1, #7
    mov r2, #6
    mov r3, #5
    bl kvm_call_hyp
    mov r4, r0
    say_value "7 * 6 + 5 in HYP:   ", r4

    bl __hyp_get_vectors
    mov r4, r0
    say_value "get vectors returns ", r4
    b power_off
