@ kdump under KVM of v4.12: KVM itself knows the soft restart, so the crash kernel starts in HYP.

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

    say "crash: no reboot notifiers, KVM keeps HVBAR\n"
    mov32 r0, second_kernel
    bl __hyp_soft_restart
    say "soft restart returned\n"
    b power_off
