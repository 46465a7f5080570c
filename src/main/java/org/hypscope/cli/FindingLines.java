package org.hypscope.cli;

import java.io.PrintWriter;
import org.hypscope.abi.AbiView;
import org.hypscope.abi.CheckedCall;
import org.hypscope.abi.Finding;
import org.hypscope.abi.Prediction;

/** Checked calls and findings as {@code check} prints them. */
final class FindingLines {
  private FindingLines() {}

  static void text(Finding finding, PrintWriter out) {
    out.printf(
        "%s: %s (detail %d) %s %s%n",
        severity(finding), finding.rule(), finding.detail(), finding.at(), finding.symbol());
    out.printf("  what   %s%n", finding.what());
    out.printf("  why    %s%n", finding.why());
    out.printf("  to do  %s%n", finding.toDo());
  }

  static Json json(String image, Finding finding) {
    return new Json()
        .put("type", "finding")
        .put("image", image)
        .put("rule", finding.rule())
        .put("detail", finding.detail())
        .put("severity", severity(finding))
        .put("at", finding.at().toString())
        .hex("address", finding.address())
        .put("symbol", finding.symbol())
        .put("what", finding.what())
        .put("why", finding.why())
        .put("to_do", finding.toDo());
  }

  static Json json(String image, CheckedCall call) {
    AbiView view = call.view();
    Prediction prediction = view.prediction();
    Json json =
        new Json()
            .put("type", "hypercall")
            .put("image", image)
            .put("number", call.number())
            .put("at", view.at().toString())
            .hex("pc", call.pc())
            .put("symbol", call.symbol())
            .put("caller", view.caller().contractIds())
            .put("call", view.caller().call())
            .put("caller_evidence", view.caller().evidence())
            .put("handler", view.handler().contractIds())
            .put("owner", view.handler().owner())
            .put("handler_evidence", view.handler().evidence())
            .put("predicted", prediction.outcome().word())
            .put("prediction", view.verdict())
            .put("unpredictable", prediction.unpredictable());
    call.verdict()
        .ifPresent(
            verdict ->
                json.put("outcome", verdict.outcome().word())
                    .put("held", verdict.held())
                    .put("verdict", verdict.sentence())
                    .hex("ret_r0", verdict.r0After())
                    .hex("hvbar_after", verdict.hvbarAfter()));
    return json;
  }

  private static String severity(Finding finding) {
    return finding.severity().word();
  }
}
