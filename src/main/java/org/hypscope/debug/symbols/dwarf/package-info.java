/**
 * Reads debug information in DWARF 2 to 5 (dwarfstd.org): lines, functions and their parameters.
 * Everything is read when it is asked for; what is damaged is left out, and said once.
 */
package org.hypscope.debug.symbols.dwarf;
