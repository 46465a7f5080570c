package org.hypscope.ui.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.hypscope.abi.load.AbiFileException;
import org.hypscope.abi.load.ContractLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A contract that is being written says where it is wrong, and is kept under its id. */
class ContractModelTest {
  @TempDir Path folder;

  @Test
  void everyBuiltInTextIsAContract() throws AbiFileException {
    assertThat(ContractLoader.texts(folder)).containsKeys("S0", "K4", "XEN");
    assertThat(ContractLoader.texts(folder).values())
        .allSatisfy(text -> assertThat(ContractModel.check(text).contract()).isPresent());
  }

  @Test
  void whatIsWrongHasALineAndAColumn() throws AbiFileException {
    String right = ContractLoader.texts(folder).get("S4");
    ContractModel.Check check = ContractModel.check(right.replace("owner: stub", "owner: stubb"));

    assertThat(check.contract()).isEmpty();
    assertThat(right.lines().toList().get(check.line() - 1)).startsWith("owner:");
    assertThat(check.column()).isEqualTo(8);
    assertThat(check.sentence()).contains("stubb").doesNotContain("contract:");
    assertThat(ContractModel.check("id: [").line()).isPositive();
    assertThat(ContractModel.check("").sentence()).contains("empty");
  }

  @Test
  void aContractIsKeptUnderItsIdAndReplacesTheBuiltInOne() throws Exception {
    Path own = folder.resolve("contracts");
    String mine = ContractLoader.texts(own).get("S4").replace("title: ", "title: My ");

    assertThat(ContractLoader.save(own, mine)).isEqualTo(own.resolve("S4.yaml")).hasContent(mine);
    assertThat(ContractLoader.texts(own).get("S4")).isEqualTo(mine);
    assertThat(ContractLoader.loadFolder(own).get(0).title()).startsWith("My ");
  }

  @Test
  void anIdThatLeadsOutOfTheFolderIsRefused() throws Exception {
    String mine = ContractLoader.texts(folder).get("S4").replace("id: S4", "id: ../S4");

    assertThatThrownBy(() -> ContractLoader.save(folder, mine))
        .isInstanceOf(AbiFileException.class)
        .hasMessageContaining("'../S4'");
    assertThat(Files.list(folder)).isEmpty();
  }
}
