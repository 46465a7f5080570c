package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.core.exec.fp.VfpLoadStore;

/** Loads and stores of floating-point registers (ARM ARM A7.6), with FLDMX and FSTMX. */
final class A32VfpLoadStore {
  /** Registers past S31 or D31, or more doublewords than an instruction may move. */
  private static final String TOO_MANY_SINGLES = "Vd+Vd+D+imm8>32";

  private static final String TOO_MANY_DOUBLES = "imm7>16 || D==1 && Vd+imm7>16";
  private static final String ONE_X = "1";
  private static final String PLAIN = "0";

  private A32VfpLoadStore() {}

  static List<RowBuilder> rows() {
    List<RowBuilder> rows = new ArrayList<>();
    rows.add(one("VSTR", "0", "0", 413, VfpLoadStore::vstrSingle));
    rows.add(one("VSTR", "0", "1", 413, VfpLoadStore::vstrDouble));
    rows.add(one("VLDR", "1", "0", 333, VfpLoadStore::vldrSingle));
    rows.add(one("VLDR", "1", "1", 333, VfpLoadStore::vldrDouble));
    rows.addAll(many("VSTM", "0", 412, VfpLoadStore::vstmSingle, VfpLoadStore::vstmDouble));
    rows.addAll(many("VLDM", "1", 332, VfpLoadStore::vldmSingle, VfpLoadStore::vldmDouble));
    String push = "cond 11010 D 10 1101 Vd:4";
    String pop = "cond 11001 D 11 1101 Vd:4";
    rows.addAll(stack("VPUSH", push, 368, VfpLoadStore::vstmSingle, VfpLoadStore::vstmDouble));
    rows.addAll(stack("VPOP", pop, 367, VfpLoadStore::vldmSingle, VfpLoadStore::vldmDouble));
    return rows;
  }

  private static RowBuilder one(
      String name, String l, String sz, int section, Operation operation) {
    String register = sz.equals("1") ? "Dd" : "Sd";
    String effects = l.equals("1") ? "Rn memory -> " + register : "Rn " + register + " -> memory";
    return row(
            name + (sz.equals("1") ? " (D)" : " (S)"),
            "cond 1101 U D 0" + l + " Rn Vd:4 101" + sz + " imm8",
            (l.equals("1") ? "vldr" : "vstr") + "{c} {" + register + "}, {offset}",
            operation)
        .section("A8.8." + section)
        .effects(effects);
  }

  /** Increment after with and without writeback, and decrement before. */
  private static List<RowBuilder> many(
      String name, String l, int section, Operation single, Operation wide) {
    List<RowBuilder> rows = new ArrayList<>();
    String load = l.equals("1") ? "ld" : "st";
    for (boolean after : new boolean[] {true, false}) {
      String mode = after ? "ia" : "db";
      String bits = after ? "cond 11001 D W " + l : "cond 11010 D 1 " + l;
      String base = after ? " {Rn}{wb}, " : " {Rn}!, ";
      String effects = effects(l, "Rn", after ? "W==1:Rn" : "Rn");
      String[] pc = {after ? "W==1 && Rn==15" : "Rn==15"};
      String title = " (" + mode.toUpperCase(Locale.ROOT);
      rows.add(
          singles(
                  name + title + ", S)",
                  bits + " Rn Vd:4",
                  "v" + load + "m" + mode + "{c}" + base,
                  single)
              .undefined(pc)
              .section("A8.8." + section)
              .effects(String.format(effects, "singles", "singles"))
              .group(name + mode + "S"));
      for (String x : new String[] {PLAIN, ONE_X}) {
        boolean plain = x.equals(PLAIN);
        rows.add(
            doubles(
                    (plain ? name : "F" + name.substring(1) + "X") + title + ", D)",
                    bits + " Rn Vd:4",
                    (plain ? "v" + load + "m" + mode : "f" + load + "m" + mode + "x")
                        + "{c}"
                        + base,
                    x,
                    wide)
                .undefined(pc)
                .section(plain ? "A8.8." + section : "A8.8.50")
                .effects(String.format(effects, "doubles", "doubles"))
                .group(name + mode + "D"));
      }
    }
    return rows;
  }

  private static String effects(String l, String reads, String writes) {
    return l.equals("1") ? reads + " memory -> %s " + writes : reads + " %s -> memory " + writes;
  }

  private static RowBuilder singles(
      String name, String bits, String mnemonic, Operation operation) {
    return row(name, bits + " 1010 imm8", mnemonic + "{singles}", operation)
        .undefined("imm8<1", TOO_MANY_SINGLES);
  }

  /** {@code x} is the low bit of the offset, set in FLDMX and FSTMX. */
  private static RowBuilder doubles(
      String name, String bits, String mnemonic, String x, Operation operation) {
    return row(
            name,
            bits + " 1011 imm7 " + x,
            mnemonic + "{doubles}" + (x.equals(ONE_X) ? "{deprecated}" : ""),
            operation)
        .undefined("imm7<1", TOO_MANY_DOUBLES);
  }

  /** The same as a VSTM or VLDM with the SP, which the assembler writes so. */
  private static List<RowBuilder> stack(
      String name, String bits, int section, Operation single, Operation wide) {
    boolean load = name.equals("VPOP");
    String effects = effects(load ? "1" : "0", "sp", "sp");
    String group = load ? "VLDMia" : "VSTMdb";
    String mnemonic = load ? "vpop{c} " : "vpush{c} ";
    return List.of(
        singles(name + " (S)", bits, mnemonic, single)
            .section("A8.8." + section)
            .effects(String.format(effects, "singles", "singles"))
            .group(group + "S"),
        doubles(name + " (D)", bits, mnemonic, PLAIN, wide)
            .section("A8.8." + section)
            .effects(String.format(effects, "doubles", "doubles"))
            .group(group + "D"));
  }
}
