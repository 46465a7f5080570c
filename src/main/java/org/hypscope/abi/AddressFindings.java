package org.hypscope.abi;

import java.util.List;
import java.util.Optional;
import org.hypscope.debug.AddressSpace;

/** Addresses by which the other side finds something else, or nothing. */
final class AddressFindings {
  private AddressFindings() {}

  /** A vector table or a function whose address is not of the kind that the call wants. */
  static Optional<String> wrongSpace(Call call) {
    if (call.fromHyp() || call.callers().candidates().isEmpty()) {
      return Optional.empty();
    }
    CallSpec first = call.callers().candidates().get(0).call();
    for (int register : first.used()) {
      Role role = first.role(register);
      Input.Space space = agreed(call, register);
      boolean address = role == Role.VECTORS || role == Role.FUNCTION;
      if (address && space != Input.Space.ANY) {
        Optional<String> wrong = wrongSpace(call, register, space);
        if (wrong.isPresent()) {
          return wrong;
        }
      }
    }
    return Optional.empty();
  }

  private static Input.Space agreed(Call call, int register) {
    List<Input.Space> spaces =
        call.callers().candidates().stream()
            .map(c -> c.call().inputs().get(register).space())
            .distinct()
            .toList();
    return spaces.size() == 1 ? spaces.get(0) : Input.Space.ANY;
  }

  private static Optional<String> wrongSpace(Call call, int register, Input.Space space) {
    AddressSpace wanted = space == Input.Space.PHYSICAL ? AddressSpace.PHYSICAL : AddressSpace.HYP;
    int value = call.registers()[register] & ~1;
    if (call.sight().isCode(wanted, value)) {
      return Optional.empty();
    }
    return List.of(AddressSpace.PL1, AddressSpace.HYP, AddressSpace.PHYSICAL).stream()
        .filter(each -> each != wanted && call.sight().isCode(each, value))
        .findFirst()
        .map(
            found ->
                "r%d = %s is code as %s, but the call wants %s, and as that it is none."
                    .formatted(register, call.sight().named(value), kind(found), kind(wanted)));
  }

  private static String kind(AddressSpace space) {
    return switch (space) {
      case PL1 -> "a virtual address of the kernel";
      case HYP -> "a virtual address of HYP";
      default -> "a physical address";
    };
  }

  /** What HYP may not do, in a sentence. */
  static String access(Sight sight, HypAccess access) {
    return "%s at %s: %s.".formatted(access.text(), sight.named(access.pc()), access.reason());
  }
}
