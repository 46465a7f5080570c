package org.hypscope.arm.sysreg;

import java.util.List;
import java.util.Set;

/**
 * One system register, or one operation that is performed by writing a coprocessor register: name,
 * encodings, fields in words, access per level, traps and reset value. The rows are made by {@link
 * Rows}; their values live in a {@link SysRegFile}.
 */
public final class SysReg {
  private final RowSpec spec;
  private final int index;
  private final List<String> aliases;
  private final List<Encoding> encodings;
  private final List<Field> fields;
  private final Set<Trap> traps;

  SysReg(RowSpec spec, int index) {
    this.spec = spec;
    this.index = index;
    this.aliases = List.copyOf(spec.aliases);
    this.encodings = List.copyOf(spec.encodings);
    this.fields = List.copyOf(spec.fields);
    this.traps = Set.copyOf(spec.traps);
  }

  /** The manual's name. */
  public String name() {
    return spec.name;
  }

  /** The manual's title. */
  public String title() {
    return spec.title;
  }

  /** Other names of the same register, such as PRRR for MAIR0. */
  public List<String> aliases() {
    return aliases;
  }

  /** Which part of the manual's functional groups it belongs to: "Hyp", "Timer", "ID", ... */
  public String group() {
    return spec.group;
  }

  /** The section of the manual (DDI 0406C) that describes it. */
  public String section() {
    return spec.section;
  }

  /** Every encoding that reaches it: most have one, TTBR0, TTBR1 and PAR have two. */
  public List<Encoding> encodings() {
    return encodings;
  }

  /** Its width in bits, 32 or 64. */
  public int width() {
    return spec.width;
  }

  /** Its fields, high bits first. */
  public List<Field> fields() {
    return fields;
  }

  /** The field called {@code fieldName}, or null where there is none. */
  public Field field(String fieldName) {
    for (Field field : fields) {
      if (field.name().equals(fieldName)) {
        return field;
      }
    }
    return null;
  }

  /** Whether it is one of the registers of Hyp mode. */
  public boolean isHyp() {
    return "Hyp".equals(spec.group);
  }

  /** Whether it has a Secure and a Non-secure copy. */
  public boolean isBanked() {
    return spec.banked;
  }

  /** Whether accessing it does something instead of keeping a value. */
  public boolean isOperation() {
    return spec.operation;
  }

  /** Whether {@code level} may read it. */
  public boolean readableAt(Level level) {
    return (spec.readers & level.bit()) != 0;
  }

  /** Whether {@code level} may write it. */
  public boolean writableAt(Level level) {
    return (spec.writers & level.bit()) != 0;
  }

  /** What PL1 has to grant before User mode gets at it, or null where nothing is needed. */
  public UserGrant userGrant() {
    return spec.grant;
  }

  /** The bits that trap accesses to it, beside HSTR's which go by encoding. */
  public Set<Trap> traps() {
    return traps;
  }

  /** Its value after reset; of a banked register, of both copies. */
  public long reset() {
    return spec.reset;
  }

  /** The bits that a write changes; others keep their value. */
  public long writeMask() {
    return spec.writeMask;
  }

  /** The slot of its value in a {@link SysRegFile}. */
  public int index() {
    return index;
  }

  /** The slot of one copy: the Secure copy of a banked register has a slot of its own. */
  public int slot(boolean secure) {
    return spec.banked && secure ? index + 1 : index;
  }

  @Override
  public String toString() {
    return spec.name;
  }
}
