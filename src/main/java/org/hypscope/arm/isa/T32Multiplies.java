package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.T32Rows.like;
import static org.hypscope.arm.isa.T32Rows.wide;

import java.util.ArrayList;
import java.util.List;

/** Multiplies and divides (ARM ARM A6.3.16, A6.3.17). */
final class T32Multiplies {
  private T32Multiplies() {}

  static List<RowBuilder> rows() {
    List<RowBuilder> rows = new ArrayList<>();
    rows.add(
        wide("MUL", "T2", "11111011 0000 Rn 1111 Rd 0000 Rm", "S=0")
            .noSpOrPc("Rd", "Rn", "Rm")
            .group("T32 MLA"));
    rows.add(accumulating("MLA", "0000", "0000", "S=0").group("T32 MLA"));
    rows.add(like("MLS", "T1", "11111011 0000 Rn Ra Rd 0001 Rm").noSpOrPc("Rd", "Rn", "Rm", "Ra"));
    addPair(rows, "SMLAxy", "SMULxy", "0001", "00 N M");
    addPair(rows, "SMLAD", "SMUAD", "0010", "000 M");
    addPair(rows, "SMLAWy", "SMULWy", "0011", "000 M");
    addPair(rows, "SMLSD", "SMUSD", "0100", "000 M");
    addPair(rows, "SMMLA", "SMMUL", "0101", "000 R");
    rows.add(
        like("SMMLS", "T1", "11111011 0110 Rn Ra Rd 000 R Rm").noSpOrPc("Rd", "Rn", "Rm", "Ra"));
    addPair(rows, "USADA8", "USAD8", "0111", "0000");
    addLong(rows);
    return rows;
  }

  /** An accumulating multiply, and the plain one that it is with Ra the PC. */
  private static void addPair(
      List<RowBuilder> rows, String adding, String plain, String op1, String op2) {
    String group = "T32 " + adding;
    rows.add(accumulating(adding, op1, op2).group(group));
    rows.add(
        like(plain, "T1", "11111011 " + op1 + " Rn 1111 Rd " + op2 + " Rm")
            .noSpOrPc("Rd", "Rn", "Rm")
            .group(group));
  }

  private static RowBuilder accumulating(String name, String op1, String op2, String... fields) {
    return like(name, "T1", "11111011 " + op1 + " Rn Ra Rd " + op2 + " Rm", fields)
        .noSpOrPc("Rd", "Rn", "Rm")
        .unpredictable("Ra==13");
  }

  private static void addLong(List<RowBuilder> rows) {
    rows.add(wideResult("SMULL", "1000", "0000", "S=0"));
    rows.add(divide("SDIV", "1001"));
    rows.add(wideResult("UMULL", "1010", "0000", "S=0"));
    rows.add(divide("UDIV", "1011"));
    rows.add(wideResult("SMLAL", "1100", "0000", "S=0"));
    rows.add(wideResult("SMLALxy", "1100", "10 N M"));
    rows.add(wideResult("SMLALD", "1100", "110 M"));
    rows.add(wideResult("SMLSLD", "1101", "110 M"));
    rows.add(wideResult("UMLAL", "1110", "0000", "S=0"));
    rows.add(wideResult("UMAAL", "1110", "0110"));
  }

  private static RowBuilder wideResult(String name, String op1, String op2, String... fields) {
    return like(name, "T1", "11111011 " + op1 + " Rn RdLo RdHi " + op2 + " Rm", fields)
        .noSpOrPc("RdLo", "RdHi", "Rn", "Rm");
  }

  private static RowBuilder divide(String name, String op1) {
    return like(name, "T1", "11111011 " + op1 + " Rn (1)(1)(1)(1) Rd 1111 Rm")
        .noSpOrPc("Rd", "Rn", "Rm");
  }
}
