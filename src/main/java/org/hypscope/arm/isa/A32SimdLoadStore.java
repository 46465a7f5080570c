package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hypscope.arm.core.exec.simd.StructureLoadStore;

/**
 * Advanced SIMD element and structure loads and stores (ARM ARM A7.7). The address is written back
 * unless Rm is 15, by Rm or, where that is 13, by the size of what is moved.
 */
final class A32SimdLoadStore {
  private static final String ANY = "align:2";
  private static final String DOUBLEWORD = "0 a";

  private A32SimdLoadStore() {}

  static List<RowBuilder> rows() {
    List<RowBuilder> rows = new ArrayList<>();
    for (String l : new String[] {"0", "1"}) {
      rows.addAll(multiple(l));
      rows.addAll(lanes(l));
    }
    rows.addAll(allLanes());
    return rows;
  }

  private static List<RowBuilder> multiple(String l) {
    return List.of(
        multiple(l, "0111", 1, 1, 1, DOUBLEWORD),
        multiple(l, "1010", 1, 2, 1, ANY),
        multiple(l, "0110", 1, 3, 1, DOUBLEWORD),
        multiple(l, "0010", 1, 4, 1, ANY),
        multiple(l, "1000", 2, 1, 1, ANY),
        multiple(l, "1001", 2, 1, 2, ANY),
        multiple(l, "0011", 2, 2, 2, ANY),
        multiple(l, "0100", 3, 1, 1, DOUBLEWORD),
        multiple(l, "0101", 3, 1, 2, DOUBLEWORD),
        multiple(l, "0000", 4, 1, 1, ANY),
        multiple(l, "0001", 4, 1, 2, ANY));
  }

  /** Structures of {@code elements} in registers {@code spacing} apart, {@code times} over. */
  private static RowBuilder multiple(
      String l, String type, int elements, int times, int spacing, String align) {
    int registers = elements * times;
    int written = times > 1 ? 1 : spacing;
    int beyond = (registers - 1) * written;
    String list = "{regs:" + registers + ":" + written + "}";
    String at = align.equals(ANY) ? "{at:align}" : "{at:64}";
    String title =
        elements == 1 ? registers + " registers" : times == 2 ? "two pairs" : "step " + spacing;
    RowBuilder row =
        row(
            name(l, elements) + " (multiple, " + title + ")",
            "1111 0100 0 D " + l + " 0 Rn Vd:4 " + type + " size:2 " + align + " Rm",
            mnemonic(l, elements) + ".{bits} " + list + ", " + at,
            StructureLoadStore.multiple(elements, times, spacing));
    String except = except(elements, registers, align);
    return finish(except.isEmpty() ? row : row.except(except), l, elements, 0, list)
        .undefined("D==1 && Vd+" + beyond + ">15");
  }

  /** Two registers have no alignment of 32 bytes, structures no elements of 64 bits. */
  private static String except(int elements, int registers, String align) {
    String size = elements > 1 ? "size==3" : "";
    String alignment = registers == 2 && align.equals(ANY) ? "align==3" : "";
    return size + (size.isEmpty() || alignment.isEmpty() ? "" : " || ") + alignment;
  }

  private static List<RowBuilder> lanes(String l) {
    List<RowBuilder> rows = new ArrayList<>();
    for (int elements = 1; elements <= 4; elements++) {
      for (int size = 0; size < 3; size++) {
        rows.add(lane(l, elements, size));
      }
    }
    return rows;
  }

