package org.hypscope.arm.sysreg;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a row declares: filled by {@link Rows}, read-only once its {@link SysReg} is made. */
final class RowSpec {
  static final int PL1 = Level.PL1_NS.bit() | Level.PL1_S.bit() | Level.HYP.bit() | Level.MON.bit();
  static final int HYP = Level.HYP.bit() | Level.MON.bit() | Level.PL1_S.bit();
  static final int SECURE = Level.PL1_S.bit() | Level.MON.bit();
  static final int ALL = PL1 | Level.PL0.bit();

  final String group;
  final String name;
  final String title;
  final List<String> aliases = new ArrayList<>();
  final List<Encoding> encodings = new ArrayList<>();
  final List<Field> fields = new ArrayList<>();
  final Set<Trap> traps = EnumSet.noneOf(Trap.class);
  UserGrant grant;
  String section;
  int width = 32;
  boolean banked;
  boolean operation;
  int readers = PL1;
  int writers = PL1;
  long reset;
  long writeMask = 0xffff_ffffL;

  RowSpec(String group, String name, String title) {
    this.group = group;
    this.name = name;
    this.title = title;
  }
}
