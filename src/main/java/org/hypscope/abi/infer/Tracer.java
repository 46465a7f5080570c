package org.hypscope.abi.infer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.CoreListener;
import org.hypscope.arm.core.StopCause;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;

/** Makes one run of a handler and follows its inputs through it, instruction by instruction. */
final class Tracer implements CoreListener {
  private static final SysReg HVBAR = SysRegs.byName("HVBAR");
  private static final SysReg HSCTLR = SysRegs.byName("HSCTLR");
  private static final SysReg HSR = SysRegs.byName("HSR");
  private static final int MOST_CALLS = 4;
  private static final int BLANK = 8;
  private static final int RESULT = 0x6e5a_0f10;
  private static final int[] SCRATCHED = {1, 2, 3, 12};
  private static final int AL = 14;

  private final int steps;
  private final Scene scene;
  private final Inputs inputs;
  private final Core core;
  private final Shadow shadow = new Shadow();
  private final List<Decision> decisions = new ArrayList<>();
  private final List<Run.Evidence> evidence = new ArrayList<>();
  private final List<Run.Called> calls = new ArrayList<>();
  private final List<Integer> stored = new ArrayList<>();
  private final BitSet used = new BitSet();
  private final boolean mmuBefore;
  private Node pcNode;
  private long path = 17;
  private int blank;
  private boolean linkUsed;
  private boolean byReturn;
  private int place = -1;
  private int last;
  private int site;

  private Tracer(Scene scene, Inputs inputs, int steps) {
    this.steps = steps;
    this.scene = scene;
    this.inputs = inputs;
    this.core = scene.standing(inputs);
    this.mmuBefore = mmu();
  }

  /** The run with {@code inputs}, of at most so many {@code steps}. */
  static Run run(Scene scene, Inputs inputs, int steps) {
    return new Tracer(scene, inputs, steps).run();
  }

  private Run run() {
    core.run(1, null);
    for (int n = 0; n < Inputs.REGISTERS; n++) {
      shadow.setRegister(n, new Node.Leaf(n, inputs.get(n)));
    }
    shadow.setRegister(14, new Node.Leaf(Inputs.LINK, scene.scratch().link()));
    shadow.setSystem(Shadow.HSR, new Node.Immediate(core.sysRegs().word(HSR), false));
    int caller = scene.scratch().caller();
    shadow.setMemory(caller, new Node.Immediate(Scratch.hvc(inputs.get(Inputs.IMMEDIATE)), true));
    core.setListener(this);
    Ending ending = null;
    for (int step = 0; ending == null && step < steps; step++) {
      ending = step();
    }
    core.setListener(null);
    return result(ending == null ? Ending.NEVER : ending);
  }

  /** Executes one instruction; where that is the end, says which. */
  private Ending step() {
    Ending before = arrived();
    if (before != null) {
      return before;
    }
    Insn insn = scene.insn(core);
    int it = core.itState();
    boolean inIt = core.thumb() && ItState.inBlock(it);
    StopCause cause;
    if (insn == null) {
      cause = core.run(1, null);
      place = core.pc() - core.sysRegs().word(HVBAR);
      return cause == StopCause.STEPS ? Ending.FAULT : Ending.NEVER;
    }
    Insn bound = inIt ? Scene.inIt(insn) : insn;
    int cond = inIt ? ItState.cond(it) : bound.decoded().cond;
    boolean passes = cond >= AL || core.passes(cond);
    if (cond < AL && shadow.flags() != null) {
      decide(bound, shadow.flags(), cond, passes, 0);
    }
    blank = bound.decoded().raw == 0 ? blank + 1 : 0;
    return passes ? execute(bound) : end(core.run(1, null));
  }

  private Ending execute(Insn insn) {
    int pc = core.pc();
    last = pc;
    int address = insn.loads() ? Transfer.address(insn, core) : 1;
    Node.Step step = shadow.reading(insn, core);
    stored.clear();
    StopCause cause = core.run(1, null);
    if (core.exceptionsSinceRetired() > 0) {
      return end(cause);
    }
    pcNode = shadow.follow(insn, step, address, stored, core);
    if (pcNode != null && function() < 0) {
      decide(insn, pcNode, -1, true, core.pc(), pc);
    }
    linkUsed = !insn.writes(1 << 14) && (linkUsed || core.pc() == (core.r(14) & ~1));
    byReturn = insn.mnemonic().equals("ERET");
    note(insn, step, pc);
    return end(cause);
  }

  private Ending end(StopCause cause) {
    if (core.exceptionsSinceRetired() > 0) {
      place = core.pc() - core.sysRegs().word(HVBAR);
      return Ending.FAULT;
    }
    return switch (cause) {
      case STEPS, EVENT, CHECK -> blank >= BLANK ? Ending.WILD : null;
      case LOOP_TO_SELF, WAITING -> Ending.NEVER;
      case POWER_OFF, RESET -> Ending.OFF;
    };
  }

