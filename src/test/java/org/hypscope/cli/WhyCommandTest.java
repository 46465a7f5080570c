package org.hypscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code why} names the instant at which a value was made, and those that it was made from. */
class WhyCommandTest {
  @Test
  void codeOfHypIsNamedThroughItsOwnTranslation() {
    Prompt why = Prompt.run("why", "kvm-host-k4", "PC", "--at", "hvc:14");
    assertThat(why.out())
        .contains("written by eret at 0xc0010894 (__kvm_vcpu_run+0x90)")
        .contains("(leave_guest)");
  }

  @Test
  void followsHvbarFromTheHandlerThatWroteItToTheCallersConstant() {
    Prompt prompt = Prompt.run("why", "kdump-k2", "HVBAR", "--at", "hvc:3");
    assertThat(prompt.status()).isEqualTo(0);
    assertThat(prompt.out().lines())
        .element(1)
        .asString()
        .startsWith("HVBAR = 0x400101a0, written by mcr 15, 4, r0, cr12, cr0, {0} at ")
        .contains("(__hyp_stub_do_trap+0x8), #52.");
    assertThat(prompt.out()).contains("\n  from R0 = 0x400101a0, written by movt r0, #16385");
  }

  @Test
  void tellsTheSameAsJson() {
    JsonNode json =
        Prompt.run("why", "kdump-k2", "HVBAR", "--at", "hvc:3", "--format", "json").json().get(0);
    assertThat(json.get("mark").asText()).isEqualTo("#52");
    assertThat(json.get("from").get(0).get("place").asText()).isEqualTo("R0");
  }

  @Test
  void saysThatAnExceptionEntryOrResetWroteIt() {
    assertThat(Prompt.run("why", "kdump-k2", "ELR_hyp", "--at", "hvc:1+1").out())
        .contains("ELR_hyp = ")
        .contains("set by the exception entry at hvc");
    assertThat(Prompt.run("why", "kdump-k2", "TPIDRURW").out())
        .contains("as the board has it at reset");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HCR.XX | HCR has no field 'XX': it has TGE",
        "CPSR.X | CPSR has no field 'X': it has N, Z",
        "SP_hyp.M | SP_hyp has no fields",
        "nonsense | 'nonsense' is no register, field, symbol or address",
        "PA:0x09000000 | belongs to a device"
      })
  void whatCannotBeAskedIsOneSentence(String what, String sentence) {
    Prompt prompt = Prompt.run("why", "kdump-k2", what);
    assertThat(prompt.status()).isEqualTo(2);
    assertThat(prompt.err()).contains(sentence).hasLineCount(1);
  }

  @Test
  void saysWhatBroughtThePcAndTheModeThere() {
    assertThat(Prompt.run("why", "kdump-k2", "PC", "--at", "hvc:4+1").out())
        .contains("PC = 0x400101d4, set by the exception entry at hvc 0 at 0x4001045c")
        .contains("  from HVBAR = 0x400101c0, written by mcr");
    assertThat(Prompt.run("why", "kdump-k2", "CPSR.M", "--at", "hvc:4").out())
        .contains("CPSR.M = 0x13, written by eret")
        .contains("  from SPSR_hyp.M = 0x13, set by the exception entry at hvc 0")
        .contains("    from CPSR.M = 0x13, written by eret");
  }

  @Test
  void saysWhoOwnedHvbarWhen() {
    assertThat(Prompt.run("why", "kdump-k2", "--owner").out().lines())
        .element(3)
        .asString()
        .matches("#91 +to #673 +K2 \\(kvm\\), HVBAR 0x400101c0 __kvm_hyp_vector");
    JsonNode stub = Prompt.run("why", "kdump-k2", "--owner", "--format", "json").json().get(1);
    assertThat(stub.get("owner").asText()).isEqualTo("S0");
    assertThat(stub.get("from").asText()).isEqualTo("#7");
    assertThat(stub.get("to").asText()).isEqualTo("#53");
  }

  @Test
  void saysWhenAConditionHeldLast() {
    assertThat(Prompt.run("why", "kdump-k2", "--when", "SP_hyp==SP_svc").out())
        .isEqualTo(
            "Before #673, SP_hyp==SP_svc held last at #33, HYP at 0x40010084 (_start+0x84).\n");
    Prompt never = Prompt.run("why", "kdump-k2", "--when", "r0==2", "--at", "hvc:4-8");
    assertThat(never.status()).isEqualTo(1);
    assertThat(never.out()).isEqualTo("r0==2 held at no instant before #402.\n");
    JsonNode json =
        Prompt.run("why", "kdump-k2", "--when", "CPSR.M==HYP", "--at", "hvc:4", "--format", "json")
            .json()
            .get(0);
    assertThat(json.get("mode").asText()).isEqualTo("HYP");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"HVBAR --owner | Ask one question", "--when r0= | something is missing at its end"})
  void asksForOneQuestionThatMeansSomething(String arguments, String sentence) {
    String[] all = ("why kdump-k2 " + arguments).split(" ");
    Prompt prompt = Prompt.run(all);
    assertThat(prompt.status()).isEqualTo(2);
    assertThat(prompt.err()).contains(sentence).hasLineCount(1);
  }
}
