@ The stub of v4.12 to v5.6, used rightly: set vectors, reset vectors, soft restart.

    .include "hyp.inc"
    .include "console.inc"
    .include "entry.inc"
    .include "to-svc.inc"
    .include "stub-s4.inc"
    .include "kernel-vectors.inc"
    .include "callers-s4.inc"
    .include "second-kernel.inc"

function kernel
    mov32 r0, kernel_vectors
    bl __hyp_set_vectors
    mov r4, r0
    say_value "set vectors returned   ", r4

    bl __hyp_reset_vectors
    mov r4, r0
    say_value "reset vectors returned ", r4

    mov32 r0, second_kernel
    bl __hyp_soft_restart
    say "soft restart returned\n"
    b power_off
