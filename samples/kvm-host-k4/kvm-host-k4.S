@ A host of virtual machines in the convention of v4.12 to v5.6, from its arrival to kexec. A real KVM does
@ each of these steps.

    .equ RUNS_GUESTS, 1
    .include "hyp.inc"
    .fpu neon-vfpv4
    .include "console.inc"
    .include "vcpu.inc"
    .include "guest-macros.inc"
    .include "entry.inc"
    .include "to-svc.inc"
    .include "stub-s4.inc"
    .include "kvm-k4.inc"
    .include "world-switch.inc"
    .include "callers-s4.inc"
    .include "callers-kvm.inc"
    .include "guest.inc"
    .include "host.inc"
    .include "host-aborts.inc"
    .include "host-interrupts.inc"
    .include "second-kernel.inc"

function kernel
    bl start_host
    bl install_kvm
    bl call_set_up
    say_value "HYP runs with its MMU on, its vectors are at ", r4
    bl make_devices
    make_vm 1
    make_vm 2
    bl run_guests
    vmov r4, r5, d0
    vmov r6, r7, d31
    cmp r4, r7
    bne power_off
    say_value "both are off, and the host's d0 and d31 hold ", r4

    bl __hyp_reset_vectors
    mov r4, r0
    say_value "kexec: reset vectors returned ", r4
    mov32 r0, second_kernel
    bl __hyp_soft_restart
    say "soft restart returned\n"
    b power_off

function inject_timer                   @ linked to the physical interrupt, which the guest's end will end
    mov32 r1, GICD
    mov32 r0, (1 << VTIMER)
    str r0, [r1, #GICD_ISACTIVER]
    mov32 r0, (LR_HW | LR_PENDING | VTIMER << 10 | VTIMER)
    bl inject
    pop {pc}
