package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.thumb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.core.exec.DataProcessing;
import org.hypscope.arm.core.exec.DataProcessingFlags;
import org.hypscope.arm.core.exec.Media;
import org.hypscope.arm.core.exec.Multiply;
import org.hypscope.arm.core.exec.PlainImmediate;

/**
 * Data processing in one halfword (ARM ARM A6.2.1 to A6.2.3). Outside an IT block most of it sets
 * the flags.
 */
final class T16DataProcessing {
  private static final String IMMEDIATE = "cond 001 ";
  private static final String REGISTER = "cond 000 ";

  private T16DataProcessing() {}

  static List<RowBuilder> rows() {
    List<RowBuilder> rows = new ArrayList<>();
    addShiftsAndSums(rows);
    addTwoOperand(rows);
    addHighRegisters(rows);
    addAddresses(rows);
    addMedia(rows);
    return rows;
  }

  /** Flags outside an IT block only. */
  private static RowBuilder flagging(
      String name, String pattern, String image, String syntax, Operation set, Operation plain) {
    String mnemonic = name.split(" ")[0].toLowerCase(Locale.ROOT);
    return thumb(name + " T1", pattern, image, mnemonic + "{S}{c} " + syntax, set).inIt(plain);
  }

  private static void addShiftsAndSums(List<RowBuilder> rows) {
    shift(rows, "LSL", "00", "94");
    shift(rows, "LSR", "01", "96");
    shift(rows, "ASR", "10", "16");
    rows.add(
        flagging(
                "MOV (register, flags)",
                "0000000000 Rm:3 Rd:3",
                REGISTER + "1101 S=1 0000 Rd=0.Rd 00000 00 0 Rm=0.Rm",
                "{Rd}, {Rm}",
                DataProcessingFlags::movs,
                DataProcessing::mov)
            .section("A8.8.103")
            .effects("Rm -> Rd S:NZ")
            .group("T16 LSL")
            .unpredictable("inIt"));
    sum(rows, "ADD", "0", "0100", DataProcessingFlags::adds, DataProcessing::add, 6, 4);
    sum(rows, "SUB", "1", "0010", DataProcessingFlags::subs, DataProcessing::sub, 223, 221);
    rows.add(
        flagging(
                "MOV (immediate)",
                "00100 Rd:3 imm8",
                IMMEDIATE + "1101 S=1 0000 Rd=0.Rd imm12=0000.imm8",
                "{Rd}, #{imm12}",
                DataProcessingFlags::movs,
                DataProcessing::mov)
            .section("A8.8.102")
            .effects("-> Rd S:NZ"));
    rows.add(
        thumb(
                "CMP (immediate) T1",
                "00101 Rn:3 imm8",
                IMMEDIATE + "1010 1 Rn=0.Rn 0000 imm12=0000.imm8",
                "cmp{c} {Rn}, #{imm12}",
                DataProcessingFlags::cmp)
            .section("A8.8.37")
            .effects("Rn -> NZCV"));
  }

  private static void shift(List<RowBuilder> rows, String name, String type, String section) {
    rows.add(
        flagging(
                name + " (immediate)",
                "000" + type + " imm5 Rm:3 Rd:3",
                REGISTER + "1101 S=1 0000 Rd=0.Rd imm5 " + type + " 0 Rm=0.Rm",
                "{Rd}, {Rm}, #{amount}",
                DataProcessingFlags::movs,
                DataProcessing::mov)
            .section("A8.8." + section)
            .effects("Rm -> Rd S:NZC")
            .group("T16 " + name));
  }

  private static void sum(
      List<RowBuilder> rows,
      String name,
      String bit,
      String opcode,
      Operation set,
      Operation plain,
      int register,
      int immediate) {
    rows.add(
        flagging(
                name + " (register)",
                "000110" + bit + " Rm:3 Rn:3 Rd:3",
                REGISTER + opcode + " S=1 Rn=0.Rn Rd=0.Rd 00000000 Rm=0.Rm",
                "{Rd}, {Rn}, {Rm}",
                set,
                plain)
            .section("A8.8." + register)
            .effects("Rn Rm -> Rd S:NZCV"));
    rows.add(
        flagging(
                name + " (immediate)",
                "000111" + bit + " imm3 Rn:3 Rd:3",
                IMMEDIATE + opcode + " S=1 Rn=0.Rn Rd=0.Rd imm12=000000000.imm3",
                "{Rd}, {Rn}, #{imm12}",
                set,
                plain)
            .section("A8.8." + immediate)
            .effects("Rn -> Rd S:NZCV"));
    rows.add(
        thumb(
                name + " (immediate) T2",
                "001 1" + bit + " Rdn:3 imm8",
                IMMEDIATE + opcode + " S=1 Rn=0.Rdn Rd=0.Rdn imm12=0000.imm8",
                name.toLowerCase(Locale.ROOT) + "{S}{c} {Rd}, #{imm12}",
                set)
            .inIt(plain)
            .section("A8.8." + immediate)
            .effects("Rn -> Rd S:NZCV"));
  }

