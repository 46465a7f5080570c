package org.hypscope.abi.infer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hypscope.arm.core.Core;

/**
 * Beside the state of a core in HYP: which registers, flags, words of memory and system registers
 * depend on the inputs, and how. What is not here does not depend on them.
 */
final class Shadow {
  /** The keys of system registers: those of MRC and MCR without direction and Rt. */
  static final int HSR = 0x0e85_0f12;

  static final int HVBAR = 0x0e8c_0f10;
  static final int HTTBR = 0x0c40_0f42;
  static final int ELR_HYP = 0x010e_f300;
  static final int HIGH = 1 << 31;

  private static final int FLAGS = Node.Step.FLAGS;
  private static final int LINK = 14;
  private static final int DEEPEST = 150;

  private final Node[] registers = new Node[16];
  private Node flags;
  private final Map<Integer, Node> memory = new HashMap<>();

  /** The registers of which the last part was stored, by the exact address. */
  private final Map<Integer, Node> parts = new HashMap<>();

  private final Map<Integer, Node> system = new HashMap<>();

  Node register(int n) {
    return registers[n];
  }

  void setRegister(int n, Node node) {
    registers[n] = node;
  }

  Node flags() {
    return flags;
  }

  Node system(int key) {
    return system.get(key);
  }

  void setSystem(int key, Node node) {
    put(system, key, node);
  }

  void setMemory(int address, Node node) {
    put(memory, address, node);
  }

  void forgetFlags() {
    flags = null;
  }

  private static void put(Map<Integer, Node> map, int key, Node node) {
    if (node == null) {
      map.remove(key);
    } else {
      map.put(key, node);
    }
  }

  /** What {@code insn}, which {@code core} stands before, is about to read; null for no inputs. */
  Node.Step reading(Insn insn, Core core) {
    Node[] operands = new Node[Node.Step.OPERANDS];
    boolean any = false;
    for (int n = 0; n <= LINK; n++) {
      if (registers[n] != null && insn.reads(1 << n)) {
        operands[n] = registers[n];
        any = true;
      }
    }
    if (flags != null && insn.reads(Insn.FLAGS)) {
      operands[FLAGS] = flags;
      any = true;
    }
    if (!any) {
      return null;
    }
    int[] values = new int[15];
    for (int n = 0; n < values.length; n++) {
      values[n] = core.r(n);
    }
    return new Node.Step(insn, core.pc(), core.cpsr(), values, operands);
  }

  /**
   * Follows {@code insn}, which was executed.
   *
   * @param step what it read, or null
   * @param address of what it loaded, if it loads
   * @param stored the addresses of the words that it stored, in order
   * @return what PC depends on, or null
   */
  Node follow(Insn insn, Node.Step step, int address, List<Integer> stored, Core core) {
    if (insn.stores() && !insn.writes(Insn.SYSTEM) && !insn.loads()) {
      store(insn, step, stored);
      return null;
    }
    stored.forEach(memory::remove);
    stored.forEach(parts::remove);
    Node pc = null;
    if (insn.reads(Insn.SYSTEM) || insn.writes(Insn.SYSTEM)) {
      coprocessor(insn, step);
    } else if (insn.mnemonic().equals("ERET")) {
      pc = system.get(ELR_HYP);
    } else if (insn.mnemonic().startsWith("MRS") || insn.mnemonic().startsWith("MSR")) {
      status(insn, step);
    } else if (insn.loads()) {
      pc = load(insn, step, address, core);
    } else {
      pc = compute(insn, step, core);
    }
    return pc;
  }

  private void store(Insn insn, Node.Step step, List<Integer> stored) {
    List<Integer> from = Transfer.registers(insn);
    boolean words = Transfer.words(insn) && from.size() == stored.size();
    for (int n = 0; n < stored.size(); n++) {
      int register = words ? from.get(n) : 15;
      boolean followed = step != null && register < 15;
      put(memory, stored.get(n), followed ? step.operands()[register] : null);
    }
    int bits = Transfer.partBits(insn);
    if (bits != 0 && step != null && stored.size() == 1) {
      put(parts, stored.get(0), step.operands()[from.get(0)]);
    }
    writeBack(insn, step);
  }

  private void writeBack(Insn insn, Node.Step step) {
    for (int n = 0; n <= LINK; n++) {
      if ((insn.registersWritten() >>> n & 1) != 0) {
        registers[n] = step == null || step.operands()[n] == null ? null : derived(step, n, 0);
      }
    }
  }

