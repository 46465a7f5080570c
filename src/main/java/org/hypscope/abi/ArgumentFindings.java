package org.hypscope.abi;

import java.util.List;
import java.util.Optional;

/** What becomes of the arguments of a HYP function on their way through the shift. */
final class ArgumentFindings {
  private ArgumentFindings() {}

  /** A 64-bit argument that does not come to where it is looked for. */
  static Optional<String> torn(Call call) {
    if (!shifted(call)) {
      return Optional.empty();
    }
    return call.prototype().isPresent()
        ? declared(call, true)
        : call.ending()
            .fourth()
            .filter(CalleeReads.Fourth::wide)
            .map(
                read ->
                    "%s takes r2:r3 for one 64-bit value (%s at %s), and the shift brings r0 to r2 only."
                        .formatted(function(call), read.text(), Words.hex(read.pc())));
  }

  /** An argument that nothing carries. */
  static Optional<String> lost(Call call) {
    if (!shifted(call)) {
      return Optional.empty();
    }
    return call.prototype().isPresent()
        ? declared(call, false)
        : call.ending()
            .fourth()
            .filter(read -> !read.wide())
            .map(
                read ->
                    "%s reads r3, a fourth argument (%s at %s), and the shift brings r0 to r2 only."
                        .formatted(function(call), read.text(), Words.hex(read.pc())));
  }

  /** Whether both sides mean the call of a function whose arguments are moved down by one. */
  private static boolean shifted(Call call) {
    boolean taken =
        call.handler()
            .callFor(call.registers())
            .filter(c -> c.kind() == CallKind.CALL_FUNCTION)
            .isPresent();
    return taken && call.everyCaller(c -> c.kind() == CallKind.CALL_FUNCTION);
  }

  private static String function(Call call) {
    return call.sight().named(call.registers()[0] & ~1);
  }

  private static Optional<String> declared(Call call, boolean torn) {
    Prototype prototype = call.prototype().orElseThrow();
    List<String> wrong =
        Passing.of(prototype).wrong().stream()
            .filter(each -> torn == (each.parameter().wide() && each.arrives() >= 0))
            .map(Passing.Argument::words)
            .toList();
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of("Of %s, %s.".formatted(prototype.text(), String.join("; ", wrong)));
  }
}