  private static void addTwoOperand(List<RowBuilder> rows) {
    rows.add(two("AND", "0000", "0000", DataProcessingFlags::ands, DataProcessing::and, 14));
    rows.add(two("EOR", "0001", "0001", DataProcessingFlags::eors, DataProcessing::eor, 47));
    rows.add(shiftBy("LSL", "0010", "00", 95));
    rows.add(shiftBy("LSR", "0011", "01", 97));
    rows.add(shiftBy("ASR", "0100", "10", 17));
    rows.add(two("ADC", "0101", "0101", DataProcessingFlags::adcs, DataProcessing::adc, 2));
    rows.add(two("SBC", "0110", "0110", DataProcessingFlags::sbcs, DataProcessing::sbc, 162));
    rows.add(shiftBy("ROR", "0111", "11", 150));
    rows.add(test("TST", "1000", "1000", "NZ", DataProcessingFlags::tst, 241));
    rows.add(
        thumb(
                "RSB (immediate) T1",
                "010000 1001 Rn:3 Rd:3",
                IMMEDIATE + "0011 S=1 Rn=0.Rn Rd=0.Rd 000000000000",
                "neg{S}{c} {Rd}, {Rn}",
                DataProcessingFlags::rsbs)
            .inIt(DataProcessing::rsb)
            .section("A8.8.152")
            .effects("Rn -> Rd S:NZCV"));
    rows.add(test("CMP", "1010", "1010", "NZCV", DataProcessingFlags::cmp, 38));
    rows.add(test("CMN", "1011", "1011", "NZCV", DataProcessingFlags::cmn, 35));
    rows.add(two("ORR", "1100", "1100", DataProcessingFlags::orrs, DataProcessing::orr, 123));
    rows.add(
        flagging(
                "MUL",
                "010000 1101 Rn:3 Rdm:3",
                "cond 0000000 S=1 Rd=0.Rdm 0000 Rm=0.Rdm 1001 Rn=0.Rn",
                "{Rd}, {Rn}",
                Multiply::mul,
                Multiply::mul)
            .section("A8.8.114")
            .effects("Rn Rm -> Rd S:NZ"));
    rows.add(two("BIC", "1110", "1110", DataProcessingFlags::bics, DataProcessing::bic, 22));
    rows.add(
        flagging(
                "MVN (register)",
                "010000 1111 Rm:3 Rd:3",
                REGISTER + "1111 S=1 0000 Rd=0.Rd 00000000 Rm=0.Rm",
                "{Rd}, {Rm}",
                DataProcessingFlags::mvns,
                DataProcessing::mvn)
            .section("A8.8.116")
            .effects("Rm -> Rd S:NZ"));
  }

  private static RowBuilder two(
      String name, String bits, String opcode, Operation set, Operation plain, int section) {
    boolean carry = name.equals("ADC") || name.equals("SBC");
    return flagging(
            name + " (register)",
            "010000 " + bits + " Rm:3 Rdn:3",
            REGISTER + opcode + " S=1 Rn=0.Rdn Rd=0.Rdn 00000000 Rm=0.Rm",
            "{Rd}, {Rm}",
            set,
            plain)
        .section("A8.8." + section)
        .effects(carry ? "Rn Rm C -> Rd S:NZCV" : "Rn Rm -> Rd S:NZ");
  }

  private static RowBuilder shiftBy(String name, String bits, String type, int section) {
    return flagging(
            name + " (register)",
            "010000 " + bits + " Rs:3 Rdn:3",
            REGISTER + "1101 S=1 0000 Rd=0.Rdn Rs=0.Rs 0 " + type + " 1 Rm=0.Rdn",
            "{Rd}, {Rs}",
            DataProcessingFlags::movs,
            DataProcessing::mov)
        .section("A8.8." + section)
        .effects("Rm Rs -> Rd S:NZC");
  }

  private static RowBuilder test(
      String name, String bits, String opcode, String flags, Operation operation, int section) {
    return thumb(
            name + " (register) T1",
            "010000 " + bits + " Rm:3 Rn:3",
            REGISTER + opcode + " 1 Rn=0.Rn 0000 00000000 Rm=0.Rm",
            name.toLowerCase(Locale.ROOT) + "{c} {Rn}, {Rm}",
            operation)
        .section("A8.8." + section)
        .effects("Rn Rm -> " + flags);
  }

