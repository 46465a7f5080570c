@ Every stub under every KVM, by kexec and by kdump, all of an A32 kernel.

    .equ THUMB_BUILD, 0
    .include "paths.inc"
