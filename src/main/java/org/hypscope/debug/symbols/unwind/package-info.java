/**
 * Who called whom, worked out from registers and memory alone: by DWARF call frame information, by
 * the unwind tables of the ARM exception handling ABI, by chains of frame pointers, by LR, and
 * across exceptions by the registers that hardware and kernels keep for the return. It knows no
 * machine and no window.
 */
package org.hypscope.debug.symbols.unwind;
