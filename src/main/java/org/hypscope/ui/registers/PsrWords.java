package org.hypscope.ui.registers;

import static org.hypscope.arm.arch.Bits.bit;
import static org.hypscope.arm.arch.Bits.bits;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.arm.arch.Cond;
import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;

/** A program status register in words (ARM ARM B1.3.3). */
public final class PsrWords {
  private PsrWords() {}

  /** Where an exception return with this SPSR goes, for a narrow cell: {@code SVC A32}. */
  public static String destination(int psr) {
    return mode(psr) + " " + state(psr);
  }

  /**
   * All named fields: {@code HYP, A32, little-endian; N z c v; masked: A I F}. A flag that is set
   * is in capitals.
   */
  public static String sentence(int psr) {
    StringBuilder text = new StringBuilder(mode(psr)).append(", ").append(state(psr));
    text.append(bit(psr, 9) == 1 ? ", big-endian" : ", little-endian").append("; ");
    text.append(flags(psr)).append("; ").append(masks(psr));
    if ((psr & Psr.Q) != 0) {
      text.append("; Q set");
    }
    if ((psr & Psr.GE) != 0) {
      text.append("; GE ").append(Integer.toBinaryString(bits(psr, 19, 16)));
    }
    if (ItState.inBlock(ItState.of(psr))) {
      text.append("; IT block, to come: ").append(conditions(ItState.of(psr)));
    }
    return text.toString();
  }

  /** A32, T32, Jazelle or ThumbEE, as J and T say. */
  public static String state(int psr) {
    boolean thumb = (psr & Psr.T) != 0;
    if ((psr & Psr.J) != 0) {
      return thumb ? "ThumbEE" : "Jazelle";
    }
    return thumb ? "T32" : "A32";
  }

  /** The conditions of the instructions that are left of an IT block: {@code EQ NE}. */
  private static String conditions(int itState) {
    List<String> left = new ArrayList<>();
    for (int it = itState; ItState.inBlock(it); it = ItState.advance(it)) {
      left.add(Cond.of(ItState.cond(it)).name());
    }
    return String.join(" ", left);
  }

  private static String mode(int psr) {
    Mode mode = Mode.of(psr);
    return mode == null ? String.format("no mode (0x%02x)", psr & Psr.M) : mode.name();
  }

  private static String flags(int psr) {
    return flag(psr, Psr.N, "N")
        + " "
        + flag(psr, Psr.Z, "Z")
        + " "
        + flag(psr, Psr.C, "C")
        + " "
        + flag(psr, Psr.V, "V");
  }

  private static String flag(int psr, int mask, String name) {
    return (psr & mask) != 0 ? name : name.toLowerCase(java.util.Locale.ROOT);
  }

  private static String masks(int psr) {
    String masked =
        ((psr & Psr.A) != 0 ? " A" : "")
            + ((psr & Psr.I) != 0 ? " I" : "")
            + ((psr & Psr.F) != 0 ? " F" : "");
    return masked.isEmpty() ? "nothing masked" : "masked:" + masked;
  }
}
