package org.hypscope.abi.infer;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.abi.Contract;
import org.hypscope.debug.symbols.Symbols;

/**
 * What was found out about a handler.
 *
 * @param image whose
 * @param vectors HVBAR
 * @param symbols the image's names
 * @param thumb whether HYP takes exceptions in T32
 * @param mmu whether the HYP MMU is on
 * @param installed whether the image installed the vectors itself
 * @param calls what it does, the calls that only a few inputs make first
 * @param ways how many ways through it were found
 * @param complete whether time and limits were enough for all of them
 * @param notes what a reader should know
 * @param seconds how long it took
 */
public record InferredAbi(
    String image,
    int vectors,
    Symbols symbols,
    boolean thumb,
    boolean mmu,
    boolean installed,
    List<InferredCall> calls,
    int ways,
    boolean complete,
    List<String> notes,
    double seconds) {

  /**
   * What was found as contracts, one for each immediate that the handler knows; the one with most
   * calls first. The first is called {@code id}.
   */
  public List<Contract> contracts(String id) {
    List<Contract> contracts = new ArrayList<>();
    for (int immediate : InferredContract.immediates(this)) {
      String name = contracts.isEmpty() ? id : id + "-" + Integer.toHexString(immediate);
      contracts.add(InferredContract.of(this, immediate, name));
    }
    return contracts;
  }

  /** What the instructions did in one run of each call, line by line. */
  public List<String> evidence() {
    List<String> lines = new ArrayList<>();
    for (InferredCall call : calls) {
      lines.add(call.when() + ":");
      EvidenceText.of(this, call).forEach(each -> lines.add("  " + each));
    }
    return lines;
  }

  /** Whether a call without any meaning comes to an end that a caller can go on from. */
  public boolean answers() {
    return calls.stream()
        .anyMatch(
            call ->
                call.behaviour().returns()
                    || call.behaviour().ending() == Ending.ENTERED
                    || call.behaviour().ending() == Ending.OFF);
  }

  /** How the first call ends, as a sentence. */
  public String sentence() {
    InferredCall call = calls.get(0);
    return "every call " + EvidenceText.ending(call.example(), call.behaviour());
  }
}
