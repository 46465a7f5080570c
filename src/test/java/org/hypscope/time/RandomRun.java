package org.hypscope.time;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCause;
import org.hypscope.machine.Machine;
import org.hypscope.machine.random.RandomProgram;

/**
 * A run of a random program recorded step by step, by nothing but the machine itself: what each
 * place of it must be like for everybody who comes there.
 */
final class RandomRun {
  private static final int MOST_INPUTS = 12;
  private static final long SHORT = 4_000;
  private static final long LONG = 40_000;

  /** Of so many places of a long run one is looked at closely. */
  private static final int SAMPLE = 16;

  /** Stands for a digest that was not taken. */
  static final long NONE = 0;

  final RandomProgram program;

  /** What comes in. */
  final List<InputJournal.Entry> journal;

  /** By the steps made: the digest, once all that comes in there has come in; or {@link #NONE}. */
  final List<Long> digests = new ArrayList<>();

  /** By the steps made. */
  final List<Mark> marks = new ArrayList<>();

  /** Why it ended. */
  final StopCause end;

  private RandomRun(RandomProgram program, List<InputJournal.Entry> journal, long most) {
    this.program = program;
    this.journal = journal;
    this.end = record(most);
  }

  /** The run of {@code seed}: most are short, some long enough for blocks to be compiled. */
  static RandomRun of(long seed) {
    RandomProgram program = RandomProgram.of(seed);
    SplittableRandom random = new SplittableRandom(seed ^ 0x1a9);
    long most = random.nextInt(10) == 0 ? LONG : SHORT;
    RandomInputs inputs = new RandomInputs(random, program.cores());
    return new RandomRun(program, inputs.journal(MOST_INPUTS, most), most);
  }

  /** The same program with {@code others} coming in. */
  RandomRun with(List<InputJournal.Entry> others) {
    return new RandomRun(program, others, SHORT);
  }

  private StopCause record(long most) {
    Machine machine = program.machine();
    MachineDigest digest = new MachineDigest(machine.freezeMemory());
    int met = deliver(machine, 0);
    note(machine, digest);
    StopCause cause = StopCause.STEPS;
    for (long made = 0; made < most && cause != StopCause.POWER_OFF && steps(machine) == made; ) {
      cause = machine.run(1, null);
      if (steps(machine) == made) {
        return cause;
      }
      made++;
      met = deliver(machine, met);
      note(machine, digest);
    }
    return cause;
  }

  private int deliver(Machine machine, int met) {
    int next = met;
    while (next < journal.size() && journal.get(next).steps() <= steps(machine)) {
      journal.get(next++).input().deliver(machine);
    }
    return next;
  }

  private void note(Machine machine, MachineDigest digest) {
    boolean looked = digests.size() < SHORT || digests.size() % SAMPLE == 0;
    digests.add(looked ? digest.of(machine) : NONE);
    marks.add(new Mark(machine.core().retired(), machine.core().exceptionsSinceRetired()));
  }

  static long steps(Machine machine) {
    long total = machine.core().retired();
    for (Core each : machine.cores()) {
      total += each.steps() - each.retired();
    }
    return total;
  }

  /** The steps of its last place. */
  long last() {
    return digests.size() - 1;
  }

  /** A timeline of the same run from its start, with checkpoints as given. */
  Timeline timeline(long spacing, long budget) {
    return new Timeline(program.machine(), new InputJournal(journal), spacing, budget);
  }

  /** Whether {@code machine}, of which {@code digest} is, is what it must be where it stands. */
  boolean holds(Machine machine, MachineDigest digest) {
    long wanted = digests.get((int) steps(machine));
    return wanted == NONE || wanted == digest.of(machine);
  }

  /** A digest for machines that run the program. */
  MachineDigest digest() {
    return new MachineDigest(program.machine().freezeMemory());
  }

  /** What {@code machine} has otherwise than a machine that was stepped here by itself. */
  List<String> differences(Machine machine) {
    long place = steps(machine);
    Machine plain = program.machine();
    int met = deliver(plain, 0);
    while (steps(plain) < place) {
      plain.run(1, null);
      met = deliver(plain, met);
    }
    return MachineStates.of(plain).differences(MachineStates.of(machine));
  }
}
