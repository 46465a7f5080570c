@ kexec under KVM of v4.12: reset hands HVBAR back to the stub, the stub answers the soft restart.

    .include "hyp.inc"
    .include "console.inc"
    .include "entry.inc"
    .include "to-svc.inc"
    .include "stub-s4.inc"
    .include "kvm-k4.inc"
    .include "callers-s4.inc"
    .include "callers-kvm.inc"
    .include "second-kernel.inc"

function kernel
    bl install_kvm

    bl __hyp_reset_vectors
    mov r4, r0
    say_value "kexec: reset vectors returned ", r4

    mov32 r0, second_kernel
    bl __hyp_soft_restart
    say "soft restart returned\n"
    b power_off
