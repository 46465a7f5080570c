package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.thumb;
import static org.hypscope.arm.isa.T32Rows.like;
import static org.hypscope.arm.isa.T32Rows.wide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hypscope.arm.core.exec.ExceptionInstructions;
import org.hypscope.arm.core.exec.ThumbBranches;
import org.hypscope.arm.core.exec.ThumbSystem;

/** Branches and miscellaneous control of two halfwords (ARM ARM A6.3.4). */
final class T32Branches {
  private static final String ONES = "(1)(1)(1)(1)";
  private static final String ZEROS = "(0)(0)(0)(0)";
  private static final String TAKEN = "-> pc CPSR the_link_register_and_SPSR_of_the_mode_entered";
  private static final String HINT = "11110011 1010 " + ONES + " 10 (0) 0 (0) ";
  private static final String CONTROL = "11110011 1011 " + ONES + " 10 (0) 0 " + ONES + " ";

  private T32Branches() {}

  static List<RowBuilder> rows() {
    List<RowBuilder> rows = new ArrayList<>();
    addBranches(rows);
    addExceptions(rows);
    addStatus(rows);
    addHints(rows);
    addControl(rows);
    return rows;
  }

  private static void addBranches(List<RowBuilder> rows) {
    rows.add(
        thumb(
                "B T3",
                "11110 S cond!111x imm6:6 10 J1:1 0 J2:1 imm11",
                "cond 1010 imm24=sx.S.J2.J1.imm6.imm11",
                "b{c}.w {halfwords}",
                ThumbBranches::b)
            .section("A8.8.18")
            .effects("-> pc")
            .unpredictable("inIt"));
    rows.add(
        thumb(
                "B T4",
                "11110 S imm10 10 J1:1 1 J2:1 imm11",
                "cond 1010 imm24=S.J1~S.J2~S.imm10.imm11",
                "b{c}.w {halfwords}",
                ThumbBranches::b)
            .section("A8.8.18")
            .effects("-> pc")
            .unpredictable("notLast"));
    rows.add(
        thumb(
                "BL T1",
                "11110 S imm10 11 J1:1 1 J2:1 imm11",
                "cond 1011 imm24=S.J1~S.J2~S.imm10.imm11",
                "bl{c} {halfwords}",
                ThumbBranches::bl)
            .section("A8.8.25")
            .effects("-> lr pc")
            .unpredictable("notLast"));
    rows.add(
        thumb(
                "BLX (immediate) T2",
                "11110 S imm10H:10 11 J1:1 0 J2:1 imm10L:10 0",
                "1111 101 0 imm24=S.J1~S.J2~S.imm10H.imm10L.0",
                "blx{c} {wordlabel}",
                ThumbBranches::blx)
            .section("A8.8.25")
            .effects("-> lr pc T")
            .unpredictable("notLast"));
  }

  private static void addExceptions(List<RowBuilder> rows) {
    rows.add(
        thumb(
                "HVC T1",
                "11110111 1110 imm4 1000 imm8 low:4",
                "1110 00010100 imm12=imm4.imm8 0111 imm4=low",
                "hvc #{imm12:4}",
                ExceptionInstructions::hvc)
            .section("B9.3.4")
            .effects(TAKEN)
            .unpredictable("inIt"));
    rows.add(
        T32Rows.a32("SMC")
            .t32("T1", "11110111 1111 imm4 1000 " + ZEROS + ZEROS + ZEROS, "smc{c} #{imm4}")
            .unpredictable("notLast"));
    rows.add(
        thumb(
                "UDF T2",
                "11110111 1111 imm4 1010 imm8 low:4",
                "1110 01111111 imm12=imm4.imm8 1111 imm4=low",
                "udf{c}.w #{imm12:4}",
                ExceptionInstructions::udf)
            .section("A8.8.247")
            .effects(TAKEN));
    rows.add(
        like("BXJ", "T1", "11110011 1100 Rm 10 (0) 0 " + ONES + ZEROS + ZEROS)
            .unpredictable("Rm==13", "notLast"));
    String head = "11110011 1101 (1)(1)(1)(0) 10 (0) 0 " + ONES + " ";
    rows.add(
        thumb(
                "ERET T1",
                head + "00000000",
                "cond 00010110 0000 0000 0000 0110 1110",
                "eret{c}",
                ExceptionInstructions::eret)
            .section("B9.3.3")
            .effects("SPSR ELR_hyp_or_lr -> pc CPSR")
            .unpredictable("notLast")
            .group("T32 ERET"));
    rows.add(
        thumb(
                "SUBS PC, LR T1",
                head + "imm8",
                "cond 001 0010 1 1110 1111 imm12=0000.imm8",
                "subs{c} pc, lr, #{imm12}",
                ThumbSystem::subsPcLr)
            .section("B9.3.19")
            .effects("lr SPSR -> pc CPSR")
            .unpredictable("notLast")
            .group("T32 ERET"));
  }

