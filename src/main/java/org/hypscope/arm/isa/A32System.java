package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.row;

import java.util.List;
import org.hypscope.arm.core.exec.BankedTransfer;
import org.hypscope.arm.core.exec.ExceptionInstructions;
import org.hypscope.arm.core.exec.PsrTransfer;

/** Exceptions, mode changes and status registers (ARM ARM A5.2.12, B9.3). */
final class A32System {
  private static final String ONES = "(1)(1)(1)(1)";
  private static final String ZEROS = "(0)(0)(0)(0)";

  /** What taking an exception writes, whatever the mode. */
  private static final String TAKEN = "-> pc CPSR the_link_register_and_SPSR_of_the_mode_entered";

  private A32System() {}

  static List<RowBuilder> exceptions() {
    return List.of(
        row("SVC", "cond 1111 imm24", "svc{c} {hex24}", ExceptionInstructions::svc)
            .section("A8.8.228")
            .effects(TAKEN),
        row("HVC", "cond 00010100 imm12 0111 imm4", "hvc{c} {imm12:4}", ExceptionInstructions::hvc)
            .section("B9.3.4")
            .effects(TAKEN)
            .unpredictable("cond!=14"),
        row(
                "SMC",
                "cond 00010110 " + ZEROS + ZEROS + ZEROS + " 0111 imm4",
                "smc{c} {imm4}",
                ExceptionInstructions::smc)
            .section("B9.3.14")
            .effects(TAKEN),
        row("BKPT", "cond 00010010 imm12 0111 imm4", "bkpt{c} {hex16}", ExceptionInstructions::bkpt)
            .section("A8.8.24")
            .effects(TAKEN)
            .unpredictable("cond!=14"),
        row("UDF", "111001111111 imm12 1111 imm4", "udf #{imm12:4}", ExceptionInstructions::udf)
            .section("A8.8.247")
            .effects(TAKEN),
        row(
                "ERET",
                "cond 00010110 " + ZEROS + ZEROS + ZEROS + " 0110 (1)(1)(1)(0)",
                "eret{c}",
                ExceptionInstructions::eret)
            .section("B9.3.3")
            .effects("SPSR ELR_hyp_or_lr -> pc CPSR"),
        row(
                "RFE",
                "1111 100 P U 0 W 1 Rn " + ZEROS + " (1)(0)(1)(0) " + ZEROS + ZEROS,
                "rfe{sysmode} {Rn}{wb}",
                ExceptionInstructions::rfe)
            .section("B9.3.13")
            .effects("Rn memory -> pc CPSR W==1:Rn")
            .undefined("Rn==15"),
        row(
                "SRS",
                "1111 100 P U 1 W 0 (1)(1)(0)(1) " + ZEROS + " (0)(1)(0)(1) (0)(0)(0) mode:5",
                "srs{sysmode} sp{wb}, #{mode}",
                ExceptionInstructions::srs)
            .section("B9.3.16")
            .effects("lr SPSR -> memory W==1:banked_SP"));
  }

  static List<RowBuilder> status() {
    return List.of(
        row(
                "MRS",
                "cond 00010 R 00 " + ONES + " Rd (0)(0) 0 (0) 0000 " + ZEROS,
                "mrs{c} {Rd}, {psr}",
                PsrTransfer::mrs)
            .section("B9.3.8")
            .effects("R==0:CPSR R==1:SPSR -> Rd")
            .unpredictable("Rd==15"),
        row(
                "MRS (banked register)",
                "cond 00010 R 00 SYSm4:4 Rd (0)(0) 1 M 0000 " + ZEROS,
                "mrs{c} {Rd}, {banked}",
                BankedTransfer::mrsBanked)
            .section("B9.3.9")
            .effects("banked_register -> Rd")
            .undefined("Rd==15", "unbanked"),
        row(
                "MSR (register)",
                "cond 00010 R 10 mask:4 " + ONES + " (0)(0) 0 (0) 0000 Rn",
                "msr{c} {mask}, {Rn}",
                PsrTransfer::msrRegister)
            .section("B9.3.12")
            .effects("Rn -> R==0:CPSR R==1:SPSR")
            .unpredictable("mask==0", "Rn==15"),
        row(
                "MSR (banked register)",
                "cond 00010 R 10 SYSm4:4 " + ONES + " (0)(0) 1 M 0000 Rn",
                "msr{c} {banked}, {Rn}",
                BankedTransfer::msrBanked)
            .section("B9.3.10")
            .effects("Rn -> banked_register")
            .undefined("Rn==15", "unbanked"),
        row(
                "MSR (immediate)",
                "cond 00110 R 10 mask:4 " + ONES + " imm12",
                "msr{c} {mask}, #{const}",
                PsrTransfer::msrImmediate)
            .section("B9.3.11")
            .effects("-> R==0:CPSR R==1:SPSR")
            .unpredictable("R==1 && mask==0")
            .group("MSR immediate"),
        cps("CPS", "imod:2 M", "cps #{mode}")
            .unpredictable("imod==1", "imod==0 && M==0", "imod==0 && A+I+F>0"),
        cps("CPSIE", "10 M", "cpsie {iflags}{cpsmode}").unpredictable("A+I+F==0"),
        cps("CPSID", "11 M", "cpsid {iflags}{cpsmode}").unpredictable("A+I+F==0"),
        row(
                "SETEND",
                "111100010000 (0)(0)(0) 1 " + ZEROS + "(0)(0) E (0) 0000 " + ZEROS,
                "setend {endian}",
                PsrTransfer::setend)
            .section("A8.8.167")
            .effects("-> E"));
  }

  private static RowBuilder cps(String name, String bits, String template) {
    return row(
            name,
            "111100010000 " + bits + " 0 " + ZEROS + "(0)(0)(0) A I F 0 mode:5",
            template,
            PsrTransfer::cps)
        .section("B9.3.2")
        .effects("-> CPSR")
        .unpredictable("mode>0 && M==0")
        .group("CPS");
  }
}
