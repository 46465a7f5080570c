package org.hypscope.debug;

import java.util.List;
import java.util.Optional;

/**
 * A vector table as it is in memory.
 *
 * @param which the table
 * @param space the kind of address that it is fetched by
 * @param base the address of its first vector
 * @param register the name of the register that holds the base
 * @param thumb whether exceptions are taken to it in T32: SCTLR.TE, or HSCTLR.TE for HYP
 * @param rows eight vectors by offset
 * @param taken the offset that the last command entered last, or -1
 */
public record VectorTableView(
    VectorBase which,
    AddressSpace space,
    int base,
    String register,
    boolean thumb,
    List<Row> rows,
    int taken) {
  /**
   * A vector.
   *
   * @param offset from the base
   * @param meaning what leads here, in words
   * @param address of the vector
   * @param word the instruction there; empty where there is no memory
   * @param leadsTo where it branches, if it does
   */
  public record Row(
      int offset, String meaning, int address, Optional<Integer> word, Optional<Integer> leadsTo) {}
}
