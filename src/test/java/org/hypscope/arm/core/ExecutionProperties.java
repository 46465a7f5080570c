package org.hypscope.arm.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.decode.DisassembledInsn;
import org.hypscope.arm.isa.A32;
import org.hypscope.arm.isa.RowWords;
import org.hypscope.arm.sysreg.SysRegFile;

/**
 * Any word in any state of the core: what the manual excludes never comes about, and nothing
 * changes that the row of the instruction does not declare.
 */
class ExecutionProperties {
  private static final int TRIES = 20_000;
  private static final int LEGAL_PSR =
      Psr.N | Psr.Z | Psr.C | Psr.V | Psr.Q | Psr.GE | Psr.E | Psr.A | Psr.I | Psr.F;
  private static final int DATA_MASK = 0xffc;

  /** Half of the words are of a row, each row as likely as any other. */
  @Provide
  Arbitrary<Integer> words() {
    Arbitrary<Integer> ofRows =
        Arbitraries.longs()
            .map(
                seed -> {
                  var rows = A32.rows();
                  var row = rows.get((int) Math.floorMod(seed, (long) rows.size()));
                  return new RowWords(seed, word -> A32.disassembler().a32(word, 0).form())
                      .next(row.form());
                });
    return Arbitraries.oneOf(ofRows, Arbitraries.integers());
  }

  @Provide
  Arbitrary<Rig> states() {
    return Arbitraries.of(Mode.class)
        .flatMap(mode -> Arbitraries.longs().map(seed -> state(mode, new Random(seed))));
  }

  private static Rig state(Mode mode, Random random) {
    boolean nonSecure = mode == Mode.HYP || random.nextBoolean();
    Rig rig = new Rig(mode, nonSecure);
    Core core = rig.core();
    for (Bank bank : Bank.values()) {
      core.setBank(bank, random.nextInt(3) == 0 ? random.nextInt() : address(random));
    }
    for (Mode other : Mode.values()) {
      if (other.hasSpsr()) {
        int to = Mode.values()[random.nextInt(Mode.values().length)].encoding();
        core.setBank(Bank.at(Bank.spsr(other)), random.nextInt() & LEGAL_PSR | to);
      }
    }
    core.setCpsr(random.nextInt() & LEGAL_PSR | mode.encoding());
    core.setPc(Rig.CODE);
    boolean mayTrap = mode == Mode.USR || mode == Mode.HYP;
    rig.set("HCR", random.nextInt() & 0x7fffffff & (mayTrap ? -1 : ~(1 << 27)) & ~0x1c1);
    rig.set("SCR", rig.get("SCR") & 1 | random.nextInt() & 0x3fe);
    return rig;
  }

  private static int address(Random random) {
    return Rig.DATA + (random.nextInt() & DATA_MASK);
  }

  @Property(tries = TRIES)
  void neverLeavesTheCoreInAStateThatTheManualExcludes(
      @ForAll("states") Rig rig, @ForAll("words") int word) {
    rig.execute(word);
    Core core = rig.core();
    int cpsr = core.cpsr();
    assertThat(Mode.of(cpsr)).as("CPSR.M").isEqualTo(core.mode());
    if (core.mode() == Mode.HYP) {
      assertThat(rig.get("SCR") & 1).as("HYP is Non-secure").isEqualTo(1);
    }
    assertThat(cpsr & Psr.J).as("no Jazelle state").isZero();
    if (core.thumb()) {
      assertThat(core.pc() & 1).as("halfword-aligned PC").isZero();
    } else {
      assertThat(cpsr & Psr.IT).as("ITSTATE in A32 state").isZero();
      checkAlignment(rig);
    }
  }

  /** A PC that is not word-aligned is only there to take a Prefetch Abort. */
  private static void checkAlignment(Rig rig) {
    Core core = rig.core();
    if ((core.pc() & 3) != 0) {
      int entries = rig.heard().size();
      core.run(1, null);
      assertThat(rig.heard().subList(entries, rig.heard().size())).isNotEmpty();
      assertThat(rig.heard().get(entries)).contains("PABT");
    }
  }

  @Property(tries = TRIES)
  void changesNothingThatTheRowDoesNotDeclare(
      @ForAll("states") Rig rig, @ForAll("words") int word) {
    Core core = rig.core();
    Mode mode = core.mode();
    int[] before = core.registers();
    byte[] data = rig.bus().readable(Rig.DATA).bytes.clone();
    SysRegFile sysRegs = core.sysRegs().copy();

    rig.execute(word);

    DisassembledInsn insn = A32.disassembler().a32(word, Rig.CODE);
    DeclaredWrites declared = new DeclaredWrites(insn.writes(), mode);
    boolean taken = rig.heard().stream().anyMatch(line -> line.startsWith("before"));
    if (taken) {
      declared.addEntry(core.mode());
    }
    assertThat(undeclared(declared, before, core))
        .as("%s in %s declares: %s", insn.text(), mode, insn.writes())
        .isEmpty();
    if (!declared.says("memory")) {
      assertThat(rig.bus().readable(Rig.DATA).bytes).as(insn.text()).isEqualTo(data);
    }
    if (!declared.says("system register")) {
      assertThat(core.sysRegs().changedSince(sysRegs)).as(insn.text()).isEmpty();
    }
  }

  private static List<String> undeclared(DeclaredWrites declared, int[] before, Core core) {
    List<String> undeclared = new ArrayList<>();
    int[] after = core.registers();
    for (Bank bank : Bank.values()) {
      int changed = before[bank.ordinal()] ^ after[bank.ordinal()];
      boolean fine =
          switch (bank) {
            case PC -> changed == (Rig.CODE ^ Rig.CODE + 4) || changed == 0 || declared.says("pc");
            case CPSR -> (changed & ~declared.psr()) == 0;
            default -> changed == 0 || declared.covers(bank);
          };
      if (!fine) {
        undeclared.add(bank + " is now " + Integer.toHexString(after[bank.ordinal()]));
      }
    }
    return undeclared;
  }
}
