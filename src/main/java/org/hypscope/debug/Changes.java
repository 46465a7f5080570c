package org.hypscope.debug;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.sysreg.SysRegCopy;

/**
 * What the last command changed.
 *
 * @param registers the physical registers that differ, with their values before
 * @param doublewords the numbers of D registers that differ, with their values before
 * @param sysRegs the system registers that differ, with their values before
 * @param written memory that differs, by physical address
 * @param entry the last exception entry or return among what was executed
 */
public record Changes(
    Map<Bank, Integer> registers,
    Map<Integer, Long> doublewords,
    Map<SysRegCopy, Long> sysRegs,
    List<MemoryRange> written,
    Optional<TraceEvent> entry) {
  /** Nothing changed. */
  public static final Changes NONE =
      new Changes(Map.of(), Map.of(), Map.of(), List.of(), Optional.empty());
}
