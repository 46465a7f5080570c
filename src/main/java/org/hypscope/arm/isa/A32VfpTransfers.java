package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.row;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.core.exec.fp.VfpSystem;
import org.hypscope.arm.core.exec.fp.VfpTransfers;

/**
 * Transfers between core registers and the Advanced SIMD and Floating-point registers (ARM ARM
 * A7.8, A7.9, B9.3).
 */
final class A32VfpTransfers {
  private static final String STATUS_BITS = " Rt 1010 (000)1(0000)";

  private A32VfpTransfers() {}

  static List<RowBuilder> rows() {
    List<RowBuilder> rows = new ArrayList<>(singles());
    rows.addAll(doublewords());
    rows.addAll(toScalars());
    rows.addAll(fromScalars());
    rows.add(duplicate("8", "1", "0", VfpTransfers::duplicateByte));
    rows.add(duplicate("16", "0", "1", VfpTransfers::duplicateHalfword));
    rows.add(duplicate("32", "0", "0", VfpTransfers::duplicateWord));
    rows.addAll(status());
    rows.addAll(system());
    return rows;
  }

  private static List<RowBuilder> singles() {
    return List.of(
        row(
                "VMOV (core register to S)",
                "cond 11100000 Vn:4 Rt 1010 N (00)1(0000)",
                "vmov{c} {Sn}, {Rt}",
                VfpTransfers::single)
            .section("A8.8.343")
            .effects("Rt -> Sn")
            .unpredictable("Rt==15"),
        row(
                "VMOV (S to core register)",
                "cond 11100001 Vn:4 Rt 1010 N (00)1(0000)",
                "vmov{c} {Rt}, {Sn}",
                VfpTransfers::single)
            .section("A8.8.343")
            .effects("Sn -> Rt")
            .undefined("Rt==15"),
        row(
                "VMOV (core registers to two S)",
                "cond 11000100 Rt2 Rt 1010 00 M 1 Vm:4",
                "vmov{c} {Sm}, {Sm+1}, {Rt}, {Rt2}",
                VfpTransfers::twoSingles)
            .section("A8.8.344")
            .effects("Rt Rt2 -> Sm Sm+1")
            .undefined("Rt==15", "Rt2==15", "M==1 && Vm==15"),
        row(
                "VMOV (two S to core registers)",
                "cond 11000101 Rt2 Rt 1010 00 M 1 Vm:4",
                "vmov{c} {Rt}, {Rt2}, {Sm}, {Sm+1}",
                VfpTransfers::twoSingles)
            .section("A8.8.344")
            .effects("Sm Sm+1 -> Rt Rt2")
            .undefined("Rt==15", "Rt2==15", "M==1 && Vm==15")
            .unpredictable("Rt==Rt2"));
  }

  private static List<RowBuilder> doublewords() {
    return List.of(
        row(
                "VMOV (core registers to D)",
                "cond 11000100 Rt2 Rt 1011 00 M 1 Vm:4",
                "vmov{c} {Dm}, {Rt}, {Rt2}",
                VfpTransfers::doubleword)
            .section("A8.8.345")
            .effects("Rt Rt2 -> Dm")
            .undefined("Rt==15", "Rt2==15"),
        row(
                "VMOV (D to core registers)",
                "cond 11000101 Rt2 Rt 1011 00 M 1 Vm:4",
                "vmov{c} {Rt}, {Rt2}, {Dm}",
                VfpTransfers::doubleword)
            .section("A8.8.345")
            .effects("Dm -> Rt Rt2")
            .undefined("Rt==15", "Rt2==15")
            .unpredictable("Rt==Rt2"));
  }

  private static List<RowBuilder> toScalars() {
    return List.of(
        toScalar("8", "1 hi:1 0", "lo:2 1", "{index8}", VfpTransfers::toByte),
        toScalar("16", "0 hi:1 0", "lo:1 1 1", "{index16}", VfpTransfers::toHalfword),
        toScalar("32", "0 hi:1 0", "00 1", "{hi}", VfpTransfers::toWord));
  }

