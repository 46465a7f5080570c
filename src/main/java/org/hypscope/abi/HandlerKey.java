package org.hypscope.abi;

import java.util.Arrays;
import java.util.List;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.bus.Page;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.machine.load.LoadedImage;

/**
 * What a handler's behaviour hangs on, as far as it can be seen without calling it: the registers
 * that lead to its code, its stack, and the pages at HVBAR and behind the branch of its HYP trap.
 *
 * @param image the image it was found in
 * @param registers HVBAR, HSCTLR, HTTBR and SP_hyp
 * @param code a hash of those pages
 */
record HandlerKey(LoadedImage image, List<Integer> registers, int code) {
  private static final int HYP_TRAP = 0x14;

  static HandlerKey of(Sight sight) {
    Core core = sight.machine().core();
    int hvbar = sight.hvbar();
    int httbr = core.sysRegs().word(SysRegs.byName("HTTBR"));
    int hsctlr = core.sysRegs().word(SysRegs.byName("HSCTLR"));
    int code = 31 * page(sight, hvbar) + page(sight, target(sight, hvbar + HYP_TRAP));
    return new HandlerKey(
        sight.machine().image(), List.of(hvbar, hsctlr, httbr, core.bank(Bank.SP_hyp)), code);
  }

  /** Where an A32 branch at {@code address} leads; elsewhere, nearly there. */
  private static int target(Sight sight, int address) {
    int word = sight.word(address).orElse(0);
    return word >>> 24 == 0xea ? address + 8 + (word << 8 >> 6) : address + Page.SIZE;
  }

  private static int page(Sight sight, int address) {
    long at = sight.physical(address);
    Page page = at < 0 ? null : sight.machine().core().bus().readable(at);
    return page == null ? 0 : Arrays.hashCode(page.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HandlerKey key
        && image == key.image
        && code == key.code
        && registers.equals(key.registers);
  }

  @Override
  public int hashCode() {
    return 31 * registers.hashCode() + code;
  }
}
