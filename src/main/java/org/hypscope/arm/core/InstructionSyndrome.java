package org.hypscope.arm.core;

import java.util.HashMap;
import java.util.Map;

/**
 * ISV, SAS, SSE and SRT of HSR: what a hypervisor needs to carry out a load or store for its guest
 * without reading the instruction (ARM ARM B3.13.6, "ISS encoding for Data Abort exceptions").
 */
final class InstructionSyndrome {
  private static final int ISV = 1 << 24;
  private static final int SSE = 1 << 21;
  private static final int P = 1 << 24;
  private static final int W = 1 << 21;
  private static final int PC = 15;

  /** SAS and SSE by the instruction's name, with and without the T of unprivileged accesses. */
  private static final Map<String, Integer> SIZE_AND_SIGN = sizeAndSign();

  private InstructionSyndrome() {}

  private static Map<String, Integer> sizeAndSign() {
    Map<String, Integer> all = new HashMap<>();
    for (String user : new String[] {"", "T"}) {
      all.put("LDR" + user, sas(2));
      all.put("STR" + user, sas(2));
      all.put("LDRB" + user, sas(0));
      all.put("STRB" + user, sas(0));
      all.put("LDRH" + user, sas(1));
      all.put("STRH" + user, sas(1));
      all.put("LDRSB" + user, sas(0) | SSE);
      all.put("LDRSH" + user, sas(1) | SSE);
    }
    return Map.copyOf(all);
  }

  private static int sas(int size) {
    return size << 22;
  }

  /**
   * The four fields for an instruction; 0 where it is not a load or store of one register without
   * writeback, or its register is the PC.
   */
  static int of(Decoded insn) {
    boolean offset = (insn.word & P) != 0 && (insn.word & W) == 0;
    int t = insn.word >>> 12 & 15;
    Integer kind = insn.form == null ? null : SIZE_AND_SIGN.get(insn.form.mnemonic());
    return offset && t != PC && kind != null ? ISV | kind | t << 16 : 0;
  }
}