  private static RowBuilder lane(String l, int elements, int size) {
    int bits = 8 << size;
    String list = "{lane:" + elements + "}";
    boolean logarithm = elements == 4 && size == 2;
    String at = elements == 3 ? "{at}" : logarithm ? "{at:align}" : "{at:" + bits * elements + "}";
    RowBuilder row =
        row(
            name(l, elements) + " (one lane, " + bits + ")",
            String.format(
                "1111 0100 1 D %s 0 Rn Vd:4 %s %s %s Rm",
                l, binary(size), binary(elements - 1), indexAlign(elements, size)),
            mnemonic(l, elements) + "." + bits + " " + list + ", " + at,
            StructureLoadStore.lane(elements));
    row = finish(row, l, elements, 1, list);
    if (elements == 1) {
      return size == 2 ? row.except("align==1 || align==2") : row;
    }
    row = logarithm ? row.except("align==3") : row;
    String steps = "+s".repeat(size == 0 ? 0 : elements - 1);
    return row.undefined("D==1 && Vd" + steps + "+" + (elements - 1) + ">15");
  }

  private static String binary(int twoBits) {
    return (twoBits >> 1) + "" + (twoBits & 1);
  }

  /** index_align: the lane, whether registers are two apart, and the alignment. */
  private static String indexAlign(int elements, int size) {
    String index = "index:" + (3 - size);
    String step = size == 0 ? "" : elements == 1 ? " 0" : " s";
    String align =
        switch (elements) {
          case 1 -> size == 0 ? "0" : size == 1 ? "a" : ANY;
          case 2 -> size == 2 ? "0 a" : "a";
          case 3 -> size == 2 ? "00" : "0";
          default -> size == 2 ? ANY : "a";
        };
    return index + step + " " + align;
  }

  private static List<RowBuilder> allLanes() {
    List<RowBuilder> rows = new ArrayList<>();
    for (int elements = 1; elements <= 4; elements++) {
      for (int size = 0; size < 3; size++) {
        boolean fixed = elements == 3 || elements == 1 && size == 0;
        int alignment = Math.min(elements * 8 << size, 64);
        rows.add(allLanes(elements, size, 8 << size, fixed ? "0" : "a", alignment));
      }
    }
    rows.add(allLanes(4, 3, 32, "1", 128));
    return rows;
  }

  private static RowBuilder allLanes(int elements, int size, int bits, String a, int alignment) {
    boolean always = a.equals("1");
    String list = "{all:" + elements + "}";
    String at = a.equals("0") ? "{at}" : always ? "{at=128}" : "{at:" + alignment + "}";
    RowBuilder row =
        row(
            name("1", elements) + " (all lanes, " + bits + (always ? ", aligned)" : ")"),
            String.format(
                "1111 0100 1 D 10 Rn Vd:4 11 %s %s T %s Rm", binary(elements - 1), binary(size), a),
            mnemonic("1", elements) + "." + bits + " " + list + ", " + at,
            StructureLoadStore.allLanes(elements));
    String steps = elements == 1 ? "+T" : "+T".repeat(elements - 1) + "+" + (elements - 1);
    return finish(row, "1", elements, 2, list).undefined("D==1 && Vd" + steps + ">15");
  }

  private static String name(String l, int elements) {
    return (l.equals("1") ? "VLD" : "VST") + elements;
  }

  private static String mnemonic(String l, int elements) {
    return name(l, elements).toLowerCase(Locale.ROOT);
  }

  /** {@code form} is 0 for multiple structures, 1 for one lane, 2 for all lanes. */
  private static RowBuilder finish(RowBuilder row, String l, int elements, int form, String list) {
    String registers = list.substring(1, list.length() - 1).replace(':', '.');
    String index = " Rm!=13&&Rm!=15:Rm";
    String kept = form == 1 ? " " + registers : "";
    int loads = 320 + 3 * (elements - 1) + form;
    int stores = 404 + 2 * (elements - 1) + form;
    return row.section("A8.8." + (l.equals("1") ? loads : stores))
        .effects(
            l.equals("1")
                ? "Rn" + index + " memory" + kept + " -> " + registers + " Rm!=15:Rn"
                : "Rn" + index + " " + registers + " -> memory Rm!=15:Rn")
        .unpredictable("Rn==15");
  }
}
