package org.hypscope.abi.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hypscope.abi.CallKind;
import org.hypscope.abi.CallSpec;
import org.hypscope.abi.Condition;
import org.hypscope.abi.Contract;
import org.hypscope.abi.HypMmu;
import org.hypscope.abi.Input;
import org.hypscope.abi.OwnerClass;
import org.hypscope.abi.Prototype;
import org.hypscope.abi.Role;
import org.hypscope.abi.Value;
import org.hypscope.abi.Words;

/** The shape of a contract file, from which the loader's checks and the JSON Schema are made. */
public final class ContractShape {
  /** r0 to r12. */
  static final List<String> REGISTERS =
      IntStream.range(0, CallSpec.REGISTERS).mapToObj(n -> "r" + n).toList();

  /** What a probe may put in a register, beside a number. */
  static final List<String> THINGS =
      List.of("vectors", "function", "restart-function", "stack", "page-table");

  private static final String NUMBER_TEXT = "-?(0[xX][0-9A-Fa-f_]+|[0-9][0-9_]*)";
  private static final Shape TEXT = new Shape.Text();
  private static final Shape TRUTH = new Shape.Choice(List.of("true", "false"));
  private static final Shape NUMBER = new Shape.Parsed(NUMBER_TEXT, true, Words::parse);
  private static final Shape VALUE = new Shape.Parsed(Value.PATTERN, true, Value::parse);
  private static final Shape REGISTER = new Shape.Choice(REGISTERS);
  private static final Shape ROLE = Shape.Choice.of(Role.values(), r -> ((Role) r).word());

  private static final Shape INPUT =
      new Shape.Mapping()
          .need("role", ROLE, "What the register is for.")
          .may(
              "address",
              Shape.Choice.of(Input.Space.values(), s -> ((Input.Space) s).word()),
              "By which addresses it is meant: physical, or a virtual address of HYP.")
          .may("alignment", NUMBER, "In bytes; by default that of the role.")
          .may(
              "state",
              Shape.Choice.of(Input.State.values(), s -> ((Input.State) s).word()),
              "What decides the state in which the address is entered: its bit 0, or the"
                  + " handler's build.")
          .may("name", TEXT, "What a document calls it.");

  private static final Shape CALL =
      new Shape.Mapping()
          .need(
              "kind",
              Shape.Choice.of(CallKind.values(), k -> ((CallKind) k).word()),
              "What the call asks for.")
          .may("name", TEXT, "What a document calls it, such as PSCI_VERSION.")
          .need(
              "when",
              new Shape.Parsed(Condition.PATTERN, false, Condition::parse),
              "Which registers mean this call: r0 == -1, r0 < 3 (unsigned), r12 in 0..56,"
                  + " r0 == 0 and r1 == 0, or otherwise. The first call that holds counts.")
          .may("inputs", registers(new Shape.Either(ROLE, INPUT)), "What each register is for.")
          .may("callers", list(TEXT), "Functions of the kernel that make this call.")
          .may("returns", TRUTH, "false for a call that leaves for good.")
          .may("enters", REGISTER, "The register whose address is entered in HYP for good.")
          .may("result", VALUE, "r0 after the return.")
          .may("hvbar", VALUE, "HVBAR after the call; same if absent.")
          .may("httbr", VALUE, "The low word of HTTBR after the call; any if absent.")
          .may(
              "hyp-mmu",
              Shape.Choice.of(HypMmu.values(), m -> ((HypMmu) m).word()),
              "HSCTLR.M after the call; same if absent.")
          .may(
              "clobbers",
              list(new Shape.Choice(clobberable())),
              "Registers that may change; all others are preserved.")
          .may("callers-speak", TEXT, "The contract that callers of this call are said to speak.");

  private static final Shape EXPECT =
      new Shape.Mapping()
          .need("returns", TRUTH, "Whether it comes back to the caller.")
          .may("calls", REGISTER, "The register whose address is entered in HYP.")
          .may("arguments", list(NUMBER), "r0, r1, r2 at the function that is called.")
          .may("r0", VALUE, "r0 after the return.")
          .may("hvbar", VALUE, "HVBAR afterwards.")
          .may("sp-hyp", VALUE, "SP_hyp afterwards.");

