@ void hyp_store_pair(void *to, u64 pair) is called by KVM's convention: the shift by one register tears the
@ pair apart, because the EABI puts it into an even register and the next on both sides.

    .include "hyp.inc"
    .include "console.inc"
    .include "entry.inc"
    .include "to-svc.inc"
    .include "stub-s4.inc"
    .include "kvm-k4.inc"
    .include "callers-s4.inc"
    .include "callers-kvm.inc"

    .bss
    .balign 8
pair:
    .space 8

    .text
hyp_function hyp_store_pair             @ r0 = to, r2:r3 = pair
    strd r2, r3, [r0]
    bx lr

function kernel
    bl install_kvm

    mov32 r0, hyp_store_pair
    mov32 r1, pair
    mov32 r2, 0x11112222                @ the low word
    mov32 r3, 0x33334444                @ the high word
    bl kvm_call_hyp
    mov32 r4, pair
    ldr r5, [r4, #4]
    ldr r4, [r4]
    say_value "high word 33334444 became ", r5
    say_value "low word 11112222 became ", r4
    b power_off
