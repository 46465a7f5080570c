package org.hypscope.abi;

import java.util.List;
import java.util.Optional;

/**
 * One call of a contract.
 *
 * @param kind what it asks for
 * @param when which r0 to r3 mean it; of several calls the first that holds counts
 * @param roles what r0 to r3 are for, four entries
 * @param returns whether the caller is promised a return
 * @param enters the register whose address is entered in HYP for good, or -1
 * @param result r0 after the return
 * @param hvbar HVBAR afterwards
 * @param clobbers registers that may change; all others of r0 to r12, SP and LR are preserved
 * @param callersSpeak the contract that callers of this call are said to speak, if not this one
 */
public record CallSpec(
    CallKind kind,
    Condition when,
    List<Role> roles,
    boolean returns,
    int enters,
    Value result,
    Value hvbar,
    List<String> clobbers,
    Optional<String> callersSpeak) {
  /** Copies the lists. */
  public CallSpec {
    roles = List.copyOf(roles);
    clobbers = List.copyOf(clobbers);
  }

  /** The register, 0 to 3, that has {@code role}, or -1. */
  public int registerOf(Role role) {
    return roles.indexOf(role);
  }
}
