package org.hypscope.abi;

import java.util.List;
import java.util.Optional;

/**
 * One call of a contract.
 *
 * @param kind what it asks for
 * @param name what a document calls it; empty where the kind says enough
 * @param when which r0 to r12 mean it; of several calls the first that holds counts
 * @param inputs what r0 to r12 are for, thirteen entries
 * @param callers functions of the kernel that make this call
 * @param returns whether the caller is promised a return
 * @param enters the register whose address is entered in HYP for good, or -1
 * @param result r0 after the return
 * @param hvbar HVBAR afterwards
 * @param httbr the low word of HTTBR afterwards
 * @param mmu the HYP MMU afterwards
 * @param clobbers registers that may change; all others of r0 to r12, SP and LR are preserved
 * @param callersSpeak the contract that callers of this call are said to speak, if not this one
 */
public record CallSpec(
    CallKind kind,
    String name,
    Condition when,
    List<Input> inputs,
    List<String> callers,
    boolean returns,
    int enters,
    Value result,
    Value hvbar,
    Value httbr,
    HypMmu mmu,
    List<String> clobbers,
    Optional<String> callersSpeak) {
  /** How many registers, from r0 on, a contract speaks of as inputs. */
  public static final int REGISTERS = 13;

  /** Copies the lists. */
  public CallSpec {
    inputs = List.copyOf(inputs);
    callers = List.copyOf(callers);
    clobbers = List.copyOf(clobbers);
  }

  /** What R{@code register} is for. */
  public Role role(int register) {
    return inputs.get(register).role();
  }

  /** The register that has {@code role}, or -1. */
  public int registerOf(Role role) {
    for (int register = 0; register < inputs.size(); register++) {
      if (role(register) == role) {
        return register;
      }
    }
    return -1;
  }

  /** The registers that the call looks at, in order. */
  public List<Integer> used() {
    return java.util.stream.IntStream.range(0, inputs.size())
        .filter(register -> role(register) != Role.UNUSED)
        .boxed()
        .toList();
  }

  /** What a document calls it: its name, else its kind. */
  public String title() {
    return name.isEmpty() ? kind.word() : name;
  }
}
