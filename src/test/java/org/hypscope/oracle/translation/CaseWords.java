package org.hypscope.oracle.translation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hypscope.arm.sysreg.Encoding;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.oracle.lockstep.Supervisor;

/**
 * The words of a record of the supervisor: registers of translation, address translation operations
 * and the state of an access, and, from {@link Supervisor#OUT} on, what came of them.
 */
final class CaseWords {
  /** The most operations of a case. */
  static final int MOST_OPERATIONS = 8;

  /** What an operation leaves: vector, PAR (two words), HSR, HDFAR, HPFAR. */
  static final int OPERATION_WORDS = 6;

  /** The vector of an operation that takes no exception. */
  static final int NOT_TAKEN = 0xff;

  private static final List<String> LOADED =
      List.of(
          "HCR",
          "SCTLR",
          "TTBCR",
          "TTBR0",
          "TTBR1",
          "DACR",
          "MAIR0",
          "MAIR1",
          "CONTEXTIDR",
          "VBAR",
          "HTCR",
          "HTTBR",
          "HMAIR0",
          "HMAIR1",
          "VTCR",
          "VTTBR");

  private static final List<String> BANKED =
      List.of("ELR_hyp", "LR_abt", "SPSR_abt", "LR_und", "SPSR_und");

  private static final Map<String, String> SAVED = saved();
  private static final List<String> CONTROLS = controls();
  private static final List<String> RESULTS = results();

  static final int HSCTLR = CONTROLS.size();
  static final int R0_IN = HSCTLR + 1;
  static final int PC = R0_IN + 13;
  static final int PSR = PC + 1;
  static final int OPERATIONS = PSR + 1;
  static final int IN_COUNT = OPERATIONS + 1 + 2 * MOST_OPERATIONS;
  static final int OPERATIONS_OUT = RESULTS.size();
  static final int OUT_COUNT = OPERATIONS_OUT + MOST_OPERATIONS * OPERATION_WORDS;

  private CaseWords() {}

  private static Map<String, String> saved() {
    Map<String, String> saved = new LinkedHashMap<>();
    for (String name : List.of("HSR", "HDFAR", "HIFAR", "HPFAR", "DFSR", "DFAR", "IFSR", "IFAR")) {
      saved.put(name, narrow(name));
    }
    return saved;
  }

  private static List<String> controls() {
    List<String> words = new ArrayList<>();
    for (String name : LOADED) {
      words.add(name);
      if (wide(name) != null) {
        words.add(name + ".high");
      }
    }
    return List.copyOf(words);
  }

  private static List<String> results() {
    List<String> words = new ArrayList<>();
    for (int n = 0; n <= 12; n++) {
      words.add("R" + n);
    }
    words.add("vector");
    words.addAll(SAVED.keySet());
    words.addAll(List.of("PAR", "PAR.high"));
    BANKED.forEach(register -> words.add(register));
    words.add("SPSR_hyp");
    return List.copyOf(words);
  }

  /** The position of a control; of a wide one its low word. */
  static int control(String name) {
    return name.equals("HSCTLR") ? HSCTLR : CONTROLS.indexOf(name);
  }

  /** The names of the controls, by position. */
  static List<String> controlNames() {
    return CONTROLS;
  }

  /** The position of a result. */
  static int result(String name) {
    int at = RESULTS.indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException(name);
    }
    return at;
  }

  /** The names of the results of an access, by position. */
  static List<String> resultNames() {
    return RESULTS;
  }

  private static String narrow(String name) {
    return SysRegs.byName(name).encodings().get(0).toString().replace("Rt", "r1");
  }

  private static String wide(String name) {
    SysReg register = SysRegs.byName(name);
    return register.encodings().stream()
        .filter(Encoding::wide)
        .map(each -> each.toString().replace("Rt2", "r2").replace("Rt", "r1"))
        .findFirst()
        .orElse(null);
  }

  /** The constants and macros that the supervisor is made with. */
  static String definitions() {
    StringBuilder text = new StringBuilder();
    constant(text, "R0", 0);
    constant(text, "VECTOR", result("vector"));
    constant(text, "NOT_TAKEN", NOT_TAKEN);
    constant(text, "R0_IN", R0_IN);
    constant(text, "PC", PC);
    constant(text, "PSR", PSR);
    constant(text, "HSCTLR", HSCTLR);
    constant(text, "OPERATIONS", OPERATIONS);
    constant(text, "OPERATIONS_OUT", OPERATIONS_OUT);
    load(text);
    save(text);
    clear(text);
    text.append(".macro ROUTINES\n");
    for (SysReg operation : Operations.all()) {
      String operands = operation.encodings().get(0).toString().replace("Rt", "r11");
      text.append(String.format("mcr %s%nisb%nbx lr%nnop%n", operands));
    }
    text.append(".endm\n.macro SNIPPETS\n");
    Snippet.all().forEach(each -> text.append(each.source()));
    return text.append(".endm\n").toString();
  }

  private static void constant(StringBuilder text, String name, int value) {
    text.append(String.format(".equ %s, %d%n", name, value));
  }

  private static void load(StringBuilder text) {
    text.append(".macro LOAD\n");
    for (String name : LOADED) {
      String wide = wide(name);
      int at = 4 * control(name);
      text.append(String.format("ldr r1, [sp, #%d]%n", at));
      if (wide != null) {
        text.append(String.format("ldr r2, [sp, #%d]%nmcrr %s%n", at + 4, wide));
      } else {
        text.append(String.format("mcr %s%n", narrow(name)));
      }
    }
    text.append(".endm\n");
  }

  private static void save(StringBuilder text) {
    text.append(".macro SAVE\n");
    SAVED.forEach((name, operands) -> store(text, "mrc " + operands, name));
    text.append(String.format("mrrc %s%n", wide("PAR")));
    text.append(String.format("str r1, [sp, #%d]%n", Supervisor.OUT + 4 * result("PAR")));
    text.append(String.format("str r2, [sp, #%d]%n", Supervisor.OUT + 4 * result("PAR.high")));
    BANKED.forEach(name -> store(text, "mrs r1, " + name, name));
    store(text, "mrs r1, SPSR", "SPSR_hyp");
    text.append(".endm\n");
  }

  private static void store(StringBuilder text, String read, String name) {
    text.append(String.format("%s%nstr r1, [sp, #%d]%n", read, Supervisor.OUT + 4 * result(name)));
  }

  private static void clear(StringBuilder text) {
    text.append(".macro CLEAR\nmov r1, #0\nmov r2, #0\n");
    SAVED.forEach((name, operands) -> text.append(String.format("mcr %s%n", operands)));
    text.append(String.format("mcrr %s%n", wide("PAR")));
    BANKED.forEach(name -> text.append(String.format("msr %s, r1%n", name)));
    text.append("mov lr, r1\n.endm\n");
  }
}