  private static RowBuilder toScalar(
      String size, String high, String low, String index, Operation operation) {
    return row(
            "VMOV (core register to scalar, " + size + ")",
            "cond 11100 " + high + " Vn:4 Rt 1011 N " + low + "(0000)",
            "vmov{c}." + size + " {Dn}[" + index + "], {Rt}",
            operation)
        .section("A8.8.341")
        .effects("Rt Dn -> Dn")
        .undefined("Rt==15");
  }

  private static List<RowBuilder> fromScalars() {
    List<RowBuilder> rows = new ArrayList<>();
    for (String u : List.of("0", "1")) {
      String sign = u.equals("0") ? "s" : "u";
      rows.add(
          fromScalar(sign + "8", u + " 1 hi:1 1", "lo:2 1", "{index8}", VfpTransfers::fromByte));
      rows.add(
          fromScalar(
              sign + "16", u + " 0 hi:1 1", "lo:1 1 1", "{index16}", VfpTransfers::fromHalfword));
    }
    rows.add(fromScalar("32", "0 0 hi:1 1", "00 1", "{hi}", VfpTransfers::fromWord));
    return rows;
  }

  private static RowBuilder fromScalar(
      String type, String high, String low, String index, Operation operation) {
    return row(
            "VMOV (scalar to core register, " + type + ")",
            "cond 1110 " + high + " Vn:4 Rt 1011 N " + low + "(0000)",
            "vmov{c}." + type + " {Rt}, {Dn}[" + index + "]",
            operation)
        .section("A8.8.342")
        .effects("Dn -> Rt")
        .undefined("Rt==15");
  }

  private static RowBuilder duplicate(String size, String b, String e, Operation operation) {
    return row(
            "VDUP (core register, " + size + ")",
            "cond 11101 " + b + " Q 0 Vn:4 Rt 1011 N 0 " + e + " 1(0000)",
            "vdup{c}." + size + " {Vn?Q}, {Rt}",
            operation)
        .section("A8.8.314")
        .effects("Rt -> Q==0:Dn Q==1:Qn")
        .undefined("Rt==15", "Q==1 && Vn[0]==1");
  }

  /** FPSCR, which everybody may read and write. */
  private static List<RowBuilder> status() {
    return List.of(
        row(
                "VMRS (FPSCR)",
                "cond 11101111 0001" + STATUS_BITS,
                "vmrs{c} {transferred}, fpscr",
                VfpSystem::readStatus)
            .section("A8.8.348")
            .effects("FPSCR -> Rt!=15:Rt Rt==15:NZCV")
            .group("VMRS"),
        row(
                "VMSR (FPSCR)",
                "cond 11101110 0001" + STATUS_BITS,
                "vmsr{c} fpscr, {Rt}",
                VfpSystem::writeStatus)
            .section("A8.8.349")
            .effects("Rt -> FPSCR")
            .undefined("Rt==15")
            .group("VMSR"));
  }

  /** FPEXC and the identification registers. */
  private static List<RowBuilder> system() {
    String absent = "reg!=0 && reg!=6 && reg!=7 && reg!=8";
    return List.of(
        row(
                "VMRS",
                "cond 11101111 reg:4" + STATUS_BITS,
                "vmrs{c} {Rt}, {fpsystem}",
                VfpSystem::read)
            .section("B9.3.22")
            .effects("system_register -> Rt")
            .undefined("Rt==15", absent)
            .group("VMRS"),
        row(
                "VMSR",
                "cond 11101110 reg:4" + STATUS_BITS,
                "vmsr{c} {fpsystem}, {Rt}",
                VfpSystem::write)
            .section("B9.3.23")
            .effects("Rt -> system_register")
            .undefined("Rt==15", absent)
            .unpredictable("reg==6", "reg==7")
            .group("VMSR"));
  }
}
