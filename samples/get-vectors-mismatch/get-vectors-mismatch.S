@ An old caller asks a new stub for the vectors: -1 is no call of S4, and the error looks like an address.

    .include "hyp.inc"
    .include "console.inc"
    .include "entry.inc"
    .include "to-svc.inc"
    .include "stub-s4.inc"
    .include "callers-s0.inc"

function kernel
    bl __hyp_get_vectors
    mov r4, r0
    say_value "the old kernel believes the vectors are at ", r4
    b power_off
