package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.thumb;
import static org.hypscope.arm.isa.T32Rows.like;
import static org.hypscope.arm.isa.T32Rows.wide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.core.exec.DataProcessing;
import org.hypscope.arm.core.exec.DataProcessingFlags;

/** Data processing with a modified immediate or a shifted register (ARM ARM A6.3.1, A6.3.11). */
final class T32DataProcessing {
  private T32DataProcessing() {}

  /**
   * One of the opcodes.
   *
   * @param name the mnemonic
   * @param opcode bits 24:21
   * @param a32 bits 24:21 of the image
   * @param section the number in A8.8 of the immediate form
   * @param register that of the register form
   * @param flags what S writes
   * @param extra what is read beside the operands
   * @param dot {@code .w} where objdump writes it, and for the register form
   * @param plain what it does with S clear
   * @param setting what it does with S set
   */
  private record Opcode(
      String name,
      String opcode,
      String a32,
      int section,
      int register,
      String flags,
      String extra,
      String dot,
      Operation plain,
      Operation setting) {

    /** Whether Rn may be the SP. */
    boolean stack() {
      return name.equals("ADD") || name.equals("SUB");
    }
  }

  private static final List<Opcode> OPCODES =
      List.of(
          logical("AND", "0000", "0000", 13, DataProcessing::and, DataProcessingFlags::ands),
          logical("BIC", "0001", "1110", 21, DataProcessing::bic, DataProcessingFlags::bics),
          logical("ORR", "0010", "1100", 122, DataProcessing::orr, DataProcessingFlags::orrs),
          new Opcode(
              "ORN",
              "0011",
              "1100",
              120,
              121,
              "NZC",
              "",
              "",
              DataProcessing::orn,
              DataProcessingFlags::orns),
          logical("EOR", "0100", "0001", 46, DataProcessing::eor, DataProcessingFlags::eors),
          sum("ADD", "1000", "0100", 4, 6, DataProcessing::add, DataProcessingFlags::adds),
          carry("ADC", "1010", "0101", 1, DataProcessing::adc, DataProcessingFlags::adcs),
          carry("SBC", "1011", "0110", 161, DataProcessing::sbc, DataProcessingFlags::sbcs),
          sum("SUB", "1101", "0010", 221, 223, DataProcessing::sub, DataProcessingFlags::subs),
          new Opcode(
              "RSB",
              "1110",
              "0011",
              152,
              153,
              "NZCV",
              "",
              "",
              DataProcessing::rsb,
              DataProcessingFlags::rsbs));

  private static Opcode logical(
      String name, String op, String a32, int at, Operation plain, Operation set) {
    return new Opcode(name, op, a32, at, at + 1, "NZC", "", ".w", plain, set);
  }

  private static Opcode carry(
      String name, String op, String a32, int at, Operation plain, Operation set) {
    return new Opcode(name, op, a32, at, at + 1, "NZCV", " C", ".w", plain, set);
  }

  private static Opcode sum(
      String name, String op, String a32, int at, int register, Operation plain, Operation set) {
    return new Opcode(name, op, a32, at, register, "NZCV", "", ".w", plain, set);
  }

  static List<RowBuilder> rows() {
    List<RowBuilder> rows = new ArrayList<>();
    for (Opcode op : OPCODES) {
      for (int s = 0; s < 2; s++) {
        rows.add(immediate(op, s));
        rows.add(register(op, s));
      }
    }
    addTests(rows);
    addMoves(rows);
    addShifts(rows, "", "0");
    addShifts(rows, "S", "1");
    return rows;
  }

  private static RowBuilder immediate(Opcode op, int s) {
    return rules(
            op,
            s,
            thumb(
                op.name + (s == 1 ? "S" : "") + " (immediate) " + (op.stack() ? "T3" : tOf(op)),
                "11110 i:1 0 " + op.opcode + " " + s + " Rn 0 imm3 Rd imm8",
                "1111 001 " + op.a32 + " " + s + " Rn Rd imm12=i.imm3.imm8",
                mnemonic(op, s) + op.dot + " {Rd}, {Rn}, #{const}",
                s == 1 ? op.setting : op.plain))
        .unpredictable("zeroPattern")
        .section("A8.8." + op.section)
        .effects("Rn" + op.extra + " -> Rd" + (s == 1 ? " " + op.flags : ""))
        .group("T32 immediate " + op.opcode);
  }

  private static String tOf(Opcode op) {
    return op.name.equals("RSB") ? "T2" : "T1";
  }

  private static RowBuilder register(Opcode op, int s) {
    return rules(
            op,
            s,
            thumb(
                op.name
                    + (s == 1 ? "S" : "")
                    + " (register) "
                    + (op.stack() && op.name.equals("ADD")
                        ? "T3"
                        : op.name.equals("ORN") || op.name.equals("RSB") ? "T1" : "T2"),
                "1110101 " + op.opcode + " " + s + " Rn (0) imm3 Rd imm2:2 type Rm",
                "cond 000 " + op.a32 + " " + s + " Rn Rd imm5=imm3.imm2 type 0 Rm",
                mnemonic(op, s) + op.dot + " {Rd}, {Rn}, {Rm}{shift}",
                s == 1 ? op.setting : op.plain))
        .noSpOrPc("Rm")
        .unpredictable(
            op.stack()
                ? new String[] {"Rn==13 && Rd==13 && type!=0", "Rn==13 && Rd==13 && imm5>3"}
                : new String[0])
        .section("A8.8." + op.register)
        .effects("Rn Rm" + op.extra + " -> Rd" + (s == 1 ? " " + op.flags : ""))
        .group("T32 register " + op.opcode);
  }

