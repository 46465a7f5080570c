package org.hypscope.abi.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hypscope.abi.AbiEngine;
import org.hypscope.abi.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A contract file is either understood whole, or refused with the place of the mistake. */
class ContractLoaderTest {
  static final String GOOD =
      """
      id: MINE
      title: My handler
      kernel: none
      source: written here
      immediate: 7
      owner: kvm
      bad-call: -38
      calls:
        - kind: call-function
          when: r0 >= 0x100 and r1 != 0
          inputs: {r0: function, r1: argument}
          result: result
          clobbers: [r0, r12]
      probes:
        - try: {r0: function, r1: 1}
          expect: {returns: true, calls: r0, r0: result, hvbar: same}
      """;

  static Stream<Arguments> mistakes() {
    return Stream.of(
        wrong("owner: kvm", "owner: xen", ":6:", "owner", "stub, kvm-init, kvm"),
        wrong("owner: kvm", "owners: kvm", ":6:", "owners", "unknown key"),
        wrong("title: My handler\n", "", ":1:", "'title' is missing"),
        wrong("r0 >= 0x100", "r13 >= 0x100", ":10:", "when", "'r13 >= 0x100' is no condition"),
        wrong("0x100", "lots", ":10:", "'lots' is no number"),
        wrong("r1: argument", "r1: arguments", ":11:", "r1", "page-table"),
        wrong("r1: argument}", "r13: argument}", ":11:", "r13", "unknown key"),
        wrong("[r0, r12]", "[r0, r13]", ":13:", "'r13' is not known here; use one of r0,"),
        wrong("returns: true", "returns: yes please", ":16:", "use one of true, false"),
        wrong("calls: r0", "calls: r13", ":16:", "use one of r0, r1"),
        wrong("immediate: 7", "immediate: 0x1ffffffff", ":5:", "does not fit 32 bits"),
        wrong("kind: call-function", "kind: [call-function]", ":9:", "expected one value"),
        wrong("id: MINE", "id: MINE\nid: YOURS", ":2:", "there twice"),
        wrong("calls:\n", "calls: []\nmore:\n", "more", "unknown key"),
        wrong("  result: result", "  result: results", ":12:", "result", "none of r0 to r12"),
        wrong("clobbers:", "functions: [void f)]\n    clobbers:", "functions", "unknown key"),
        wrong("probes:", "functions: [void f)]\nprobes:", "functions", "is no prototype"),
        wrong("r1: argument}", "r1: {role: argument, address: x}}", ":11:", "address", "physical"),
        wrong("bad-call: -38", "errors: [{value: 1}]", ":7:", "'means' is missing"),
        wrong("  - kind", "  - {kind", "not YAML"));
  }

  private static Arguments wrong(String right, String wrong, String... says) {
    return Arguments.of(right, wrong, says);
  }

  @ParameterizedTest(name = "mistake {index}: {1}")
  @MethodSource("mistakes")
  void mistakesAreNamedWithTheirPlace(String right, String wrong, String[] says) {
    assertThat(GOOD).contains(right);

    assertThatThrownBy(() -> ContractLoader.parse("mine.yaml", GOOD.replace(right, wrong)))
        .isInstanceOf(AbiFileException.class)
        .message()
        .startsWith("mine.yaml:")
        .contains(says)
        .doesNotContain("\n");
  }

  @Test
  void aFileOfTheUsersOwnIsRead(@TempDir Path folder) throws IOException, AbiFileException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), GOOD);

    Contract contract = ContractLoader.load(file);

    assertThat(contract.immediate()).isEqualTo(7);
    assertThat(contract.badCall()).contains(-38);
    assertThat(contract.callFor(new int[] {0x100, 1, 0, 0})).isPresent();
    assertThat(contract.callFor(new int[] {0xff, 1, 0, 0})).isEmpty();
    assertThat(contract.callFor(new int[] {0x100, 0, 0, 0})).isEmpty();
    assertThat(AbiEngine.withBuiltIns().with(List.of(contract)).contract("MINE"))
        .isEqualTo(contract);
  }

  @Test
  void aFolderOfTheUsersOwnIsReadWhole(@TempDir Path folder) throws IOException, AbiFileException {
    Files.writeString(folder.resolve("mine.yaml"), GOOD);
    Files.writeString(folder.resolve("notes.txt"), "no contract");

    assertThat(ContractLoader.loadFolder(folder)).extracting(Contract::id).containsExactly("MINE");
    assertThat(ContractLoader.loadFolder(folder.resolve("none"))).isEmpty();
    Files.writeString(folder.resolve("wrong.yaml"), "id: [");
    assertThatThrownBy(() -> ContractLoader.loadFolder(folder)).hasMessageContaining("wrong.yaml:");
  }

  @Test
  void filesThatCannotBeReadAreRefused(@TempDir Path folder) throws IOException {
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    for (Path path : List.of(folder.resolve("missing.yaml"), folder, binary)) {
      assertThatThrownBy(() -> ContractLoader.load(path))
          .isInstanceOf(AbiFileException.class)
          .hasMessageStartingWith(path.toString());
    }
    assertThatThrownBy(() -> ContractLoader.parse("empty.yaml", ""))
        .hasMessageContaining("empty.yaml:1:1: the file is empty");
  }

  @Test
  void theExampleInTheManualIsAContract() throws IOException, AbiFileException {
    String manual = Files.readString(Path.of("assets/contracts/README.md"));
    String example = manual.split("```yaml\n")[1].split("```")[0];

    assertThat(ContractLoader.parse("README.md", example).id()).isEqualTo("MINE");
  }

  @Test
  void theIndexListsEveryContract() throws IOException {
    List<String> files;
    try (Stream<Path> paths = Files.list(Path.of("assets/contracts"))) {
      files = paths.map(path -> path.getFileName().toString()).toList();
    }

    assertThat(ContractLoader.builtIn())
        .extracting(contract -> contract.id() + ".yaml")
        .containsExactlyInAnyOrderElementsOf(
            files.stream().filter(f -> f.endsWith(".yaml") && !f.equals("index.yaml")).toList());
  }

  @Test
  void everyGenerationIsBuiltIn() {
    assertThat(ContractLoader.builtIn())
        .extracting(Contract::id)
        .startsWith("S0", "S1", "I1", "I2", "K1", "K2", "K2b", "S3", "S4", "I4", "K4", "S5")
        .contains("A64", "XEN", "JH", "JH0", "JH4", "PSCI");
  }
}
