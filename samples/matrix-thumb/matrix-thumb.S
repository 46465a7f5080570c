@ Every caller before every handler, all of a Thumb-2 kernel.

    .equ THUMB_BUILD, 1
    .include "matrix.inc"
