@ Every caller before every handler, all of an A32 kernel.

    .equ THUMB_BUILD, 0
    .include "matrix.inc"
