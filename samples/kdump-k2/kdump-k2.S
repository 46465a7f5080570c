@ kdump as feared in the mail of 2017: the soft restart, call 2, is answered by KVM, which takes the
@ number for a function and branches to it.

    .include "hyp.inc"
    .include "console.inc"
    .include "entry.inc"
    .include "to-svc.inc"
    .include "stub-s0.inc"
    .include "kvm-k2.inc"
    .include "callers-s0.inc"
    .include "callers-s1.inc"
    .include "callers-kvm.inc"
    .include "second-kernel.inc"

function kernel
    bl install_kvm

    say "crash: no reboot notifiers, KVM keeps HVBAR\n"
    mov32 r0, second_kernel
    bl __hyp_soft_restart
    say "soft restart returned\n"
    b power_off
