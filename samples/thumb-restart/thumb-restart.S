@ A Thumb entry handed to the soft restart of a KVM that was built as A32: bit 0 is dropped.

    .include "hyp.inc"
    .include "console.inc"
    .include "entry.inc"
    .include "to-svc.inc"
    .include "stub-s4.inc"
    .include "kvm-k4.inc"
    .include "callers-s4.inc"
    .include "callers-kvm.inc"

function kernel
    bl install_kvm

    say "crash: the crash kernel's entry is Thumb, bit 0 set\n"
    mov32 r0, thumb_kernel + 1
    bl __hyp_soft_restart
    say "soft restart returned\n"
    b power_off

@ Stands where Thumb code would begin. It is written as A32, so that it can report how it was entered.
hyp_function thumb_kernel
    mrs r4, cpsr
    say_value "thumb_kernel entered with CPSR ", r4
    say "T is clear: its Thumb code would run as A32\n"
    b power_off
