package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.core.exec.DataProcessing;
import org.hypscope.arm.core.exec.DataProcessingFlags;
import org.hypscope.arm.core.exec.ExceptionInstructions;

/** Data processing in all operand forms (ARM ARM A5.2.1 to A5.2.4). */
final class A32DataProcessing {
  private static final String RETURN_SECTION = "B9.3.20";

  private A32DataProcessing() {}

  /**
   * One of the sixteen opcodes.
   *
   * @param name the mnemonic
   * @param opcode bits 24:21
   * @param operands which registers there are: {@code dn}, {@code d} or {@code n}
   * @param flags what S writes: NZCV or NZC
   * @param carry whether C is read
   * @param section the number in A8.8 of the immediate form
   * @param register the number of the register form; the register-shifted form follows it
   * @param plain what it does with S clear, or null for a test
   * @param setting what it does with S set
   */
  private record Opcode(
      String name,
      String opcode,
      String operands,
      String flags,
      boolean carry,
      int section,
      int register,
      Operation plain,
      Operation setting) {

    boolean writes() {
      return operands.contains("d");
    }

    boolean readsRn() {
      return operands.contains("n");
    }

    String registers() {
      return (readsRn() ? "Rn " : "(0)(0)(0)(0) ") + (writes() ? "Rd " : "(0)(0)(0)(0) ");
    }

    String template(boolean s, String operand2) {
      String suffix = s && writes() ? "s" : "";
      String d = writes() ? "{Rd}, " : "";
      String n = readsRn() ? "{Rn}, " : "";
      return name.toLowerCase(Locale.ROOT) + suffix + "{c} " + d + n + operand2;
    }

    String effects(boolean s, String operand2) {
      String reads = (readsRn() ? "Rn " : "") + operand2 + (carry ? " C" : "");
      return reads + " -> " + (writes() ? "Rd " : "") + (s ? flags : "");
    }

    Operation operation(boolean s) {
      return s ? setting : plain;
    }

    String[] noPc(String... more) {
      List<String> rules = new ArrayList<>();
      if (writes()) {
        rules.add("Rd==15");
      }
      if (readsRn()) {
        rules.add("Rn==15");
      }
      rules.addAll(List.of(more));
      return rules.toArray(String[]::new);
    }
  }

  private static final List<Opcode> OPCODES =
      List.of(
          logical("AND", "0000", 13, DataProcessing::and, DataProcessingFlags::ands),
          logical("EOR", "0001", 46, DataProcessing::eor, DataProcessingFlags::eors),
          sum("SUB", "0010", 222, 223, DataProcessing::sub, DataProcessingFlags::subs),
          sum("RSB", "0011", 152, 153, DataProcessing::rsb, DataProcessingFlags::rsbs),
          sum("ADD", "0100", 5, 7, DataProcessing::add, DataProcessingFlags::adds),
          carrying("ADC", "0101", 1, DataProcessing::adc, DataProcessingFlags::adcs),
          carrying("SBC", "0110", 161, DataProcessing::sbc, DataProcessingFlags::sbcs),
          carrying("RSC", "0111", 155, DataProcessing::rsc, DataProcessingFlags::rscs),
          test("TST", "1000", "NZC", 240, DataProcessingFlags::tst),
          test("TEQ", "1001", "NZC", 237, DataProcessingFlags::teq),
          test("CMP", "1010", "NZCV", 37, DataProcessingFlags::cmp),
          test("CMN", "1011", "NZCV", 34, DataProcessingFlags::cmn),
          logical("ORR", "1100", 122, DataProcessing::orr, DataProcessingFlags::orrs),
          move("MOV", "1101", 102, 104, DataProcessing::mov, DataProcessingFlags::movs),
          logical("BIC", "1110", 21, DataProcessing::bic, DataProcessingFlags::bics),
          move("MVN", "1111", 115, 116, DataProcessing::mvn, DataProcessingFlags::mvns));

  private static Opcode logical(String name, String op, int at, Operation plain, Operation set) {
    return new Opcode(name, op, "dn", "NZC", false, at, at + 1, plain, set);
  }

  private static Opcode sum(
      String name, String op, int at, int register, Operation plain, Operation set) {
    return new Opcode(name, op, "dn", "NZCV", false, at, register, plain, set);
  }

  private static Opcode carrying(String name, String op, int at, Operation plain, Operation set) {
    return new Opcode(name, op, "dn", "NZCV", true, at, at + 1, plain, set);
  }

  private static Opcode move(
      String name, String op, int at, int register, Operation plain, Operation set) {
    return new Opcode(name, op, "d", "NZC", false, at, register, plain, set);
  }

  private static Opcode test(String name, String op, String flags, int at, Operation set) {
    return new Opcode(name, op, "n", flags, false, at, at + 1, null, set);
  }

  static List<RowBuilder> rows() {
    List<RowBuilder> rows = new ArrayList<>();
    for (Opcode op : OPCODES) {
      if (op.writes()) {
        addForms(rows, op, false);
        addReturns(rows, op);
      }
      addForms(rows, op, true);
    }
    addShifts(rows, false);
    addShifts(rows, true);
    addAddresses(rows);
    addWideMoves(rows);
    return rows;
  }

