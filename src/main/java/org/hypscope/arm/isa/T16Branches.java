package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.thumb;

import java.util.List;
import java.util.Locale;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.core.exec.Branches;
import org.hypscope.arm.core.exec.ExceptionInstructions;
import org.hypscope.arm.core.exec.Hints;
import org.hypscope.arm.core.exec.PsrTransfer;
import org.hypscope.arm.core.exec.SystemInstructions;
import org.hypscope.arm.core.exec.ThumbBranches;

/** Branches, IT, hints and exceptions in one halfword (ARM ARM A6.2.3, A6.2.5, A6.2.6). */
final class T16Branches {
  private static final String TAKEN = "-> pc CPSR the_link_register_and_SPSR_of_the_mode_entered";

  private T16Branches() {}

  static List<RowBuilder> rows() {
    return List.of(
        thumb(
                "B T1",
                "1101 cond imm8",
                "cond 1010 imm24=sx.imm8",
                "b{c}.n {halfwords}",
                ThumbBranches::b)
            .section("A8.8.18")
            .effects("-> pc")
            .unpredictable("inIt")
            .group("B T1"),
        thumb(
                "B T2",
                "11100 imm11",
                "cond 1010 imm24=sx.imm11",
                "b{c}.n {halfwords}",
                ThumbBranches::b)
            .section("A8.8.18")
            .effects("-> pc")
            .unpredictable("notLast"),
        thumb(
                "BX T1",
                "010001110 Rm (0)(0)(0)",
                "cond 00010010 111111111111 0001 Rm",
                "bx{c} {Rm}",
                Branches::bx)
            .section("A8.8.27")
            .effects("Rm -> pc T")
            .unpredictable("notLast"),
        thumb(
                "BLX (register) T1",
                "010001111 Rm (0)(0)(0)",
                "cond 00010010 111111111111 0011 Rm",
                "blx{c} {Rm}",
                Branches::blxRegister)
            .section("A8.8.26")
            .effects("Rm -> lr pc T")
            .unpredictable("Rm==15", "notLast"),
        compare("CBZ", "0"),
        compare("CBNZ", "1"),
        thumb(
                "IT T1",
                "10111111 firstcond:4 mask:4",
                "1110001100100000 11110001 firstcond:4 mask:4",
                "it{itpattern} {firstcond}",
                ThumbBranches::it)
            .section("A8.8.54")
            .effects("-> ITSTATE")
            .unpredictable("firstcond==15", "firstcond==14 && count(mask)>1", "inIt")
            .group("IT"),
        hint("NOP", "0000", "A8.8.119", Hints::nothing),
        hint("YIELD", "0001", "A8.8.426", SystemInstructions::yield),
        hint("WFE", "0010", "A8.8.424", SystemInstructions::wfe),
        hint("WFI", "0011", "A8.8.425", SystemInstructions::wfi),
        hint("SEV", "0100", "A8.8.168", SystemInstructions::sev),
        thumb(
                "NOP (unallocated hint) T1",
                "10111111 hint:4 0000",
                "cond 001100100000 11110000 hint:8=0000.hint",
                "nop{c} {{}{hint}{}}",
                Hints::nothing)
            .section("A6.2.5")
            .group("IT"),
        thumb(
                "SVC T1",
                "11011111 imm8",
                "cond 1111 imm24=imm8",
                "svc{c} {imm24}",
                ExceptionInstructions::svc)
            .section("A8.8.228")
            .effects(TAKEN)
            .group("B T1"),
        thumb(
                "UDF T1",
                "11011110 imm8",
                "111001111111 imm12=imm8 1111 0000",
                "udf{c} #{imm12}",
                ExceptionInstructions::udf)
            .section("A8.8.247")
            .effects(TAKEN)
            .group("B T1"),
        thumb(
                "BKPT T1",
                "10111110 high:4 low:4",
                "cond 00010010 imm12=00000000.high 0111 imm4=low",
                "bkpt {hex16}",
                ExceptionInstructions::bkpt)
            .section("A8.8.24")
            .effects(TAKEN)
            .always(),
        cps("CPSIE T1", "0", "cpsie {iflags}"),
        cps("CPSID T1", "1", "cpsid {iflags}"),
        thumb(
                "SETEND T1",
                "10110110010 (1) E (0)(0)(0)",
                "111100010000 0001 000000 E 000000000",
                "setend {endian}",
                PsrTransfer::setend)
            .section("A8.8.167")
            .effects("-> E")
            .unpredictable("inIt"));
  }

  private static RowBuilder compare(String name, String nonZero) {
    return thumb(
            name + " T1",
            "1011 " + nonZero + " 0 i:1 1 imm5 Rn:3",
            "Rn=0.Rn 000 " + nonZero + " imm24=i.imm5",
            name.toLowerCase(Locale.ROOT) + " {Rn}, {halfwords}",
            ThumbBranches::compareAndBranch)
        .section("A8.8.29")
        .effects("Rn -> pc")
        .unpredictable("inIt");
  }

  private static RowBuilder hint(String name, String bits, String section, Operation operation) {
    return thumb(
            name + " T1",
            "10111111 " + bits + " 0000",
            "cond 001100100000 11110000 0000" + bits,
            name.toLowerCase(Locale.ROOT) + "{c}",
            operation)
        .section(section)
        .group("IT");
  }

  private static RowBuilder cps(String name, String disable, String template) {
    return thumb(
            name,
            "10110110011 " + disable + " (0) A I F",
            "111100010000 1" + disable + " 0 00000000 A I F 000000",
            template,
            PsrTransfer::cps)
        .section("B9.3.2")
        .effects("-> CPSR")
        .unpredictable("A+I+F==0", "inIt");
  }
}
