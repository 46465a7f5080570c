package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.row;

import java.util.List;
import org.hypscope.arm.core.exec.Branches;

/** Branches (ARM ARM A4.3, A5.5). */
final class A32Branches {
  private A32Branches() {}

  static List<RowBuilder> rows() {
    return List.of(
        row("B", "cond 1010 imm24", "b{c} {label}", Branches::b)
            .section("A8.8.18")
            .effects("-> pc"),
        row("BL", "cond 1011 imm24", "bl{c} {label}", Branches::bl)
            .section("A8.8.25")
            .effects("-> lr pc"),
        row("BLX (immediate)", "1111 101 H imm24", "blx {xlabel}", Branches::blxImmediate)
            .section("A8.8.25")
            .effects("-> lr pc T"),
        row(
                "BLX (register)",
                "cond 00010010 (1)(1)(1)(1)(1)(1)(1)(1)(1)(1)(1)(1) 0011 Rm",
                "blx{c} {Rm}",
                Branches::blxRegister)
            .section("A8.8.26")
            .effects("Rm -> lr pc T")
            .unpredictable("Rm==15"),
        row(
                "BX",
                "cond 00010010 (1)(1)(1)(1)(1)(1)(1)(1)(1)(1)(1)(1) 0001 Rm",
                "bx{c} {Rm}",
                Branches::bx)
            .section("A8.8.27")
            .effects("Rm -> pc T"),
        row(
                "BXJ",
                "cond 00010010 (1)(1)(1)(1)(1)(1)(1)(1)(1)(1)(1)(1) 0010 Rm",
                "bxj{c} {Rm}",
                Branches::bxj)
            .section("A8.8.28")
            .effects("Rm -> pc T")
            .unpredictable("Rm==15"));
  }
}