  /** Looks where the instruction before has led to. */
  private Ending arrived() {
    if (core.mode() != Mode.HYP) {
      boolean back = core.pc() == scene.scratch().caller() + 4;
      place = back ? -1 : function();
      return back ? Ending.RETURNED : place >= 0 ? Ending.ENTERED : Ending.RETURNED_ELSEWHERE;
    }
    int function = pcNode == null ? -1 : function();
    pcNode = null;
    if (function < 0) {
      return null;
    }
    site = last;
    if (!comesBack() || calls.size() >= MOST_CALLS) {
      place = function;
      return Ending.ENTERED;
    }
    call(function);
    return null;
  }

  /** Whether LR is a return address that was not used yet. */
  private boolean comesBack() {
    boolean own = Node.identity(shadow.register(14)) != Inputs.LINK;
    return own && !byReturn && !linkUsed && scene.mayHoldCode(core, core.r(14) & ~1);
  }

  /** The input whose address PC was given, or -1. */
  private int function() {
    Node node = pcNode;
    if (node == null) {
      return -1;
    }
    for (int n = 0; n < Inputs.REGISTERS; n++) {
      int given = inputs.get(n);
      boolean here = core.pc() == (given & ~1) || core.pc() == (given & ~3);
      if (here && node.leaves().get(n) && node.leaves().cardinality() == 1) {
        return n;
      }
    }
    return -1;
  }

  /** Does what a function that keeps to the procedure call standard may do. */
  private void call(int function) {
    List<Integer> arguments = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      arguments.add(Node.identity(shadow.register(n)));
    }
    calls.add(new Run.Called(function, core.thumb(), arguments));
    int link = core.r(14);
    set(0, RESULT, Inputs.RESULT);
    for (int n : SCRATCHED) {
      set(n, RESULT + 0x100 * n, n == 1 ? Inputs.RESULT_HIGH : Inputs.LEFTOVER);
    }
    shadow.forgetFlags();
    core.setThumb((link & 1) != 0);
    core.setPc(link & ~1);
  }

  private void set(int register, int value, int leaf) {
    core.setR(register, value);
    shadow.setRegister(register, new Node.Leaf(leaf, value));
  }

  private void decide(Insn insn, Node node, int cond, boolean taken, int next) {
    decide(insn, node, cond, taken, next, core.pc());
  }

  private void decide(Insn insn, Node node, int cond, boolean taken, int next, int pc) {
    long before = path;
    path = path * 1_000_003 + pc * 31L + (taken ? 1 : 0) + next * 7L;
    decisions.add(new Decision(pc, insn, node, cond, taken, next, path, before));
  }

  private void note(Insn insn, Node.Step step, int pc) {
    if (insn.writes(Insn.SYSTEM | Insn.BANKED) && !insn.mnemonic().equals("MRS")) {
      evidence.add(new Run.Evidence(pc, insn, step == null ? "" : "gets " + names(step)));
    }
    if (step == null) {
      return;
    }
    boolean stack = insn.reads(1 << 13) || insn.writes(1 << 13);
    if (insn.writes(Insn.SYSTEM | Insn.BANKED) || insn.loads() || insn.stores() && !stack) {
      for (Node each : step.operands()) {
        if (each != null) {
          used.or(each.leaves());
        }
      }
    }
  }

  private static String names(Node.Step step) {
    BitSet leaves = new BitSet();
    for (Node each : step.operands()) {
      if (each != null) {
        leaves.or(each.leaves());
      }
    }
    return Inputs.names(leaves);
  }

  @Override
  public boolean hearsMemory() {
    return true;
  }

  @Override
  public void memoryWritten(Core from, int pc, int address, int size) {
    stored.add(address);
  }

  private boolean mmu() {
    return (core.sysRegs().rawGet(HSCTLR) & 1) != 0;
  }

  private Run result(Ending ending) {
    int[] registers = new int[Inputs.REGISTERS + 1];
    Node[] nodes = new Node[registers.length];
    for (int n = 0; n < Inputs.REGISTERS; n++) {
      registers[n] = core.r(n);
      nodes[n] = shadow.register(n);
    }
    registers[Inputs.REGISTERS] = core.bank(Bank.LR_usr);
    nodes[Inputs.REGISTERS] = shadow.register(14);
    return new Run(
        inputs,
        ending,
        core.pc(),
        core.thumb(),
        core.mode() == Mode.HYP,
        place,
        site,
        registers,
        nodes,
        core.bank(Bank.SP_hyp),
        shadow.register(13),
        core.sysRegs().word(HVBAR),
        shadow.system(Shadow.HVBAR),
        mmuBefore,
        mmu(),
        Node.identity(shadow.system(Shadow.HTTBR)),
        Node.identity(shadow.system(Shadow.HTTBR | Shadow.HIGH)),
        List.copyOf(calls),
        decisions,
        used,
        evidence,
        path * 31 + ending.ordinal());
  }
}
