package org.hypscope.debug.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.JournalView;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.Target;
import org.hypscope.debug.UnusableTargetException;
import org.junit.jupiter.api.Test;

/**
 * A session file that is JSON, but has something else in it than any session had, is a session that
 * can be opened, run and stopped, or is refused in one sentence.
 */
class MutatedSessionsTest {
  private static final int TRIES = 300;
  private static final int MANY = 20_000;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LONG_TEXT = 5_000;
  private static final int DEEP = 50;

  /** One change: at a place, told by a number, to another value. */
  private record Mutation(int place, int kind, JsonNode value) {}

  @Property(tries = TRIES, seed = "31")
  void isASessionOrIsRefusedInOneSentence(@ForAll("mutations") List<Mutation> mutations)
      throws Exception {
    openMutated(mutations);
  }

  /** The same with other changes each time, in the long run. */
  @Property(tries = MANY)
  void manyAreSessionsOrAreRefusedInOneSentence(@ForAll("mutations") List<Mutation> mutations)
      throws Exception {
    if (Boolean.getBoolean("hypscope.long")) {
      openMutated(mutations);
    }
  }

  private static void openMutated(List<Mutation> mutations) throws Exception {
    JsonNode root = MAPPER.readTree(SessionWriter.write(SessionFileTest.full()));
    mutations.forEach(each -> mutate(root, each));
    open(MAPPER.writeValueAsBytes(root));
  }

  @Provide
  Arbitrary<List<Mutation>> mutations() {
    Arbitrary<Integer> places = Arbitraries.integers().between(0, 1_000);
    Arbitrary<Integer> kinds = Arbitraries.integers().between(0, 9);
    return Combinators.combine(places, kinds, values())
        .as(Mutation::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  private static Arbitrary<JsonNode> values() {
    Arbitrary<JsonNode> numbers =
        Arbitraries.longs().edgeCases(edges -> edges.add(1L << 62, -1L)).map(NODES::numberNode);
    Arbitrary<JsonNode> texts =
        Arbitraries.of(
                "",
                "NaN",
                "0x",
                "-0x1",
                "0xffffffffffffffff",
                "#9223372036854775807.2147483647",
                "#1.99999999999",
                "end",
                "hvc:1",
                "mode=MON",
                "HVBAR+0x1c",
                "\u0000",
                "../../etc",
                "CPSR",
                "PC",
                "FPSCR",
                "HCR",
                "virt-secure",
                "virt-a7",
                "a".repeat(LONG_TEXT))
            .map(NODES::textNode);
    Arbitrary<JsonNode> others =
        Arbitraries.of(
            NODES.nullNode(),
            NODES.booleanNode(true),
            NODES.numberNode(0.5),
            NODES.numberNode(1e300),
            NODES.numberNode(BigInteger.ONE.shiftLeft(100)),
            NODES.objectNode(),
            NODES.arrayNode(),
            deep());
    return Arbitraries.oneOf(numbers, texts, others);
  }

  private static JsonNode deep() {
    ArrayNode outer = NODES.arrayNode();
    ArrayNode inner = outer;
    for (int n = 0; n < DEEP; n++) {
      inner = inner.addArray();
    }
    return outer;
  }

  private static void mutate(JsonNode root, Mutation mutation) {
    List<JsonNode> containers = new ArrayList<>();
    collect(root, containers);
    JsonNode in = containers.get(mutation.place % containers.size());
    if (in instanceof ObjectNode object) {
      List<String> keys = new ArrayList<>();
      object.fieldNames().forEachRemaining(keys::add);
      String key = keys.isEmpty() ? "new" : keys.get(mutation.place / 7 % keys.size());
      switch (mutation.kind) {
        case 0 -> object.remove(key);
        case 1 -> object.set("unknown", mutation.value);
        default -> object.set(key, mutation.value);
      }
    } else if (in instanceof ArrayNode array) {
      int at = array.isEmpty() ? 0 : mutation.place / 7 % array.size();
      switch (mutation.kind) {
        case 0, 1, 2 -> array.insert(at, mutation.value);
        case 3, 4 -> array.add(array.path(at).deepCopy());
        case 5 -> array.insert(0, array.path(array.size() - 1).deepCopy());
        default -> array.remove(at);
      }
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(each -> collect(each, containers));
    }
  }

  /** What was read is opened on the sample, resumed, and stopped at once where it is long. */
  private static void open(byte[] contents) throws Exception {
    try {
      SessionFile session = SessionReader.read("mutated", contents);
      Target target = search().load(session.image());
      try (DebugSession opened = session.open(target)) {
        resume(session, opened);
      }
    } catch (UnusableTargetException e) {
      assertThat(e.getMessage()).endsWith(".");
      assertThat(e.getMessage().lines()).hasSize(1);
      assertThat(e.getMessage().length()).isLessThan(1_000);
    }
  }

  private static void resume(SessionFile session, DebugSession opened) throws Exception {
    CompletableFuture<Snapshot> resumed = session.resume(opened);
    if (session.journal().end() > 1_000_000) {
      opened.pause();
    }
    Snapshot there = resumed.get(60, TimeUnit.SECONDS);
    assertThat(there.stop().text()).isNotEmpty();
    assertThat(there.journal().steps()).isLessThanOrEqualTo(there.journal().end());
  }

  private static ImageSearch search() throws Exception {
    byte[] elf = Files.readAllBytes(Path.of("samples/kdump-k2/kdump-k2.elf"));
    return new ImageSearch(Optional.empty(), Optional.empty(), true, name -> Optional.of(elf));
  }

  @Test
  void aRunOfTwoToTheSixtySecondStepsCanBeStopped() throws Exception {
    SessionFile full = SessionFileTest.full();
    JournalView far = new JournalView(List.of(), 1L << 60, 1L << 60);
    Target target = search().load(full.image());
    try (DebugSession opened = DebugSession.open(target)) {
      CompletableFuture<Snapshot> resumed = opened.resume(far, 0);
      opened.pause();
      assertThat(resumed.get(60, TimeUnit.SECONDS).stop().text()).isNotEmpty();
    }
  }

  @Test
  void nothingIsUnpackedAndNoKeyMayComeTwice() throws Exception {
    String good = new String(SessionWriter.write(SessionFileTest.full()), StandardCharsets.UTF_8);
    refused(good.replaceFirst("\"notes\"", "\"notes\" : \"\", \"notes\""));
    refused("\u001f\u008b\b" + good);
    refused(good.replace("\"at\" : 1,", "\"at\" : NaN,"));
    refused(good.replace("\"at\" : 1,", "\"at\" : " + "9".repeat(1_000_000) + ","));
    refused(good.replace("\"notes\" : \"", "\"notes\" : \"" + "n".repeat(2 << 20)));
    refused(good.replace("\"typed\" : \"6162\"", "\"typed\" : \"" + "0".repeat(17 << 20) + "\""));
  }

  private static void refused(String contents) {
    try {
      SessionReader.read("bad", contents.getBytes(StandardCharsets.ISO_8859_1));
      fail("was read");
    } catch (UnusableTargetException e) {
      assertThat(e.getMessage()).endsWith(".").doesNotContain("\n");
      assertThat(e.getMessage().length()).isLessThan(1_000);
    }
  }
}
