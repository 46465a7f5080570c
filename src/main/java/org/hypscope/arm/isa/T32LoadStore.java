package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.thumb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.core.exec.LoadStore;
import org.hypscope.arm.core.exec.ThumbLoadStore;

/**
 * Loads and stores of single values (ARM ARM A6.3.7 to A6.3.10). Their images have the addressing
 * modes of A32's words, whatever their size.
 */
final class T32LoadStore {
  private T32LoadStore() {}

  /**
   * One kind of access.
   *
   * @param name the mnemonic
   * @param head bits 24, 22:21 and 20: signed, size, load
   * @param immediate the number in A8.8 of the immediate form
   * @param register of the register form
   * @param literal of the literal form, 0 for a store
   * @param user of the unprivileged form
   * @param plain what it does
   * @param unprivileged what it does as User mode would
   */
  private record Access(
      String name,
      String head,
      int immediate,
      int register,
      int literal,
      int user,
      Operation plain,
      Operation unprivileged) {
    boolean loads() {
      return literal != 0;
    }

    boolean word() {
      return name.endsWith("R");
    }

    /** Rt of the encodings: R15 of a load that is no word belongs to the preloads. */
    String rt() {
      return loads() && !word() ? "Rt!1111" : "Rt";
    }

    String bits(String up) {
      return "1111100 " + head.charAt(0) + " " + up + " " + head.substring(1) + " ";
    }

    /** The image, an LDR or STR: {@code index} is P, U and W, {@code rest} what follows Rt. */
    String image(String addressing, String index, String rest) {
      String[] puw = index.split(" ");
      String load = loads() ? "1" : "0";
      return "cond "
          + String.join(" ", addressing, puw[0], puw[1], "0", puw[2], load, "Rn Rt", rest);
    }

    String mnemonic() {
      return name.toLowerCase(Locale.ROOT);
    }

    /**
     * The name of the encoding that would be {@code number} of a byte or halfword; words count from
     * one more, signed loads from one less.
     */
    String encoding(int number) {
      return "T" + (word() ? number + 1 : head.charAt(0) == '1' ? number - 1 : number);
    }
  }

  private static final List<Access> ACCESSES =
      List.of(
          new Access("STRB", "0000", 206, 208, 0, 209, LoadStore::strb, LoadStore::strbt),
          new Access("STRH", "0010", 216, 218, 0, 219, ThumbLoadStore::strh, ThumbLoadStore::strht),
          new Access("STR", "0100", 203, 205, 0, 220, LoadStore::str, LoadStore::strt),
          new Access("LDRB", "0001", 67, 70, 69, 71, LoadStore::ldrb, LoadStore::ldrbt),
          new Access("LDRH", "0011", 79, 82, 81, 83, ThumbLoadStore::ldrh, ThumbLoadStore::ldrht),
          new Access("LDR", "0101", 62, 65, 64, 92, LoadStore::ldr, LoadStore::ldrt),
          new Access(
              "LDRSB", "1001", 84, 86, 85, 87, ThumbLoadStore::ldrsb, ThumbLoadStore::ldrsbt),
          new Access(
              "LDRSH", "1011", 88, 90, 89, 91, ThumbLoadStore::ldrsh, ThumbLoadStore::ldrsht));

  static List<RowBuilder> rows() {
    List<RowBuilder> rows = new ArrayList<>();
    for (Access access : ACCESSES) {
      rows.add(longOffset(access));
      rows.add(negativeOffset(access));
      rows.add(indexed(access));
      rows.add(byRegister(access));
      rows.add(unprivileged(access));
      if (access.loads()) {
        rows.add(literal(access));
      }
    }
    return rows;
  }

  private static RowBuilder row(Access access, String title, String bits, String image) {
    String address = image.contains("imm8") ? "{shortaddress}" : "{address}";
    RowBuilder row =
        thumb(title, bits, image, access.mnemonic() + "{c}.w {Rt}, " + address, access.plain);
    return rules(access, row);
  }

  private static RowBuilder rules(Access access, RowBuilder row) {
    if (access.word()) {
      return access.loads() ? row.unpredictable("Rt==15 && notLast") : row.unpredictable("Rt==15");
    }
    return access.loads() ? row.unpredictable("Rt==13") : row.noSpOrPc("Rt");
  }

  private static String effects(Access access, String address) {
    return access.loads()
        ? address + " memory -> Rt wback:Rn"
        : "Rt " + address + " -> memory wback:Rn";
  }

  private static RowBuilder longOffset(Access access) {
    return row(
            access,
            access.name + " (immediate) " + access.encoding(2),
            access.bits("1") + "Rn!1111 " + access.rt() + " imm12",
            access.image("010", "P=1 U=1 W=0", "imm12"))
        .section("A8.8." + access.immediate)
        .effects(effects(access, "Rn"));
  }

  private static RowBuilder negativeOffset(Access access) {
    return row(
            access,
            access.name + " (immediate, negative offset) " + access.encoding(3),
            access.bits("0") + "Rn!1111 " + access.rt() + " 1100 imm8",
            access.image("010", "P=1 U=0 W=0", "imm12=0000.imm8"))
        .section("A8.8." + access.immediate)
        .effects(effects(access, "Rn"));
  }

  private static RowBuilder indexed(Access access) {
    RowBuilder row =
        row(
                access,
                access.name + " (immediate, indexed) " + access.encoding(3),
                access.bits("0") + "Rn!1111 Rt 1 P U 1 imm8",
                access.image("010", "P U W=1", "imm12=0000.imm8"))
            .section("A8.8." + access.immediate)
            .effects(effects(access, "Rn"))
            .unpredictable("Rn==Rt");
    return access.loads() && !access.word() ? row.unpredictable("Rt==15") : row;
  }

  private static RowBuilder byRegister(Access access) {
    return row(
            access,
            access.name + " (register) T2",
            access.bits("0") + "Rn!1111 " + access.rt() + " 000000 shift:2 Rm",
            access.image("011", "P=1 U=1 W=0", "imm5=000.shift type=00 0 Rm"))
        .noSpOrPc("Rm")
        .section("A8.8." + access.register)
        .effects(effects(access, "Rn Rm"));
  }

  private static RowBuilder unprivileged(Access access) {
    return thumb(
            access.name + "T T1",
            access.bits("0") + "Rn!1111 Rt 1110 imm8",
            access.image("010", "P=1 U=1 W=0", "imm12=0000.imm8"),
            access.mnemonic() + "t{c} {Rt}, {shortaddress}",
            access.unprivileged)
        .noSpOrPc("Rt")
        .section("A8.8." + access.user)
        .effects(effects(access, "Rn"));
  }

  private static RowBuilder literal(Access access) {
    RowBuilder row =
        thumb(
            access.name + " (literal) " + (access.word() ? "T2" : "T1"),
            access.bits("U") + "1111 " + access.rt() + " imm12",
            access.image("010", "P=1 U W=0", "imm12").replace("Rn ", "Rn=1111 "),
            access.mnemonic() + "{c}.w {Rt}, {literal}",
            access.plain);
    return rules(access, row).section("A8.8." + access.literal).effects("pc memory -> Rt");
  }
}