  private static final Shape PROBE =
      new Shape.Mapping()
          .need("try", registers(thing()), "What is put in the registers; 0 where nothing is said.")
          .need("expect", EXPECT, "What must be seen.");

  /** A whole file. */
  static final Shape.Mapping CONTRACT =
      new Shape.Mapping()
          .need("id", TEXT, "A short name, such as K2.")
          .need("title", TEXT, "One line.")
          .need("kernel", TEXT, "The kernel versions, or what else it belongs to.")
          .need("source", TEXT, "Where it was read.")
          .may("symbols", list(TEXT), "What its vector tables are called.")
          .may("fingerprints", new Shape.ListOf(fingerprint(), 1), "Code known to follow it.")
          .may("immediate", NUMBER, "Of its HVC; 0 if absent.")
          .may(
              "scope",
              Shape.Choice.of(Contract.Scope.values(), s -> ((Contract.Scope) s).word()),
              "Who calls: the host's kernel (if absent), a guest too, or nobody on this board.")
          .need("owner", new Shape.Choice(owners()), "The pattern of the HVBAR ribbon.")
          .may("bad-call", NUMBER, "r0 after a call that is none of calls.")
          .may("errors", new Shape.ListOf(error(), 1), "What else tells of a failure.")
          .need("calls", new Shape.ListOf(CALL, 1), "The calls, in the order of being told apart.")
          .may(
              "functions",
              list(new Shape.Parsed(Prototype.PATTERN, false, Prototype::parse)),
              "C prototypes of HYP functions that its callers call: void f(struct kvm *, u64).")
          .may("probes", new Shape.ListOf(PROBE, 1), "The behaviour that identifies the handler.");

  private ContractShape() {}

  /** The JSON Schema (draft 2020-12) of a contract file, as text. */
  public static String schema() {
    Map<String, Object> schema =
        Shape.object(
            "$schema",
            "https://json-schema.org/draft/2020-12/schema",
            "title",
            "HypScope contract",
            "description",
            "A calling convention between a kernel and HYP mode.");
    schema.putAll(CONTRACT.schema());
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(DefaultPrettyPrinter.FixedSpaceIndenter.instance);
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(schema) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Shape list(Shape item) {
    return new Shape.ListOf(item, 0);
  }

  private static Shape registers(Shape each) {
    Shape.Mapping registers = new Shape.Mapping();
    REGISTERS.forEach(register -> registers.may(register, each, "For " + register + "."));
    return registers;
  }

  private static Shape thing() {
    return new Shape.Parsed(
        String.join("|", THINGS) + "|" + NUMBER_TEXT,
        true,
        text -> THINGS.contains(text) ? text : Words.parse(text));
  }

  private static Shape error() {
    return new Shape.Mapping()
        .need("value", NUMBER, "r0.")
        .need("means", TEXT, "What it tells, such as NOT_SUPPORTED.");
  }

  private static Shape fingerprint() {
    return new Shape.Mapping()
        .need("bytes", NUMBER, "How many bytes, from the vector table on.")
        .need("sha256", new Shape.Parsed("[0-9a-f]{64}", false, t -> hash(t)), "Their SHA-256.")
        .need("of", TEXT, "Which build they were taken from.");
  }

  private static String hash(String text) {
    if (!text.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("'" + text + "' is no SHA-256; write 64 hex digits");
    }
    return text;
  }

  private static List<String> owners() {
    return Arrays.stream(OwnerClass.values())
        .filter(owner -> owner != OwnerClass.OVERWRITTEN)
        .map(OwnerClass::word)
        .toList();
  }

  private static List<String> clobberable() {
    List<String> names = new ArrayList<>(REGISTERS);
    names.addAll(List.of("sp", "lr"));
    return names;
  }
}