  private static String mnemonic(Opcode op, int s) {
    return op.name.toLowerCase(Locale.ROOT) + (s == 1 ? "s" : "") + "{c}";
  }

  /** Rd and Rn: R15 as one of them belongs, where it means anything, to a narrower row. */
  private static RowBuilder rules(Opcode op, int s, RowBuilder row) {
    if (op.stack()) {
      return row.unpredictable("Rd==13 && Rn!=13", "Rd==15", "Rn==15");
    }
    return row.noSpOrPc("Rd", "Rn");
  }

  /** S with Rd the PC: the tests. */
  private static void addTests(List<RowBuilder> rows) {
    addTest(rows, "TST", "0000", ".w", "T1", "T2", true);
    addTest(rows, "TEQ", "0100", "", "T1", "T1", true);
    addTest(rows, "CMN", "1000", ".w", "T1", "T2", false);
    addTest(rows, "CMP", "1101", ".w", "T2", "T3", false);
  }

  private static void addTest(
      List<RowBuilder> rows,
      String name,
      String opcode,
      String dot,
      String immediate,
      String register,
      boolean noStack) {
    rows.add(
        tested(
                name + " (immediate)",
                immediate,
                dot,
                "11110 i:1 0 " + opcode + " 1 Rn 0 imm3 1111 imm8",
                noStack,
                "imm12=i.imm3.imm8",
                "cond=1111")
            .unpredictable("zeroPattern")
            .group("T32 immediate " + opcode));
    rows.add(
        tested(
                name + " (register)",
                register,
                dot,
                "1110101 " + opcode + " 1 Rn (0) imm3 1111 imm2:2 type Rm",
                noStack,
                "imm5=imm3.imm2")
            .noSpOrPc("Rm")
            .group("T32 register " + opcode));
  }

  private static RowBuilder tested(
      String title, String encoding, String dot, String bits, boolean noStack, String... fields) {
    RowBuilder row =
        dot.isEmpty() ? like(title, encoding, bits, fields) : wide(title, encoding, bits, fields);
    return noStack ? row.noSpOrPc("Rn") : row.unpredictable("Rn==15");
  }

  /** ORR and ORN with Rn the PC: MOV and MVN. */
  private static void addMoves(List<RowBuilder> rows) {
    for (String s : List.of("", "S")) {
      String bit = s.isEmpty() ? "0" : "1";
      rows.add(move("MOV", s, "0010", bit, "T2"));
      rows.add(move("MVN", s, "0011", bit, "T1"));
      rows.add(
          wide(
                  "MVN" + s + " (register)",
                  "T2",
                  "1110101 0011 " + bit + " 1111 (0) imm3 Rd imm2:2 type Rm",
                  "imm5=imm3.imm2")
              .noSpOrPc("Rd", "Rm")
              .group("T32 register 0011"));
    }
  }

  private static RowBuilder move(String name, String s, String op, String bit, String encoding) {
    return wide(
            name + s + " (immediate)",
            encoding,
            "11110 i:1 0 " + op + " " + bit + " 1111 0 imm3 Rd imm8",
            "imm12=i.imm3.imm8",
            "cond=1111")
        .noSpOrPc("Rd")
        .unpredictable("zeroPattern")
        .group("T32 immediate " + op);
  }

  /** ORR of a shifted register with Rn the PC: MOV and the shifts. */
  private static void addShifts(List<RowBuilder> rows, String s, String bit) {
    String head = "1110101 0010 " + bit + " 1111 (0) ";
    RowBuilder mov = wide("MOV" + s + " (register)", "T3", head + "000 Rd 00 00 Rm");
    rows.add(
        (s.isEmpty()
                ? mov.unpredictable("Rd==15", "Rm==15", "Rd==13 && Rm==13")
                : mov.noSpOrPc("Rd", "Rm"))
            .group("T32 register 0010"));
    rows.add(
        shifted("RRX" + s, "T1", head + "000 Rd 00 11 Rm", ", rrx")
            .noSpOrPc("Rd", "Rm")
            .group("T32 register 0010"));
    String[] names = {"LSL", "LSR", "ASR", "ROR"};
    for (int type = 0; type < 4; type++) {
      String bits = (type >> 1) + "" + (type & 1);
      rows.add(
          shifted(
                  names[type] + s + " (immediate)",
                  type == 3 ? "T1" : "T2",
                  head + "imm3 Rd imm2:2 " + bits + " Rm",
                  ", " + names[type].toLowerCase(Locale.ROOT) + " #{amount}",
                  "imm5=imm3.imm2")
              .noSpOrPc("Rd", "Rm")
              .group("T32 register 0010"));
      rows.add(
          wide(
                  names[type] + s + " (register)",
                  "T2",
                  "11111010 0 " + bits + " " + bit + " Rn 1111 Rd 0000 Rm",
                  "Rs=Rm",
                  "Rm=Rn")
              .noSpOrPc("Rd", "Rm", "Rs"));
    }
  }

  /** A shift by an immediate, which objdump writes as the MOV that it is. */
  private static RowBuilder shifted(
      String title, String encoding, String bits, String shift, String... fields) {
    String s = title.split(" ")[0].endsWith("S") ? "s" : "";
    String syntax = "mov" + s + "{c}.w {Rd}, {Rm}" + shift;
    return T32Rows.a32(title).t32(encoding, bits, syntax, fields);
  }
}
