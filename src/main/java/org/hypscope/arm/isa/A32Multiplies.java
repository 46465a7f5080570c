package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.row;

import java.util.List;
import java.util.Locale;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.core.exec.Multiply;
import org.hypscope.arm.core.exec.MultiplyHalves;
import org.hypscope.arm.core.exec.Parallel;

/** Multiplies and divides (ARM ARM A5.2.5, A5.2.7, A5.4.4). */
final class A32Multiplies {
  private static final String[] THREE = {"Rd==15", "Rn==15", "Rm==15"};
  private static final String[] FOUR = {"Rd==15", "Rn==15", "Rm==15", "Ra==15"};
  private static final String[] LONG = {"RdLo==15", "RdHi==15", "Rn==15", "Rm==15", "RdHi==RdLo"};
  private static final String INTO_RD = "Rn Rm -> Rd";
  private static final String ACCUMULATE = "Rn Rm Ra -> Rd";
  private static final String LONG_ACCUMULATE = "Rn Rm RdLo RdHi -> RdLo RdHi";

  private A32Multiplies() {}

  static List<RowBuilder> plain() {
    return List.of(
        row(
                "MUL",
                "cond 0000000 S Rd (0)(0)(0)(0) Rm 1001 Rn",
                "mul{S}{c} {Rd}, {Rn}, {Rm}",
                Multiply::mul)
            .section("A8.8.114")
            .effects(INTO_RD + " S:NZ")
            .unpredictable(THREE),
        row(
                "MLA",
                "cond 0000001 S Rd Ra Rm 1001 Rn",
                "mla{S}{c} {Rd}, {Rn}, {Rm}, {Ra}",
                Multiply::mla)
            .section("A8.8.100")
            .effects(ACCUMULATE + " S:NZ")
            .unpredictable(FOUR),
        row("MLS", "cond 00000110 Rd Ra Rm 1001 Rn", "mls{c} {Rd}, {Rn}, {Rm}, {Ra}", Multiply::mls)
            .section("A8.8.101")
            .effects(ACCUMULATE)
            .unpredictable(FOUR),
        longRow("UMAAL", "00000100", "umaal{c}", "A8.8.255", Multiply::umaal)
            .effects(LONG_ACCUMULATE),
        longRow("UMULL", "0000100 S", "umull{S}{c}", "A8.8.257", Multiply::umull)
            .effects("Rn Rm -> RdLo RdHi S:NZ"),
        longRow("UMLAL", "0000101 S", "umlal{S}{c}", "A8.8.256", Multiply::umlal)
            .effects(LONG_ACCUMULATE + " S:NZ"),
        longRow("SMULL", "0000110 S", "smull{S}{c}", "A8.8.189", Multiply::smull)
            .effects("Rn Rm -> RdLo RdHi S:NZ"),
        longRow("SMLAL", "0000111 S", "smlal{S}{c}", "A8.8.178", Multiply::smlal)
            .effects(LONG_ACCUMULATE + " S:NZ"),
        divide("SDIV", "01110001", "A8.8.165", Multiply::sdiv),
        divide("UDIV", "01110011", "A8.8.248", Multiply::udiv));
  }

  private static RowBuilder longRow(
      String name, String bits, String mnemonic, String section, Operation operation) {
    return row(
            name,
            "cond " + bits + " RdHi RdLo Rm 1001 Rn",
            mnemonic + " {RdLo}, {RdHi}, {Rn}, {Rm}",
            operation)
        .section(section)
        .unpredictable(LONG);
  }

  private static RowBuilder divide(String name, String bits, String section, Operation operation) {
    return row(
            name,
            "cond " + bits + " Rd (1)(1)(1)(1) Rm 0001 Rn",
            name.toLowerCase(Locale.ROOT) + "{c} {Rd}, {Rn}, {Rm}",
            operation)
        .section(section)
        .effects(INTO_RD)
        .unpredictable(THREE);
  }

