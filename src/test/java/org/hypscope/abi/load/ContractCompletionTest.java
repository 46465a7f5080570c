package org.hypscope.abi.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hypscope.abi.load.ContractCompletion.Offer;
import org.junit.jupiter.api.Test;

/** What the schema allows where the caret stands. */
class ContractCompletionTest {
  private final ContractCompletion completion = new ContractCompletion();

  /** The words offered at the bar in {@code text}. */
  private List<String> at(String text) {
    int caret = text.indexOf('|');
    return completion.at(text.replace("|", ""), caret).stream().map(Offer::word).toList();
  }

  @Test
  void keysOfTheContractBeginAsWritten() {
    assertThat(at("id: X\n|")).contains("title", "owner", "calls", "probes").doesNotContain("when");
    assertThat(at("id: X\nba|")).containsExactly("bad-call");
    assertThat(at("id: X\nbad-|")).containsExactly("bad-call");
  }

  @Test
  void keysOfACallAreThoseOfItsItem() {
    String calls = "id: X\ncalls:\n  - kind: init\n    ";
    assertThat(at(calls + "|")).contains("when", "inputs", "clobbers").doesNotContain("title");
    assertThat(at("id: X\ncalls:\n  - |")).contains("kind", "when");
    assertThat(at(calls + "when: otherwise\n  - k|")).containsExactly("kind");
  }

  @Test
  void valuesAreThoseOfAnEnumeration() {
    assertThat(at("owner: |")).contains("stub", "kvm", "kvm-init");
    assertThat(at("owner: kvm-|")).containsExactly("kvm-init");
    assertThat(at("calls:\n  - kind: soft|")).containsExactly("soft-restart");
    assertThat(at("title: |")).isEmpty();
  }
}
