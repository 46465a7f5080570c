package org.hypscope.abi.infer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hypscope.abi.CallSpec;
import org.hypscope.abi.Contract;
import org.hypscope.abi.HypMmu;
import org.hypscope.abi.Input;
import org.hypscope.abi.Role;
import org.hypscope.abi.Value;
import org.hypscope.abi.Words;

/** A contract as people write a calling convention into a mail: on entry, on exit. */
public final class EntryExitTable {
  private final Contract contract;
  private final List<String> lines = new ArrayList<>();

  private EntryExitTable(Contract contract) {
    this.contract = contract;
  }

  /** The table, line by line. */
  public static List<String> of(Contract contract) {
    EntryExitTable table = new EntryExitTable(contract);
    table.entry();
    table.exit();
    return table.lines;
  }

  private void entry() {
    boolean usual = contract.immediate() == 0;
    lines.add("entry:" + (usual ? "" : " by HVC #0x" + Integer.toHexString(contract.immediate())));
    for (int register = 0; register < CallSpec.REGISTERS; register++) {
      String name = "r" + register;
      Map<String, List<String>> texts = new LinkedHashMap<>();
      List<String> numbers = new ArrayList<>();
      for (CallSpec call : contract.calls()) {
        Input input = call.inputs().get(register);
        if (input.role() == Role.SELECTOR) {
          numbers.add(call.when().text() + ": " + call.title());
        } else if (input.role() != Role.UNUSED) {
          String condition = call.when().text();
          texts.computeIfAbsent(role(input), r -> new ArrayList<>()).add(condition);
        }
      }
      if (!numbers.isEmpty()) {
        add(name + " = call number (" + String.join(", ", numbers) + ")");
      }
      texts.forEach((role, calls) -> add(name + " = " + role + forCalls(calls)));
    }
  }

  private void add(String line) {
    lines.add("  " + line);
  }

  private static String role(Input input) {
    return switch (input.role()) {
      case FUNCTION ->
          input.state() == Input.State.BUILD
              ? "function pointer (its state does not come from bit 0)"
              : "function pointer (bit 0 set for a Thumb function)";
      case VECTORS -> "vectors (bits 4 to 0 are dropped)";
      case ARGUMENT -> "argument";
      default -> input.role().words();
    };
  }

  private static String forCalls(List<String> conditions) {
    boolean all = conditions.contains("otherwise");
    return all ? " otherwise" : " for " + String.join("; ", conditions);
  }

  private void exit() {
    lines.add("exit:");
    contract.badCall().ifPresent(v -> add("r0 = " + signed(v) + " for invalid calls"));
    grouped(call -> call.returns() ? result(call.result()) : null);
    grouped(call -> call.enters() >= 0 ? "does not return, goes on at r" + call.enters() : null);
    grouped(call -> call.returns() || call.enters() >= 0 ? null : "does not return");
    grouped(call -> hvbar(call.hvbar()));
    grouped(call -> call.mmu() == HypMmu.DISABLED ? "the HYP MMU is off" : null);
    grouped(call -> call.mmu() == HypMmu.ENABLED ? "the HYP MMU is on" : null);
    grouped(call -> call.returns() ? lost(call) : null);
    add("otherwise registers preserved");
  }

  private void grouped(Function<CallSpec, String> text) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (CallSpec call : contract.calls()) {
      String line = text.apply(call);
      if (line != null) {
        texts.computeIfAbsent(line, l -> new ArrayList<>()).add(call.when().text());
      }
    }
    texts.forEach((line, calls) -> add(line + forCalls(calls)));
  }

  private static String result(Value value) {
    return switch (value.kind()) {
      case SAME -> null;
      case HVBAR -> "r0 = current vectors address";
      case RESULT -> "r0 = what the function returned";
      case NUMBER -> "r0 = " + signed(value.number());
      case REGISTER -> "r0 = " + value;
      default -> "r0 = a result of the call";
    };
  }

  private static String hvbar(Value value) {
    return switch (value.kind()) {
      case SAME -> null;
      case REGISTER -> "HVBAR = " + value;
      case CHANGED -> "HVBAR = other vectors of the handler";
      default -> "HVBAR is not what it was";
    };
  }

  private static String lost(CallSpec call) {
    List<String> lost = new ArrayList<>(call.clobbers());
    if (!call.result().equals(Value.SAME)) {
      lost.remove("r0");
    }
    if (lost.isEmpty()) {
      return null;
    }
    return Inputs.list(lost) + (lost.size() == 1 ? " is lost" : " are lost");
  }

  private static String signed(int value) {
    return value < 0 && value > -4096 ? Integer.toString(value) : Words.number(value);
  }
}
