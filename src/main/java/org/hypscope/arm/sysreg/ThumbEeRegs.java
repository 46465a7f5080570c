package org.hypscope.arm.sysreg;

import java.util.List;

/**
 * CP14: configuration of ThumbEE (ARM ARM A2.10) and of the trivial Jazelle implementation (A2.11).
 */
public final class ThumbEeRegs {
  private static final Rows R = new Rows("ThumbEE and Jazelle", 11, "A2.10");
  private static final String JAZELLE = "A2.11";

  public static final SysReg TEECR =
      R.reg("TEECR", "ThumbEE Configuration Register")
          .at(14, 6, 0, 0, 0)
          .userRead()
          .traps(Trap.HSTR_TTEE)
          .writes(1)
          .bit("XED", 0, "User may use TEEHBR", "yes", "no")
          .row();

  public static final SysReg TEEHBR =
      R.reg("TEEHBR", "ThumbEE Handler Base Register")
          .at(14, 6, 1, 0, 0)
          .user()
          .userIf(UserGrant.TEECR_XED)
          .traps(Trap.HSTR_TTEE)
          .writes(0xffff_fffcL)
          .field("HandlerBase", 31, 2, "address of handler 0, bits 31 to 2")
          .row();

  public static final SysReg JIDR =
      R.reg("JIDR", "Jazelle ID Register")
          .at(14, 7, 0, 0, 0)
          .readOnly()
          .traps(Trap.HCR_TID0, Trap.HSTR_TJDBX)
          .section(JAZELLE)
          .row();

  public static final SysReg JOSCR =
      R.reg("JOSCR", "Jazelle OS Control Register")
          .at(14, 7, 1, 0, 0)
          .traps(Trap.HSTR_TJDBX)
          .fixed()
          .section(JAZELLE)
          .row();

  public static final SysReg JMCR =
      R.reg("JMCR", "Jazelle Main Configuration Register")
          .at(14, 7, 2, 0, 0)
          .traps(Trap.HSTR_TJDBX)
          .fixed()
          .section(JAZELLE)
          .row();

  static final List<SysReg> ROWS = R.list();

  private ThumbEeRegs() {}
}