  private static void addStatus(List<RowBuilder> rows) {
    rows.add(
        like("MSR (register)", "T1", "11110011 100 R Rn 10 (0) 0 mask:4 (0)(0) 0 (0)" + ZEROS)
            .unpredictable("Rn==13"));
    rows.add(
        like(
                "MSR (banked register)",
                "T1",
                "11110011 100 R Rn 10 (0) 0 SYSm4:4 (0)(0) 1 M " + ZEROS)
            .unpredictable("Rn==13"));
    rows.add(
        like("MRS", "T1", "11110011 111 R " + ONES + " 10 (0) 0 Rd (0)(0) 0 (0)" + ZEROS)
            .unpredictable("Rd==13"));
    rows.add(
        like(
                "MRS (banked register)",
                "T1",
                "11110011 111 R SYSm4:4 10 (0) 0 Rd (0)(0) 1 M " + ZEROS)
            .unpredictable("Rd==13"));
    rows.add(
        cps("CPSIE T2", "10 M", "10 M", "cpsie{cpswidth} {iflags}{cpsmodes}")
            .unpredictable("A+I+F==0"));
    rows.add(
        cps("CPSID T2", "11 M", "11 M", "cpsid{cpswidth} {iflags}{cpsmodes}")
            .unpredictable("A+I+F==0"));
    rows.add(cps("CPS T2", "00 1", "00 M=1", "cps #{mode}").unpredictable("A+I+F>0"));
  }

  private static RowBuilder cps(String name, String bits, String image, String syntax) {
    RowBuilder a32 = T32Rows.a32("CPS");
    return a32.as(
            name,
            HINT + bits + " A I F mode:5",
            "111100010000 " + image + " 0 0000000 A I F 0 mode:5",
            syntax)
        .unpredictable("inIt");
  }

  private static void addHints(List<RowBuilder> rows) {
    String head = HINT + "000 ";
    for (String name : List.of("NOP", "YIELD", "WFE", "WFI", "SEV")) {
      int number = List.of("NOP", "YIELD", "WFE", "WFI", "SEV").indexOf(name);
      String bits = "00000" + (number >> 2) + (number >> 1 & 1) + (number & 1);
      rows.add(wide(name, "T2", head + bits).group("T32 hint"));
    }
    rows.add(like("DBG", "T1", head + "1111 option:4").group("T32 hint"));
    RowBuilder nop = T32Rows.a32("NOP (unallocated hint)");
    rows.add(
        nop.t32("T2", head + "hint:8", nop.template().replace("{c}", "{c}.w")).group("T32 hint"));
  }

  private static void addControl(List<RowBuilder> rows) {
    rows.add(unconditional("CLREX", "0010 " + ONES));
    rows.add(unconditional("DSB", "0100 option:4"));
    rows.add(unconditional("DMB", "0101 option:4"));
    rows.add(unconditional("ISB", "0110 option:4"));
    rows.add(thumbEe("LEAVEX", "0000"));
    rows.add(thumbEe("ENTERX", "0001"));
  }

  /** An instruction that is unconditional in A32. */
  private static RowBuilder unconditional(String name, String bits) {
    RowBuilder a32 = T32Rows.a32(name);
    String mnemonic = name.toLowerCase(Locale.ROOT);
    String syntax = mnemonic + "{c}" + a32.template().substring(mnemonic.length());
    return a32.t32("T1", CONTROL + bits, syntax);
  }

  /** ThumbEE state is entered by nothing on this core: UNDEFINED, as in QEMU. */
  private static RowBuilder thumbEe(String name, String bits) {
    return thumb(
            name + " T1",
            CONTROL + bits + " " + ONES,
            "111001111111 000000000000 1111 0000",
            name.toLowerCase(Locale.ROOT) + "{c}",
            ExceptionInstructions::udf)
        .section("A9.2.1")
        .effects(TAKEN);
  }
}
