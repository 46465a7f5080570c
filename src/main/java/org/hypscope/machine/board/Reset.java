package org.hypscope.machine.board;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.hypscope.arm.arch.Bank;

/**
 * The state in which a board hands the core to an image, at its entry point.
 *
 * @param cpsr the whole CPSR: mode, masks, endianness
 * @param registers physical registers that are not zero
 * @param systemRegisters values of system registers by the manual's name, on top of the identity
 */
public record Reset(
    @JsonProperty("cpsr") int cpsr,
    @JsonProperty("registers") Map<Bank, Integer> registers,
    @JsonProperty("system-registers") Map<String, Long> systemRegisters) {
  /** Absent maps are empty. */
  public Reset {
    registers = registers == null ? Map.of() : Map.copyOf(registers);
    systemRegisters = systemRegisters == null ? Map.of() : Map.copyOf(systemRegisters);
  }
}
