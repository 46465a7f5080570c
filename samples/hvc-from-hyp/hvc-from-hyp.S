@ A kernel that is still in HYP calls the stub: HVC from HYP itself enters at +0x08, not at +0x14.

    .include "hyp.inc"
    .include "console.inc"
    .include "entry.inc"
    b kernel                            @ where a right kernel would first drop to SVC

    .text
    .include "stub-s4.inc"
    .include "callers-s4.inc"

function kernel
    say "still in HYP, calling the stub\n"
    mov32 r0, __hyp_stub_vectors
    bl __hyp_set_vectors
    say "set vectors returned\n"
    b power_off
