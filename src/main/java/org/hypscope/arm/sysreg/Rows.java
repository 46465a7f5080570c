package org.hypscope.arm.sysreg;

import java.util.ArrayList;
import java.util.List;

/** Collects the rows of one group of registers and gives each its slots in {@link SysRegFile}. */
final class Rows {
  /** Slots set aside for each group. */
  static final int SLOTS = 80;

  private final String group;
  private final String section;
  private final int base;
  private final List<SysReg> made = new ArrayList<>();
  private int used;

  /**
   * The {@code number}th set of rows, from 0, of {@code group}, described in {@code section} of the
   * manual.
   */
  Rows(String group, int number, String section) {
    this.group = group;
    this.section = section;
    this.base = number * SLOTS;
  }

  /** Starts the row of a register. */
  Row reg(String name, String title) {
    Row row = new Row(new RowSpec(group, name, title));
    row.spec.section = section;
    return row;
  }

  /** Makes the row of an operation performed by a write from PL1. */
  Row operation(String name, String title) {
    Row row = reg(name, title);
    row.spec.operation = true;
    row.spec.readers = 0;
    return row;
  }

  /** Everything made so far, in order. */
  List<SysReg> list() {
    return List.copyOf(made);
  }

  /** A row in the making. */
  final class Row {
    private final RowSpec spec;

    private Row(RowSpec spec) {
      this.spec = spec;
    }

    /** A 32-bit encoding in CP15. */
    Row at(int opc1, int crn, int crm, int opc2) {
      return at(15, opc1, crn, crm, opc2);
    }

    /** A 32-bit encoding. */
    Row at(int cp, int opc1, int crn, int crm, int opc2) {
      spec.encodings.add(Encoding.narrow(cp, opc1, crn, crm, opc2));
      return this;
    }

    /** A 64-bit encoding in CP15: the register is 64 bits wide. */
    Row wide(int opc1, int crm) {
      return wide(15, opc1, crm);
    }

    /** A 64-bit encoding. */
    Row wide(int cp, int opc1, int crm) {
      spec.encodings.add(Encoding.wide(cp, opc1, crm));
      return wide();
    }

    /** The register is 64 bits wide. */
    Row wide() {
      spec.width = 64;
      spec.writeMask = -1L;
      return this;
    }

    /** Another name. */
    Row alias(String name) {
      spec.aliases.add(name);
      return this;
    }

    /** A Secure and a Non-secure copy. */
    Row banked() {
      spec.banked = true;
      return this;
    }

    /**
     * Hyp mode, and Monitor mode with SCR.NS set. From other Secure modes it is UNPREDICTABLE, and
     * works here as in QEMU.
     */
    Row hyp() {
      return access(RowSpec.HYP, RowSpec.HYP);
    }

    /** Hyp and Monitor mode only, in QEMU too. */
    Row strictlyHyp() {
      int levels = Level.HYP.bit() | Level.MON.bit();
      return access(levels, levels);
    }

    /** Secure PL1 modes only. */
    Row secure() {
      return access(RowSpec.SECURE, RowSpec.SECURE);
    }

    /** Everybody, User mode included. */
    Row user() {
      return access(RowSpec.ALL, RowSpec.ALL);
    }

    /** User mode may read too. */
    Row userRead() {
      spec.readers |= Level.PL0.bit();
      return this;
    }

    /** User mode may where {@code grant} says so. */
    Row userIf(UserGrant grant) {
      spec.grant = grant;
      return this;
    }

    /** The levels given as masks of {@link RowSpec}. */
    Row access(int readers, int writers) {
      spec.readers = readers;
      spec.writers = writers;
      return this;
    }

    /** Reads only; a write is UNDEFINED. */
    Row readOnly() {
      spec.writers = 0;
      spec.writeMask = 0;
      return this;
    }

    /** Writes are accepted and ignored. */
    Row fixed() {
      spec.writeMask = 0;
      return this;
    }

    /** Writes only; a read is UNDEFINED. */
    Row writeOnly() {
      spec.readers = 0;
      return this;
    }

    /** Bits that trap accesses to HYP. */
    Row traps(Trap... traps) {
      spec.traps.addAll(List.of(traps));
      return this;
    }

    /** The value after reset. */
    Row reset(long value) {
      spec.reset = value;
      return this;
    }

    /** The bits that a write changes. */
    Row writes(long mask) {
      spec.writeMask = mask;
      return this;
    }

    /** A field of several bits. */
    Row field(String name, int high, int low, String meaning, String... values) {
      spec.fields.add(new Field(name, high, low, meaning, List.of(values)));
      return this;
    }

    /** A field of one bit. */
    Row bit(String name, int bit, String meaning, String... values) {
      return field(name, bit, bit, meaning, values);
    }

    /** Another section of the manual than the group's. */
    Row section(String section) {
      spec.section = section;
      return this;
    }

    /** Ends the row of a register that is another name of the Secure copy of {@code other}. */
    SysReg secureCopyOf(SysReg other) {
      return made(new SysReg(spec, other.slot(true)));
    }

    /** Ends the row. */
    SysReg row() {
      int index = base + used;
      used += spec.banked ? 2 : 1;
      if (used > SLOTS) {
        throw new IllegalStateException("group " + group + " has more rows than slots");
      }
      return made(new SysReg(spec, index));
    }

    private SysReg made(SysReg register) {
      made.add(register);
      return register;
    }
  }
}
