package org.hypscope.debug.symbols.unwind;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds callers by saved frame pointers: {fp, sp, lr, pc} below R11 (APCS, Linux's ARM kernels with
 * CONFIG_FRAME_POINTER), {fp, lr} at or below R11 (GCC and LLVM), {fp, lr} at R7 (LLVM's T32).
 */
final class FrameChain {
  private static final int FARTHEST = 1 << 18;
  private static final int PUSH_APCS = 0xe92dd800;
  private static final int PUSH_APCS_MASK = 0xfffff800;
  private static final int PC_AHEAD = 8;

  private FrameChain() {}

  /** The caller of {@code frame}; empty where its frame pointer leads to nothing of the kind. */
  static Optional<Step> step(FrameRegisters frame, StackReader reader) {
    int register = frame.thumb() ? FrameRegisters.FP_T32 : FrameRegisters.FP_A32;
    if (!frame.knows(register) || !isNear(frame, frame.need(register))) {
      return Optional.empty();
    }
    int fp = frame.need(register);
    Optional<Step> apcs = frame.thumb() ? Optional.empty() : apcs(frame, fp, reader);
    if (apcs.isPresent()) {
      return apcs;
    }
    Optional<Step> below = pair(frame, register, fp - 4, fp, reader);
    return below.isPresent() ? below : pair(frame, register, fp, fp + 4, reader);
  }

  private static boolean isNear(FrameRegisters frame, int fp) {
    int from = frame.get(FrameRegisters.SP).orElse(fp);
    return (fp & 3) == 0 && fp != 0 && Integer.compareUnsigned(fp - from, FARTHEST) < 0;
  }

  private static Optional<Step> apcs(FrameRegisters frame, int fp, StackReader reader) {
    OptionalInt savedPc = reader.word(frame.mode(), fp);
    if (savedPc.isEmpty() || (savedPc.getAsInt() & 3) != 0) {
      return Optional.empty();
    }
    int push = reader.word(frame.mode(), savedPc.getAsInt() - PC_AHEAD).orElse(0);
    if ((push & PUSH_APCS_MASK) != PUSH_APCS) {
      return Optional.empty();
    }
    OptionalInt lr = reader.word(frame.mode(), fp - 4);
    OptionalInt sp = reader.word(frame.mode(), fp - 8);
    OptionalInt previous = reader.word(frame.mode(), fp - 12);
    if (lr.isEmpty() || sp.isEmpty() || previous.isEmpty()) {
      return Optional.empty();
    }
    FrameRegisters caller = frame.caller(lr.getAsInt(), sp);
    caller.set(FrameRegisters.FP_A32, previous.getAsInt());
    int at = fp - 16;
    for (int n = 10; n >= 4; n--) {
      if ((push >>> n & 1) != 0) {
        reader.word(frame.mode(), at).ifPresent(new Saved(caller, n)::set);
        at -= 4;
      }
    }
    boolean sure = !frame.exact() && CallSite.before(lr.getAsInt(), frame.mode(), reader);
    return Optional.of(
        new Step.To(
            caller,
            Method.FRAME_CHAIN,
            sure ? Certainty.SURE : Certainty.LIKELY,
            "APCS frame: {fp, sp, lr, pc}"));
  }

  /** A register that was saved. */
  private record Saved(FrameRegisters caller, int n) {
    void set(int value) {
      caller.set(n, value);
    }
  }

  /** A frame of two words, if what would be a return address follows a call. */
  private static Optional<Step> pair(
      FrameRegisters frame, int register, int fpAt, int lrAt, StackReader reader) {
    OptionalInt previous = reader.word(frame.mode(), fpAt);
    OptionalInt lr = reader.word(frame.mode(), lrAt);
    if (previous.isEmpty() || lr.isEmpty()) {
      return Optional.empty();
    }
    int up = previous.getAsInt();
    boolean last = up == 0;
    boolean higher = Integer.compareUnsigned(up, lrAt) > 0 && (up & 3) == 0;
    boolean called = CallSite.before(lr.getAsInt(), frame.mode(), reader);
    boolean fromElsewhere = called && frame.mode().hasSpsr() && (up & 3) == 0;
    if (!(last && lr.getAsInt() == 0) && !(called && (last || higher || fromElsewhere))) {
      return Optional.empty();
    }
    FrameRegisters caller = frame.caller(lr.getAsInt(), OptionalInt.of(lrAt + 4));
    caller.set(register, up);
    return Optional.of(
        new Step.To(caller, Method.FRAME_CHAIN, Certainty.LIKELY, "frame record: {fp, lr}"));
  }
}
