package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.row;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.arm.core.exec.Coprocessor;

/**
 * Coprocessor instructions (ARM ARM A5.6), conditional and, with a 2 in the name, unconditional.
 * Coprocessors 10 and 11 are Advanced SIMD and Floating-point, which have rows of their own.
 */
final class A32Coprocessor {
  /** Neither an offset nor an index: the place of MCRR and MRRC. */
  private static final String NO_OFFSET = "P==0 && U==0 && D==0 && W==0";

  private A32Coprocessor() {}

  static List<RowBuilder> rows() {
    List<RowBuilder> rows = new ArrayList<>(rows("cond", "", "{c}"));
    rows.addAll(rows("1111", "2", ""));
    return rows;
  }

  private static List<RowBuilder> rows(String space, String two, String c) {
    return List.of(
        row(
                "MCR" + two,
                space + " 1110 opc1:3 0 CRn Rt coproc:4!101x opc2:3 1 CRm",
                "mcr" + two + c + " {coproc}, {opc1}, {Rt}, cr{CRn}, cr{CRm}, {{}{opc2}{}}",
                Coprocessor::mcr)
            .section("A8.8.98")
            .effects("Rt -> system_register")
            .unpredictable("Rt==15"),
        row(
                "MRC" + two,
                space + " 1110 opc1:3 1 CRn Rt coproc:4!101x opc2:3 1 CRm",
                "mrc"
                    + two
                    + c
                    + " {coproc}, {opc1}, {transferred}, cr{CRn}, cr{CRm}, {{}{opc2}{}}",
                Coprocessor::mrc)
            .section("A8.8.107")
            .effects("system_register -> Rt!=15:Rt Rt==15:NZCV"),
        row(
                "MCRR" + two,
                space + " 11000100 Rt2 Rt coproc:4!101x opc1:4 CRm",
                "mcrr" + two + c + " {coproc}, {opc1}, {Rt}, {Rt2}, cr{CRm}",
                Coprocessor::mcrr)
            .section("A8.8.99")
            .effects("Rt Rt2 -> system_register")
            .unpredictable("Rt==15", "Rt2==15")
            .group("STC" + two),
        row(
                "MRRC" + two,
                space + " 11000101 Rt2 Rt coproc:4!101x opc1:4 CRm",
                "mrrc" + two + c + " {coproc}, {opc1}, {Rt}, {Rt2}, cr{CRm}",
                Coprocessor::mrrc)
            .section("A8.8.108")
            .effects("system_register -> Rt Rt2")
            .unpredictable("Rt==15", "Rt2==15", "Rt==Rt2")
            .group("LDC" + two),
        row(
                "CDP" + two,
                space + " 1110 opc1:4 CRn CRd coproc:4!101x opc2:3 0 CRm",
                "cdp" + two + c + " {coproc}, {opc1}, cr{CRd}, cr{CRn}, cr{CRm}, {{}{opc2}{}}",
                Coprocessor::cdp)
            .section("A8.8.30"),
        row(
                "STC" + two,
                space + " 110 P U D W 0 Rn CRd coproc:4!101x imm8",
                "stc" + two + "{L?}" + c + " {coproc}, cr{CRd}, {coprocaddress}",
                Coprocessor::stc)
            .section("A8.8.198")
            .effects("Rn system_register -> memory system_register W==1:Rn")
            .except(NO_OFFSET)
            .unpredictable("Rn==15 && W==1")
            .group("STC" + two),
        row(
                "LDC" + two,
                space + " 110 P U D W 1 Rn CRd coproc:4!101x imm8",
                "ldc" + two + "{L?}" + c + " {coproc}, cr{CRd}, {coprocaddress}",
                Coprocessor::ldc)
            .section("A8.8.55")
            .effects("Rn memory -> system_register W==1:Rn")
            .except(NO_OFFSET)
            .unpredictable("Rn==15 && W==1")
            .group("LDC" + two));
  }
}
