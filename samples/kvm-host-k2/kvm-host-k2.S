@ A host of virtual machines in the convention before v4.12, from its arrival to kexec; its guests are Thumb
@ code.

    .equ RUNS_GUESTS, 1
    .equ GUEST_IS_THUMB, 1
    .include "hyp.inc"
    .fpu neon-vfpv4
    .include "console.inc"
    .include "vcpu.inc"
    .include "guest-macros.inc"
    .include "entry.inc"
    .include "to-svc.inc"
    .include "stub-s0.inc"
    .include "kvm-k2.inc"
    .include "world-switch.inc"
    .include "callers-s0.inc"
    .include "callers-kvm.inc"
    .include "guest.inc"
    .include "host.inc"
    .include "host-aborts.inc"
    .include "host-interrupts.inc"

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

    mov32 r0, back_to_stub
    clear r1, r2, r3
    bl kvm_call_hyp
    bl __hyp_get_vectors
    mov r4, r0
    say_value "kexec: KVM has gone, the vectors are at ", r4
    b second_kernel

hyp_function back_to_stub               @ called in HYP at its physical address; does not go back through KVM
    get_hsctlr r1
    movw r0, #HSCTLR_M | HSCTLR_C | HSCTLR_I
    bic r1, r1, r0
    set_hsctlr r1
    isb
    mov32 r0, __hyp_stub_vectors
    set_hvbar r0
    isb
    eret

function second_kernel                  @ this generation enters it where the first kernel was
    mrs r4, cpsr
    and r4, r4, #MODE_MASK
    say_value "second kernel entered in mode ", r4
    b power_off

function inject_timer                   @ the guest's end asks for maintenance; meanwhile the timer is masked
    ldr r0, [r4, #CTX_CNTV_CTL]
    orr r0, r0, #CNT_IMASK
    str r0, [r4, #CTX_CNTV_CTL]
    mov32 r0, (LR_PENDING | LR_EOI | VTIMER)
    bl inject
    pop {pc}