  static List<RowBuilder> halves() {
    return List.of(
        row(
                "SMLAxy",
                "cond 00010000 Rd Ra Rm 1 M N 0 Rn",
                "smla{x}{y}{c} {Rd}, {Rn}, {Rm}, {Ra}",
                MultiplyHalves::smlaxy)
            .section("A8.8.176")
            .effects(ACCUMULATE + " Q")
            .unpredictable(FOUR),
        row(
                "SMLAWy",
                "cond 00010010 Rd Ra Rm 1 M 0 0 Rn",
                "smlaw{y}{c} {Rd}, {Rn}, {Rm}, {Ra}",
                MultiplyHalves::smlawy)
            .section("A8.8.181")
            .effects(ACCUMULATE + " Q")
            .unpredictable(FOUR),
        row(
                "SMULWy",
                "cond 00010010 Rd (0)(0)(0)(0) Rm 1 M 1 0 Rn",
                "smulw{y}{c} {Rd}, {Rn}, {Rm}",
                MultiplyHalves::smulwy)
            .section("A8.8.190")
            .effects(INTO_RD)
            .unpredictable(THREE),
        row(
                "SMLALxy",
                "cond 00010100 RdHi RdLo Rm 1 M N 0 Rn",
                "smlal{x}{y}{c} {RdLo}, {RdHi}, {Rn}, {Rm}",
                MultiplyHalves::smlalxy)
            .section("A8.8.179")
            .effects(LONG_ACCUMULATE)
            .unpredictable(LONG),
        row(
                "SMULxy",
                "cond 00010110 Rd (0)(0)(0)(0) Rm 1 M N 0 Rn",
                "smul{x}{y}{c} {Rd}, {Rn}, {Rm}",
                MultiplyHalves::smulxy)
            .section("A8.8.188")
            .effects(INTO_RD)
            .unpredictable(THREE));
  }

  static List<RowBuilder> media() {
    return List.of(
        accumulating("SMLAD", "01110000", "00 M 1", "{X}", "A8.8.177", MultiplyHalves::smlad)
            .effects(ACCUMULATE + " Q"),
        multiplying("SMUAD", "01110000", "00 M 1", "{X}", "A8.8.187", MultiplyHalves::smuad)
            .effects(INTO_RD + " Q")
            .group("SMLAD"),
        accumulating("SMLSD", "01110000", "01 M 1", "{X}", "A8.8.182", MultiplyHalves::smlsd)
            .effects(ACCUMULATE + " Q"),
        multiplying("SMUSD", "01110000", "01 M 1", "{X}", "A8.8.191", MultiplyHalves::smusd)
            .group("SMLSD"),
        dual("SMLALD", "00 M 1", "A8.8.180", MultiplyHalves::smlald),
        dual("SMLSLD", "01 M 1", "A8.8.183", MultiplyHalves::smlsld),
        accumulating("SMMLA", "01110101", "00 R 1", "{R?}", "A8.8.184", MultiplyHalves::smmla),
        multiplying("SMMUL", "01110101", "00 R 1", "{R?}", "A8.8.186", MultiplyHalves::smmul)
            .group("SMMLA"),
        accumulating("SMMLS", "01110101", "11 R 1", "{R?}", "A8.8.185", MultiplyHalves::smmls)
            .unpredictable("Ra==15"),
        accumulating("USADA8", "01111000", "0001", "", "A8.8.265", Parallel::usada8),
        multiplying("USAD8", "01111000", "0001", "", "A8.8.264", Parallel::usad8).group("USADA8"));
  }

  private static RowBuilder accumulating(
      String name, String bits, String op2, String suffix, String section, Operation operation) {
    return row(
            name,
            "cond " + bits + " Rd Ra Rm " + op2 + " Rn",
            name.toLowerCase(Locale.ROOT) + suffix + "{c} {Rd}, {Rn}, {Rm}, {Ra}",
            operation)
        .section(section)
        .effects(ACCUMULATE)
        .unpredictable(THREE)
        .group(name);
  }

  private static RowBuilder multiplying(
      String name, String bits, String op2, String suffix, String section, Operation operation) {
    return row(
            name,
            "cond " + bits + " Rd 1111 Rm " + op2 + " Rn",
            name.toLowerCase(Locale.ROOT) + suffix + "{c} {Rd}, {Rn}, {Rm}",
            operation)
        .section(section)
        .effects(INTO_RD)
        .unpredictable(THREE);
  }

  private static RowBuilder dual(String name, String op2, String section, Operation operation) {
    return row(
            name,
            "cond 01110100 RdHi RdLo Rm " + op2 + " Rn",
            name.toLowerCase(Locale.ROOT) + "{X}{c} {RdLo}, {RdHi}, {Rn}, {Rm}",
            operation)
        .section(section)
        .effects(LONG_ACCUMULATE)
        .unpredictable(LONG);
  }
}