  /** Any of the sixteen registers, without flags. */
  private static void addHighRegisters(List<RowBuilder> rows) {
    rows.add(
        thumb(
                "ADD (register) T2",
                "01000100 D Rm:4 Rdn:3",
                REGISTER + "0100 0 Rn=D.Rdn Rd=D.Rdn 00000000 Rm",
                "add{c} {Rd}, {Rm}",
                DataProcessing::add)
            .section("A8.8.6")
            .effects("Rn Rm -> Rd")
            .unpredictable("Rd==15 && Rm==15", "Rd==15 && notLast"));
    rows.add(
        thumb(
                "CMP (register) T2",
                "01000101 N Rm:4 Rn:3",
                REGISTER + "1010 1 Rn=N.Rn 0000 00000000 Rm",
                "cmp{c} {Rn}, {Rm}",
                DataProcessingFlags::cmp)
            .section("A8.8.38")
            .effects("Rn Rm -> NZCV")
            .unpredictable("Rn<8 && Rm<8", "Rn==15", "Rm==15"));
    rows.add(
        thumb(
                "MOV (register) T1",
                "01000110 D Rm:4 Rd:3",
                REGISTER + "1101 0 0000 Rd=D.Rd 00000000 Rm",
                "mov{c} {Rd}, {Rm}",
                DataProcessing::mov)
            .section("A8.8.103")
            .effects("Rm -> Rd")
            .unpredictable("Rd==15 && notLast"));
  }

  private static void addAddresses(List<RowBuilder> rows) {
    rows.add(
        thumb(
                "ADR T1",
                "10100 Rd:3 imm8",
                "cond 001 0100 0 Rn=1111 Rd=0.Rd imm12=00.imm8.00",
                "add{c} {Rd}, pc, #{plain}",
                PlainImmediate::add)
            .section("A8.8.12")
            .effects("pc -> Rd"));
    rows.add(
        thumb(
                "ADD (SP plus immediate) T1",
                "10101 Rd:3 imm8",
                "cond 001 0100 0 Rn=1101 Rd=0.Rd imm12=00.imm8.00",
                "add{c} {Rd}, {Rn}, #{imm12}",
                PlainImmediate::add)
            .section("A8.8.9")
            .effects("Rn -> Rd"));
    rows.add(
        thumb(
                "ADD (SP plus immediate) T2",
                "101100000 imm7",
                "cond 001 0100 0 Rn=1101 Rd=1101 imm12=000.imm7.00",
                "add{c} {Rd}, #{imm12}",
                PlainImmediate::add)
            .section("A8.8.9")
            .effects("Rn -> Rd"));
    rows.add(
        thumb(
                "SUB (SP minus immediate) T1",
                "101100001 imm7",
                "cond 001 0010 0 Rn=1101 Rd=1101 imm12=000.imm7.00",
                "sub{c} {Rd}, #{imm12}",
                PlainImmediate::sub)
            .section("A8.8.225")
            .effects("Rn -> Rd"));
  }

  private static void addMedia(List<RowBuilder> rows) {
    rows.add(extend("SXTH", "00", "01101011", 235, Media::sxth));
    rows.add(extend("SXTB", "01", "01101010", 233, Media::sxtb));
    rows.add(extend("UXTH", "10", "01101111", 276, Media::uxth));
    rows.add(extend("UXTB", "11", "01101110", 274, Media::uxtb));
    rows.add(reverse("REV", "00", "01101011", "0011", 145, Media::rev));
    rows.add(reverse("REV16", "01", "01101011", "1011", 146, Media::rev16));
    rows.add(reverse("REVSH", "11", "01101111", "1011", 147, Media::revsh));
  }

  private static RowBuilder extend(
      String name, String bits, String image, int section, Operation operation) {
    return unary(name, "10110010" + bits, image + " 1111 Rd=0.Rd 0000 0111 ", section, operation);
  }

  private static RowBuilder reverse(
      String name, String bits, String image, String op2, int section, Operation operation) {
    String place = image + " 1111 Rd=0.Rd 1111 " + op2 + " ";
    return unary(name, "10111010" + bits, place, section, operation);
  }

  private static RowBuilder unary(
      String name, String bits, String image, int section, Operation operation) {
    return thumb(
            name + " T1",
            bits + " Rm:3 Rd:3",
            "cond " + image + "Rm=0.Rm",
            name.toLowerCase(Locale.ROOT) + "{c} {Rd}, {Rm}",
            operation)
        .section("A8.8." + section)
        .effects("Rm -> Rd");
  }
}
