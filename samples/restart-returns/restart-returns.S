@ A new caller over an old stub: the number 1 of the soft restart becomes HVBAR, and the call returns.

    .include "hyp.inc"
    .include "console.inc"
    .include "entry.inc"
    .include "to-svc.inc"
    .include "stub-s0.inc"
    .include "callers-s4.inc"
    .include "second-kernel.inc"

function kernel
    mov32 r0, second_kernel
    bl __hyp_soft_restart
    mov r4, r0
    say_value "soft restart returned ", r4
    say "HVBAR is lost, and this kernel runs on\n"
    b power_off
