package org.hypscope.arm.arch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bits of CPSR and SPSR (ARM ARM B1.3.3). */
public final class Psr {
  public static final int N = 1 << 31;
  public static final int Z = 1 << 30;
  public static final int C = 1 << 29;
  public static final int V = 1 << 28;
  public static final int Q = 1 << 27;
  public static final int J = 1 << 24;
  public static final int GE = 0xf << 16;
  public static final int GE_SHIFT = 16;
  public static final int E = 1 << 9;
  public static final int A = 1 << 8;
  public static final int I = 1 << 7;
  public static final int F = 1 << 6;
  public static final int T = 1 << 5;
  public static final int M = 0x1f;

  /** IT[7:0]: IT[1:0] in bits 26:25, IT[7:2] in bits 15:10. */
  public static final int IT = 0x0600fc00;

  private static final Map<String, Integer> FIELDS = new LinkedHashMap<>();

  static {
    FIELDS.put("N", N);
    FIELDS.put("Z", Z);
    FIELDS.put("C", C);
    FIELDS.put("V", V);
    FIELDS.put("Q", Q);
    FIELDS.put("J", J);
    FIELDS.put("GE", GE);
    FIELDS.put("E", E);
    FIELDS.put("A", A);
    FIELDS.put("I", I);
    FIELDS.put("F", F);
    FIELDS.put("T", T);
    FIELDS.put("M", M);
  }

  private Psr() {}

  /** The masks of the fields that are of one piece, by the manual's names: not IT. */
  public static Map<String, Integer> fields() {
    return Collections.unmodifiableMap(FIELDS);
  }
}
