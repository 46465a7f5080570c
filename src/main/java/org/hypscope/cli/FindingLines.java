package org.hypscope.cli;

import java.io.PrintWriter;
import org.hypscope.abi.AbiView;
import org.hypscope.abi.CheckedCall;
import org.hypscope.abi.Finding;
import org.hypscope.abi.Prediction;

/**
 * Checked calls and findings as {@code check} prints them.
 *
 * @param severalCores whether it is said on which core a call is made
 */
record FindingLines(boolean severalCores) {
  void text(CheckedCall call, PrintWriter out) {
    out.printf(
        "  hvc:%d  %s  %s%s%n",
        call.number(), call.view().at(), onCore(call.core()), call.symbol());
    out.printf(
        "      %s (%s); %s (%s)%n",
        call.view().caller().sentence(),
        call.view().caller().confidence().word(),
        call.view().handler().sentence(),
        call.view().handler().confidence().word());
    out.printf("      before: %s%n", call.view().verdict());
    call.verdict().ifPresent(verdict -> out.printf("      after:  %s%n", verdict.sentence()));
  }

  private String onCore(int core) {
    return severalCores ? "core " + core + "  " : "";
  }

  void text(Finding finding, PrintWriter out) {
    out.printf(
        "%s: %s (detail %d) %s %s%s%n",
        severity(finding),
        finding.rule(),
        finding.detail(),
        finding.at(),
        onCore(finding.core()),
        finding.symbol());
    out.printf("  what   %s%n", finding.what());
    out.printf("  why    %s%n", finding.why());
    out.printf("  to do  %s%n", finding.toDo());
  }

  Json json(String image, Finding finding) {
    return withCore(finding.core(), new Json().put("type", "finding").put("image", image))
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

  private Json withCore(int core, Json json) {
    return severalCores ? json.put("core", core) : json;
  }

  Json json(String image, CheckedCall call) {
    AbiView view = call.view();
    Prediction prediction = view.prediction();
    Json json =
        withCore(call.core(), new Json().put("type", "hypercall").put("image", image))
            .put("number", call.number())
            .put("at", view.at().toString())
            .hex("pc", call.pc())
            .put("symbol", call.symbol())
            .put("caller", view.caller().contractIds())
            .put("call", view.caller().call())
            .put("caller_confidence", view.caller().confidence().word())
            .put("vmid", view.caller().vmid())
            .put("caller_evidence", view.caller().evidence())
            .put("handler", view.handler().contractIds())
            .put("owner", view.handler().owner())
            .put("handler_confidence", view.handler().confidence().word())
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
