@ Every stub under every KVM, by kexec and by kdump, all of a Thumb-2 kernel.

    .equ THUMB_BUILD, 1
    .include "paths.inc"