  private Node load(Insn insn, Node.Step step, int address, Core core) {
    List<Integer> into = Transfer.registers(insn);
    boolean words = Transfer.words(insn);
    Node pc = null;
    for (int n = 0; n <= LINK; n++) {
      if ((insn.registersWritten() >>> n & 1) != 0 && !into.contains(n)) {
        registers[n] =
            step == null || step.operands()[n] == null ? null : derived(step, n, core.r(n));
      }
    }
    if (insn.mnemonic().startsWith("TB")) {
      return step == null ? null : derived(step, Node.Step.PC, core.pc());
    }
    for (int n = 0; n < into.size(); n++) {
      int register = into.get(n);
      Node stored = words && (address & 3) == 0 ? memory.get(address + 4 * n) : part(insn, address);
      Node loaded = stored;
      if (stored == null && step != null) {
        int value = register == 15 ? core.pc() : core.r(register);
        loaded = derived(step, register, value);
      }
      if (register == 15) {
        pc = loaded;
      } else {
        registers[register] = loaded;
      }
    }
    return pc;
  }

  /** What a load of a byte or halfword finds of a word, or of one, that was stored. */
  private Node part(Insn insn, int address) {
    int bits = Transfer.partBits(insn);
    boolean signed = insn.mnemonic().startsWith("LDRS");
    if (bits == 0) {
      return null;
    }
    Node exact = parts.get(address);
    if (exact != null) {
      return new Node.Part(exact, 0, bits, signed);
    }
    Node word = memory.get(address & ~3);
    return word == null ? null : new Node.Part(word, (address & 3) * 8, bits, signed);
  }

  private Node compute(Insn insn, Node.Step step, Core core) {
    Node same = step == null ? null : copied(insn, step);
    for (int n = 0; n <= LINK; n++) {
      if ((insn.registersWritten() >>> n & 1) != 0) {
        Node from = same != null && same.value() == core.r(n) ? same : null;
        registers[n] = step == null ? null : from != null ? from : derived(step, n, core.r(n));
      }
    }
    if (insn.writes(Insn.FLAGS)) {
      flags = step == null ? null : derived(step, FLAGS, core.cpsr() >>> 28);
    }
    if (!insn.writes(Insn.PC) || step == null) {
      return null;
    }
    boolean direct = insn.mnemonic().startsWith("BX") || insn.mnemonic().startsWith("BLX");
    return direct || same != null && (same.value() & ~1) == core.pc()
        ? same(step)
        : derived(step, Node.Step.PC, core.pc());
  }

  /** The one operand whose value passes through where it comes out unchanged. */
  private static Node copied(Insn insn, Node.Step step) {
    return switch (insn.mnemonic()) {
      case "MOV", "MOVS", "ADD", "ADDS", "SUB", "SUBS", "EOR", "EORS", "LSL", "LSLS" -> same(step);
      default -> null;
    };
  }

  private static Node same(Node.Step step) {
    int[] slots = step.slots();
    return slots.length == 1 ? step.operands()[slots[0]] : null;
  }

  private static Node derived(Node.Step step, int output, int value) {
    Node.Derived node = Node.Derived.of(step, output, value);
    return node.depth() > DEEPEST ? null : node;
  }

  /** MCR, MRC, MCRR and MRRC. */
  private void coprocessor(Insn insn, Node.Step step) {
    int word = insn.word();
    boolean two = (word & 0x0f00_0000) == 0x0c00_0000;
    int key = key(word);
    int rt = word >>> 12 & 0xf;
    int rt2 = word >>> 16 & 0xf;
    if (insn.writes(Insn.SYSTEM)) {
      setSystem(key, step == null ? null : step.operands()[rt]);
      if (two) {
        setSystem(key | HIGH, step == null ? null : step.operands()[rt2]);
      }
    } else if (rt != 15) {
      registers[rt] = system.get(key);
      if (two) {
        registers[rt2] = system.get(key | HIGH);
      }
    } else {
      flags = null;
    }
  }

  /** What tells the system register of an MRC, MCR, MRRC or MCRR word from others. */
  static int key(int word) {
    boolean two = (word & 0x0f00_0000) == 0x0c00_0000;
    return two ? word & 0x0fe0_0fff : word & 0x0fef_0fff;
  }

  private void status(Insn insn, Node.Step step) {
    int word = insn.word();
    boolean banked = (word & 0x0000_0200) != 0 && (word & 1 << 25) == 0;
    boolean spsr = (word & 1 << 22) != 0;
    if (!banked && !spsr) {
      flags = null;
      if (insn.registersWritten() != 0) {
        registers[word >>> 12 & 0xf] = null;
      }
      return;
    }
    int key = banked ? 0x0100_0200 | word & 0x004f_0100 | 0xf000 : 0x0140_0000;
    if ((word & 1 << 21) != 0) {
      boolean register = (word & 1 << 25) == 0;
      setSystem(key, step == null || !register ? null : step.operands()[word & 0xf]);
    } else {
      registers[word >>> 12 & 0xf] = system.get(key);
    }
  }
}
