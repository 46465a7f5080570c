package org.hypscope.abi.infer;

import java.util.ArrayList;
import java.util.List;

/**
 * What a call does, as its caller sees it: calls that behave alike are one call of the convention.
 *
 * @param ending how it ends
 * @param place of an exception: the vector's offset; of an entry: the input whose address it is
 * @param site the instruction that entered an address that the caller gave, or 0
 * @param hyp whether it ends in HYP
 * @param calls the functions that it calls: the input and where the arguments come from
 * @param result R0
 * @param high R1, where it belongs to the result
 * @param hvbar HVBAR
 * @param stack SP_hyp
 * @param mmu 0 where the HYP MMU stays as it is, 1 where it is on, -1 where it is off
 * @param table the input that becomes the base of the HYP translation tables, or -1
 * @param tableHigh the input that becomes its high word, or -1
 * @param clobbered the registers of R0 to R12 that do not come back as they were
 * @param link whether LR_usr comes back as it was
 */
record Behaviour(
    Ending ending,
    int place,
    int site,
    boolean hyp,
    List<List<Integer>> calls,
    Effect result,
    Effect high,
    Effect hvbar,
    Effect stack,
    int mmu,
    int table,
    int tableHigh,
    List<Integer> clobbered,
    boolean link) {

  static Behaviour of(Run run, int vectors, int stack) {
    boolean returned = run.ending() == Ending.RETURNED;
    List<Integer> clobbered = new ArrayList<>();
    for (int n = 0; returned && n < Inputs.REGISTERS; n++) {
      if (Effect.ofRegister(run, n, vectors).kind() != Effect.Kind.SAME) {
        clobbered.add(n);
      }
    }
    List<List<Integer>> calls = new ArrayList<>();
    for (Run.Called each : run.calls()) {
      List<Integer> call = new ArrayList<>(List.of(each.input()));
      call.addAll(each.arguments());
      calls.add(call);
    }
    Effect high = Effect.ofRegister(run, 1, vectors);
    boolean pair =
        returned && high.kind() == Effect.Kind.RESULT && high.number() == Inputs.RESULT_HIGH;
    return new Behaviour(
        run.ending(),
        run.place(),
        run.site(),
        run.hyp(),
        List.copyOf(calls),
        returned ? Effect.ofRegister(run, 0, vectors) : Effect.SAME,
        pair ? high : Effect.SAME,
        Effect.ofHvbar(run, vectors),
        returned ? Effect.ofStack(run, stack) : Effect.SAME,
        run.mmu() == run.mmuBefore() ? 0 : run.mmu() ? 1 : -1,
        run.table(),
        run.tableHigh(),
        List.copyOf(clobbered),
        !returned || Effect.ofRegister(run, Inputs.REGISTERS, vectors).kind() == Effect.Kind.SAME);
  }

  /** The input whose address is called or entered, or -1. */
  int entered() {
    if (ending == Ending.ENTERED) {
      return place;
    }
    return calls.isEmpty() ? -1 : calls.get(0).get(0);
  }

  boolean returns() {
    return ending == Ending.RETURNED;
  }

  /** Whether it does no more than to give R0 a number. */
  boolean isAnswer() {
    return returns()
        && calls.isEmpty()
        && hvbar.kind() == Effect.Kind.SAME
        && stack.kind() == Effect.Kind.SAME
        && mmu == 0
        && table < 0
        && result.kind() == Effect.Kind.CONSTANT;
  }
}
