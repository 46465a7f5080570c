@ A HYP function of four arguments: KVM's convention carries three, and r3 keeps what was meant for r2.

    .include "hyp.inc"
    .include "console.inc"
    .include "entry.inc"
    .include "to-svc.inc"
    .include "stub-s4.inc"
    .include "kvm-k4.inc"
    .include "callers-s4.inc"
    .include "callers-kvm.inc"

hyp_function hyp_sum_of_four            @ returns r0 + r1 + r2 + r3
    add r0, r0, r1
    add r0, r0, r2
    add r0, r0, r3
    bx lr

function kernel
    bl install_kvm

    mov32 r0, hyp_sum_of_four
    mov r1, #1
    mov r2, #2
    mov r3, #4
    mov r4, #8
    push {r4}                           @ where the EABI puts what does not fit r0-r3
    bl kvm_call_hyp
    pop {r4}
    mov r4, r0
    say_value "1 + 2 + 4 + 8 = ", r4
    b power_off
