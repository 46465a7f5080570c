package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.row;

import java.util.List;
import java.util.Locale;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.core.exec.Exclusives;

/** Synchronization primitives (ARM ARM A5.2.10). */
final class A32Exclusives {
  private static final String ONES = "(1)(1)(1)(1)";

  private A32Exclusives() {}

  static List<RowBuilder> rows() {
    return List.of(
        load("LDREX", "00011001", "A8.8.75", Exclusives::ldrex),
        load("LDREXB", "00011101", "A8.8.76", Exclusives::ldrexb),
        load("LDREXH", "00011111", "A8.8.78", Exclusives::ldrexh),
        load("LDREXD", "00011011", "A8.8.77", Exclusives::ldrexd)
            .effects("Rn memory -> Rt Rt+1 monitor")
            .undefined("Rt[0]==1", "Rt==14"),
        store("STREX", "00011000", "A8.8.212", Exclusives::strex),
        store("STREXB", "00011100", "A8.8.213", Exclusives::strexb),
        store("STREXH", "00011110", "A8.8.215", Exclusives::strexh),
        store("STREXD", "00011010", "A8.8.214", Exclusives::strexd)
            .effects("Rt Rt+1 Rn monitor -> Rd memory monitor")
            .undefined("Rt[0]==1", "Rt==14", "Rd==Rt+1"),
        row(
                "CLREX",
                "111101010111 " + ONES + ONES + "(0)(0)(0)(0) 0001 " + ONES,
                "clrex",
                Exclusives::clrex)
            .section("A8.8.32")
            .effects("-> monitor"),
        swap("SWP", "00010000", Exclusives::swp),
        swap("SWPB", "00010100", Exclusives::swpb));
  }

  private static RowBuilder load(String name, String bits, String section, Operation operation) {
    return row(
            name,
            "cond " + bits + " Rn Rt " + ONES + " 1001 " + ONES,
            name.toLowerCase(Locale.ROOT) + "{c} {Rt}, [{Rn}]",
            operation)
        .section(section)
        .effects("Rn memory -> Rt monitor")
        .undefined("Rt==15", "Rn==15");
  }

  private static RowBuilder store(String name, String bits, String section, Operation operation) {
    return row(
            name,
            "cond " + bits + " Rn Rd " + ONES + " 1001 Rt",
            name.toLowerCase(Locale.ROOT) + "{c} {Rd}, {Rt}, [{Rn}]",
            operation)
        .section(section)
        .effects("Rt Rn monitor -> Rd memory monitor")
        .undefined("Rd==15", "Rt==15", "Rn==15", "Rd==Rn", "Rd==Rt");
  }

  private static RowBuilder swap(String name, String bits, Operation operation) {
    return row(
            name,
            "cond " + bits + " Rn Rt (0)(0)(0)(0) 1001 Rt2",
            name.toLowerCase(Locale.ROOT) + "{c} {Rt}, {Rt2}, [{Rn}]",
            operation)
        .section("A8.8.229")
        .effects("Rt2 Rn memory -> Rt memory")
        .unpredictable("Rt==15", "Rt2==15", "Rn==15", "Rn==Rt", "Rn==Rt2");
  }
}
