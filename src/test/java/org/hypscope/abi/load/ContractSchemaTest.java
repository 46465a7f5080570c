package org.hypscope.abi.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that editors use accepts what the loader accepts, and refuses what it refuses. */
class ContractSchemaTest {
  private static final Path FILE = Path.of("assets/contracts/contract.schema.json");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final JsonNode SCHEMA = schema();

  private static JsonNode schema() {
    try {
      return new ObjectMapper().readTree(ContractShape.schema());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theCommittedSchemaIsUpToDate() throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FILE, ContractShape.schema());
    }
    assertThat(Files.readString(FILE))
        .as("mvn -q test -Dtest=ContractSchemaTest -Dgolden.update=true, then commit it")
        .isEqualTo(ContractShape.schema());
  }

  static List<Path> contracts() throws IOException {
    try (Stream<Path> files = Files.list(FILE.getParent())) {
      return files
          .filter(f -> f.toString().endsWith(".yaml") && !f.endsWith("index.yaml"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void everyBuiltInContractFitsAndNamesItsSchema(Path file) throws IOException {
    String text = Files.readString(file);

    assertThat(SchemaCheck.complaints(SCHEMA, YAML.readTree(text))).isEmpty();
    assertThat(text).startsWith("# yaml-language-server: $schema=contract.schema.json\n");
  }

  /** Mistakes that a schema can see; how names hang together is for the loader alone. */
  static Stream<Arguments> mistakes() {
    return ContractLoaderTest.mistakes()
        .filter(each -> !List.of((String[]) each.get()[2]).contains("not YAML"))
        .filter(each -> !List.of((String[]) each.get()[2]).contains("there twice"))
        .filter(each -> !List.of((String[]) each.get()[2]).contains("'lots' is no number"));
  }

  @ParameterizedTest(name = "mistake {index}: {1}")
  @MethodSource("mistakes")
  void whatTheLoaderRefusesTheSchemaRefuses(String right, String wrong, String[] says)
      throws IOException {
    String text = ContractLoaderTest.GOOD.replace(right, wrong);

    assertThat(SchemaCheck.complaints(SCHEMA, YAML.readTree(text))).isNotEmpty();
  }

  @Test
  void aRightContractFits() throws IOException {
    assertThat(SchemaCheck.complaints(SCHEMA, YAML.readTree(ContractLoaderTest.GOOD))).isEmpty();
  }
}
