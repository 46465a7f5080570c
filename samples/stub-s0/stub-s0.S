@ The stub of v3.7 to v4.11, used rightly: get vectors, set vectors, get vectors.

    .include "hyp.inc"
    .include "console.inc"
    .include "entry.inc"
    .include "to-svc.inc"
    .include "stub-s0.inc"
    .include "kernel-vectors.inc"
    .include "callers-s0.inc"

function kernel
    bl __hyp_get_vectors
    mov r4, r0
    say_value "vectors found:     ", r4

    mov32 r0, kernel_vectors
    bl __hyp_set_vectors

    bl __hyp_get_vectors
    mov r4, r0
    say_value "vectors installed: ", r4
    b power_off
