package org.hypscope.arm.core.exec;

import static java.util.Locale.ROOT;

import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Bits;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;

/**
 * MRS and MSR of a banked register (ARM ARM B9.3.9, B9.3.10; encodings in B9.2.3).
 *
 * <p>A register that the current mode may not name is UNPREDICTABLE; here, as in QEMU, UNDEFINED.
 */
public final class BankedTransfer {
  private static final Bank[] GENERAL = new Bank[32];
  private static final Bank[] SPSR = new Bank[32];
  private static final Mode[] OWNERS = new Mode[Bank.COUNT];

  static {
    Bank[] all = Bank.values();
    for (int i = 0; i < 7; i++) {
      GENERAL[i] = all[Bank.R8_usr.ordinal() + i];
      GENERAL[8 + i] = all[Bank.R8_fiq.ordinal() + i];
    }
    String[] modes = {"irq", "svc", "abt", "und"};
    for (int i = 0; i < modes.length; i++) {
      GENERAL[0x10 + 2 * i] = Bank.valueOf("LR_" + modes[i]);
      GENERAL[0x11 + 2 * i] = Bank.valueOf("SP_" + modes[i]);
      SPSR[0x10 + 2 * i] = Bank.valueOf("SPSR_" + modes[i]);
    }
    SPSR[0x0e] = Bank.SPSR_fiq;
    GENERAL[0x1c] = Bank.LR_mon;
    GENERAL[0x1d] = Bank.SP_mon;
    SPSR[0x1c] = Bank.SPSR_mon;
    GENERAL[0x1e] = Bank.ELR_hyp;
    GENERAL[0x1f] = Bank.SP_hyp;
    SPSR[0x1e] = Bank.SPSR_hyp;
    for (Bank bank : all) {
      int suffix = bank.name().indexOf('_');
      if (suffix >= 0) {
        OWNERS[bank.ordinal()] = Mode.valueOf(bank.name().substring(suffix + 1).toUpperCase(ROOT));
      }
    }
  }

  private BankedTransfer() {}

  /** MRS (Banked register). */
  public static void mrsBanked(Core core, int insn) {
    core.setR(Bits.bits(insn, 15, 12), core.bank(register(core, insn)));
  }

  /** MSR (Banked register). */
  public static void msrBanked(Core core, int insn) {
    core.setBank(register(core, insn), core.r(insn & 0xf));
  }

  /** The register that R and SYSm name (the rows see to that), if the current mode may name it. */
  private static Bank register(Core core, int insn) {
    int sysm = Bits.bit(insn, 8) << 4 | Bits.bits(insn, 19, 16);
    Bank bank = (Bits.isSet(insn, 22) ? SPSR : GENERAL)[sysm];
    if (!permitted(core, bank)) {
      core.unpredictable(
          insn, bank + " is accessed from " + core.mode() + " mode; taken as UNDEFINED");
      throw core.undefined();
    }
    return bank;
  }

  private static boolean permitted(Core core, Bank bank) {
    Mode mode = core.mode();
    return switch (bank) {
      case R8_usr, R9_usr, R10_usr, R11_usr, R12_usr -> mode == Mode.FIQ;
      case SP_usr -> mode != Mode.USR && mode != Mode.SYS;
      case LR_usr -> mode != Mode.USR && mode != Mode.SYS && mode != Mode.HYP;
      case ELR_hyp -> mode == Mode.HYP || mode == Mode.MON;
      case SP_hyp, SPSR_hyp -> mode == Mode.MON;
      case SP_mon, LR_mon, SPSR_mon -> mode != Mode.USR && mode != Mode.MON && core.isSecure();
      default -> mode != Mode.USR && mode != OWNERS[bank.ordinal()];
    };
  }
}
