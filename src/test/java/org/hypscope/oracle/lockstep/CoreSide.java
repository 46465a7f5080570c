package org.hypscope.oracle.lockstep;

import org.hypscope.arm.bus.Page;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.CoreListener;
import org.hypscope.arm.core.Decoder;
import org.hypscope.arm.core.StopCause;
import org.hypscope.machine.Machine;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.ImageException;
import org.hypscope.machine.load.ImageLoader;
import org.hypscope.machine.load.LoadOptions;

/** The core, with the supervisor's set-up behind it, given one case after the other. */
final class CoreSide {
  private static final int SETUP_STEPS = 1000;
  private static final int MOST_STEPS = 64;

  /** How a case ended. */
  enum End {
    /** In the vectors of Hyp mode: it can be compared. */
    DONE,
    /** The core calls something about it UNPREDICTABLE in this state. */
    UNPREDICTABLE,
    /** It touched memory that is not the case's. */
    STRAY,
    /** It did not end. */
    ENDLESS,
    /** The core waits for an event or an interrupt. */
    WAITING,
    /** The list of differences says that it is not run on QEMU. */
    LISTED
  }

  private final Core core;
  private final CaseBus bus;
  private final int hypVectors;
  private int batch;
  private long retired;
  private final Watch watch = new Watch();

  /** A core that decodes with {@code decoder} and has made the supervisor's set-up. */
  CoreSide(Supervisor supervisor, Decoder decoder) {
    hypVectors = supervisor.symbol("hyp_vectors");
    int done = supervisor.symbol("batch_done");
    try {
      Board board = Boards.byName("virt").withRam(Layout.RAM_SIZE);
      Machine machine =
          Machine.create(board, ImageLoader.load(supervisor.elf(), LoadOptions.on(board)));
      machine.run(SETUP_STEPS, each -> each.pc() == done);
      bus = new CaseBus(machine.ram(), supervisor.symbol("pl1_vectors"));
      Core made = machine.core();
      core = new Core(decoder, made.sysRegs().copy(), bus, made.firmware());
    } catch (ImageException e) {
      throw new AssertionError(e.getMessage(), e);
    }
    core.setListener(watch);
  }

  /** What the core tells about a case. */
  private static final class Watch implements CoreListener {
    private boolean unpredictable;

    @Override
    public void unpredictable(Core core, int pc, int word, String reason) {
      unpredictable = true;
    }
  }

  /** The memory. */
  CaseBus bus() {
    return bus;
  }

  /** The core. */
  Core core() {
    return core;
  }

  /** Makes room for the code of a batch. */
  void startBatch(int newBatch) {
    batch = newBatch;
    bus.startBatch(batch);
    core.flushPageCache();
  }

  /**
   * Runs a case in slot {@code index} whose page holds {@code data}; {@code out} gets the state
   * after it.
   */
  End run(Case each, int index, byte[] data, int[] out) {
    bus.place(index, each.code(), data);
    load(each.in());
    watch.unpredictable = false;
    long before = core.retired();
    StopCause cause = core.run(MOST_STEPS, c -> ends(c.pc(), index));
    retired = core.retired() - before;
    for (int n = 0; n < Slots.COUNT; n++) {
      out[n] = Slots.all().get(n).access().get(core);
    }
    return end(cause);
  }

  /** In the vectors of Hyp mode, or astray in the page of data or in what another case executes. */
  private boolean ends(int pc, int index) {
    return pc >>> 5 == hypVectors >>> 5
        || pc >>> Page.SHIFT == Layout.scratch(index) >>> Page.SHIFT
        || Layout.inOtherSlot(pc, batch, index) && !bus.isTrap(pc);
  }

  /** How many words of {@code of}, run last, were executed: an exception may have left some out. */
  int executed(Case of) {
    return of.steps().size() == 1 ? 1 : (int) Math.min(retired, of.steps().size());
  }

  private void load(int[] in) {
    for (int n = 0; n < Slots.COUNT; n++) {
      if (n != Slots.CPSR) {
        Slots.all().get(n).access().set(core, in[n]);
      }
    }
    core.exclusiveMonitor().clear();
    core.translationControlsWritten();
    core.setCpsr(in[Slots.SPSR_HYP]);
    core.setPc(in[Slots.ELR_HYP]);
  }

  private End end(StopCause cause) {
    if (watch.unpredictable) {
      return End.UNPREDICTABLE;
    }
    if (bus.stray()) {
      return End.STRAY;
    }
    return switch (cause) {
      case CHECK -> core.pc() >>> 5 == hypVectors >>> 5 ? End.DONE : End.STRAY;
      case WAITING -> End.WAITING;
      default -> End.ENDLESS;
    };
  }
}