  private static void addForms(List<RowBuilder> rows, Opcode op, boolean s) {
    String name = op.name + (s && op.writes() ? "S" : "");
    String head = op.opcode + (s ? " 1 " : " 0 ") + op.registers();
    rows.add(
        row(
                name + " (immediate)",
                "cond 001 " + head + "imm12",
                op.template(s, "#{const}"),
                op.operation(s))
            .section("A8.8." + op.section)
            .effects(op.effects(s, ""))
            .group("immediate " + op.opcode));
    if (!op.name.equals("MOV")) {
      rows.add(
          row(
                  name + " (register)",
                  "cond 000 " + head + "imm5 type 0 Rm",
                  op.template(s, "{Rm}{shift}"),
                  op.operation(s))
              .section("A8.8." + op.register)
              .effects(op.effects(s, "Rm"))
              .group("register " + op.opcode));
      rows.add(
          row(
                  name + " (register-shifted register)",
                  "cond 000 " + head + "Rs 0 type 1 Rm",
                  op.template(s, "{Rm}, {shifttype} {Rs}"),
                  op.operation(s))
              .section("A8.8." + (op.register + 1))
              .effects(op.effects(s, "Rm Rs"))
              .unpredictable(op.noPc("Rm==15", "Rs==15")));
    }
  }

  /** S with Rd the PC: the exception returns. */
  private static void addReturns(List<RowBuilder> rows, Opcode op) {
    String head = op.opcode + " 1 " + op.registers().replace("Rd", "1111");
    String name = op.name + "S PC";
    rows.add(
        row(
                name + " (immediate)",
                "cond 001 " + head + "imm12",
                op.template(true, "#{const}").replace("{Rd}", "pc"),
                ExceptionInstructions::subsPcLr)
            .section(RETURN_SECTION)
            .effects((op.readsRn() ? "Rn " : "") + "SPSR -> pc CPSR")
            .group("immediate " + op.opcode));
    if (!op.name.equals("MOV")) {
      rows.add(
          row(
                  name + " (register)",
                  "cond 000 " + head + "imm5 type 0 Rm",
                  op.template(true, "{Rm}{shift}").replace("{Rd}", "pc"),
                  ExceptionInstructions::subsPcLr)
              .section(RETURN_SECTION)
              .effects((op.readsRn() ? "Rn " : "") + "Rm SPSR -> pc CPSR")
              .group("register " + op.opcode));
    }
  }

  /** MOV of a register: plain, or one of the shifts by their own names. */
  private static void addShifts(List<RowBuilder> rows, boolean s) {
    addMove(rows, s, "MOV (register)", "00000 00", "", 104, "Rm");
    addMove(rows, s, "RRX", "00000 11", "", 151, "Rm C");
    String[] names = {"LSL", "LSR", "ASR", "ROR"};
    int[] sections = {94, 96, 16, 149};
    for (int type = 0; type < 4; type++) {
      String bits = (type >> 1) + "" + (type & 1);
      String name = names[type];
      addMove(rows, s, name + " (immediate)", "imm5 " + bits, ", #{amount}", sections[type], "Rm");
      rows.add(
          row(
                  name + (s ? "S" : "") + " (register)",
                  "cond 000 1101 " + (s ? "1" : "0") + " (0)(0)(0)(0) Rd Rs 0 " + bits + " 1 Rm",
                  lower(name, s) + "{c} {Rd}, {Rm}, {Rs}",
                  s ? DataProcessingFlags::movs : DataProcessing::mov)
              .section("A8.8." + (sections[type] + 1))
              .effects("Rm Rs -> Rd" + (s ? " NZC" : ""))
              .unpredictable("Rd==15", "Rm==15", "Rs==15"));
    }
  }

  private static void addMove(
      List<RowBuilder> rows,
      boolean s,
      String name,
      String shift,
      String operand,
      int section,
      String reads) {
    String[] parts = name.split(" ", 2);
    String variant = parts.length == 2 ? " " + parts[1] : "";
    String mnemonic = parts[0] + (s ? "S" : "");
    String head = "cond 000 1101 " + (s ? "1" : "0") + " (0)(0)(0)(0) ";
    String tail = " " + shift + " 0 Rm";
    rows.add(
        row(
                mnemonic + variant,
                head + "Rd" + tail,
                lower(parts[0], s) + "{c} {Rd}, {Rm}" + operand,
                s ? DataProcessingFlags::movs : DataProcessing::mov)
            .section("A8.8." + section)
            .effects(reads + " -> Rd" + (s ? " NZC" : ""))
            .group("move" + s));
    if (s) {
      rows.add(
          row(
                  mnemonic + " PC" + variant,
                  head + "1111" + tail,
                  lower(parts[0], true) + "{c} pc, {Rm}" + operand,
                  ExceptionInstructions::subsPcLr)
              .section(RETURN_SECTION)
              .effects(reads + " SPSR -> pc CPSR")
              .group("move" + s));
    }
  }

  private static String lower(String name, boolean s) {
    return name.toLowerCase(Locale.ROOT) + (s ? "s" : "");
  }

  private static void addAddresses(List<RowBuilder> rows) {
    rows.add(
        row(
                "ADR (after)",
                "cond 001 0100 0 1111 Rd imm12",
                "add{c} {Rd}, pc, #{const}",
                DataProcessing::add)
            .section("A8.8.12")
            .effects("pc -> Rd")
            .group("immediate 0100"));
    rows.add(
        row(
                "ADR (before)",
                "cond 001 0010 0 1111 Rd imm12",
                "sub{c} {Rd}, pc, #{const}",
                DataProcessing::sub)
            .section("A8.8.12")
            .effects("pc -> Rd")
            .group("immediate 0010"));
  }

  private static void addWideMoves(List<RowBuilder> rows) {
    rows.add(
        row("MOVW", "cond 00110000 imm4 Rd imm12", "movw{c} {Rd}, #{imm16}", DataProcessing::movw)
            .section("A8.8.102")
            .effects("-> Rd")
            .unpredictable("Rd==15"));
    rows.add(
        row("MOVT", "cond 00110100 imm4 Rd imm12", "movt{c} {Rd}, #{imm16}", DataProcessing::movt)
            .section("A8.8.106")
            .effects("Rd -> Rd")
            .unpredictable("Rd==15"));
  }
}
