package org.hypscope.debug;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Cond;
import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.sysreg.FpRegs;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.symbols.Sources;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.debug.symbols.unwind.CallStack;
import org.hypscope.debug.symbols.unwind.UnwindTables;
import org.hypscope.debug.symbols.unwind.Unwinder;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.time.Mark;

/**
 * Everything about a session at one instant, seen from one core. Immutable, for any thread; what
 * takes work is worked out when first asked for.
 */
public final class Snapshot {
  private static final SysReg SCR = SysRegs.byName("SCR");
  private static final int SCR_NS = 1;

  private final List<Frame> allNow;
  private final List<Frame> allBefore;
  private final int core;
  private final Frame now;
  private final Frame before;
  private final StopReason stop;
  private final History.Frozen history;
  private final Subject subject;
  private final Run run;
  private final Map<AddressSpace, MemoryView> memory = new EnumMap<>(AddressSpace.class);
  private Changes changes;
  private TimelineView timeline;
  private List<VectorTableView> vectorTables;
  private List<DeviceView> devices;
  private CallStack stack;

  /** What a session is about. */
  record Subject(
      LoadedImage image, Board board, Symbols symbols, Sources sources, UnwindTables unwinding) {
    static Subject of(LoadedImage image, Board board) {
      Symbols symbols = new Symbols(image);
      UnwindTables unwinding = new UnwindTables(image.names().sections(), symbols);
      return new Subject(image, board, symbols, new Sources(image, symbols), unwinding);
    }
  }

  /**
   * What is known of the run.
   *
   * @param end the farthest place that it has been at
   * @param checkpoints where it can be gone back to at once
   * @param branch counts the times that something came in where the run had gone on before
   * @param left the runs that were left so
   * @param log what log points have said
   * @param tallies how often each stop was met
   * @param journal what came in, and how far it has come
   */
  record Run(
      History.Frozen history,
      Mark end,
      List<Mark> checkpoints,
      int branch,
      List<BranchView> left,
      List<Logged> log,
      Map<Breakpoint, Tally> tallies,
      JournalView journal) {}

  Snapshot(
      List<Frame> now, List<Frame> before, int core, StopReason stop, Run run, Subject subject) {
    this.allNow = now;
    this.allBefore = before;
    this.core = core;
    this.now = now.get(core);
    this.before = before.get(core);
    this.stop = stop;
    this.run = run;
    this.history = run.history;
    this.subject = subject;
  }

  /** The instant. */
  public Mark mark() {
    return now.mark();
  }

  /** The number of the core that it is seen from. */
  public int core() {
    return core;
  }

  /** Every core in brief, by number. */
  public List<CoreView> cores() {
    return cores(allNow);
  }

  private List<CoreView> cores(List<Frame> frames) {
    return IntStream.range(0, frames.size())
        .mapToObj(n -> frames.get(n).view(n, history.boot(n)))
        .toList();
  }

  /** The same instant seen from core {@code number}. */
  public Snapshot of(int number) {
    return number == core ? this : new Snapshot(allNow, allBefore, number, stop, run, subject);
  }

  /** Whether the machine of {@code other} is the same: every register of every core, and memory. */
  public boolean sameMachine(Snapshot other) {
    return IntStream.range(0, allNow.size())
        .allMatch(n -> allNow.get(n).isSame(other.allNow.get(n)));
  }

  /** Why the session stands here. */
  public StopReason stop() {
    return stop;
  }

  /** A physical register; PC is the address of the next instruction. */
  public int register(Bank bank) {
    return now.register(bank);
  }

  /** The Advanced SIMD and Floating-point registers. */
  public FpRegisters fp() {
    return now.fp();
  }

  /** CPSR. */
  public int cpsr() {
    return now.register(Bank.CPSR);
  }

  /** The current mode. */
  public Mode mode() {
    return now.mode();
  }

  /** Whether the core is in Secure state: IsSecure(). */
  public boolean secure() {
    return now.secure();
  }

  /** The address of the next instruction. */
  public int pc() {
    return now.register(Bank.PC);
  }

  /** A system register; of a banked one, the copy of the current world. */
  public long sysReg(SysReg register) {
    return now.sysReg(register, secure());
  }

  /** One copy of a system register. */
  public long sysReg(SysReg register, boolean secure) {
    return now.sysReg(register, secure);
  }

  /** Memory by the virtual addresses of the code that runs. */
  public MemoryView memory() {
    return memory(currentSpace());
  }

  /** Memory by the addresses of {@code space}. */
  public synchronized MemoryView memory(AddressSpace space) {
    return memory.computeIfAbsent(
        space, s -> new MemoryView(now.memory(), now.flash(), subject.board, s, translations()));
  }

  /**
   * How {@code address} would be translated now.
   *
   * @throws IllegalArgumentException for {@link AddressSpace#PHYSICAL}
   */
  public WalkView walk(
      AddressSpace space, long address, WalkView.Access access, boolean privileged) {
    return translations().walk(space, address, access, privileged);
  }

  /** The space of the addresses that the code that runs uses. */
  public AddressSpace currentSpace() {
    return AddressSpace.of(mode(), secure());
  }

  /** The space of the addresses that code in {@code mode} would use, as SCR and the tables are. */
  public AddressSpace space(Mode mode) {
    return mode == this.mode() ? currentSpace() : AddressSpace.of(mode, isSecure(mode));
  }

  /** Whether {@code mode} belongs to Secure state: Monitor does, the others as SCR.NS says. */
  private boolean isSecure(Mode mode) {
    return mode == Mode.MON || (now.sysRegs().rawGet(SCR) & SCR_NS) == 0;
  }

  private Translations translations() {
    return new Translations(now.sysRegs(), new FrozenBus(now.memory(), now.flash()));
  }

  /** What the last command changed. */
  public synchronized Changes changes() {
    if (changes == null) {
      changes = findChanges();
    }
    return changes;
  }

  /** The devices as this core sees them, with what the last command changed marked. */
  public synchronized List<DeviceView> devices() {
    if (devices == null) {
      List<CoreView> cores = cores();
      List<DeviceView> is = DeviceTables.of(subject.board, core, now, cores);
      List<DeviceView> was = DeviceTables.of(subject.board, core, before, cores(allBefore));
      devices = IntStream.range(0, is.size()).mapToObj(n -> is.get(n).since(was.get(n))).toList();
    }
    return devices;
  }

  /** The names of the image by the virtual addresses of the code that runs. */
  public Symbols symbols() {
    return symbols(currentSpace());
  }

  /** The names of the image by the addresses of {@code space}. */
  public Symbols symbols(AddressSpace space) {
    return subject.symbols.seenThrough(
        new FrozenAddressing(memory(space), memory(AddressSpace.PHYSICAL)));
  }

  /** What the image's debug information says of the virtual addresses of the code that runs. */
  public Sources sources() {
    return subject.sources.seenBy(symbols());
  }

  /**
   * As {@link #sources}, by the addresses where the image was linked and loaded, at any instant.
   */
  public Sources loadedSources() {
    return subject.sources;
  }

  /** The image that runs. */
  public LoadedImage image() {
    return subject.image;
  }

  /** The board that it runs on. */
  public Board board() {
    return subject.board;
  }

  /** The image's file name. */
  public String imageName() {
    return subject.image.name();
  }

  /** The board in a few words. */
  public String boardTitle() {
    return subject.board.title();
  }

  /** The image's segments by address, named by what they hold. */
  public List<SegmentView> segments() {
    return subject.image.segments().stream()
        .map(
            s ->
                new SegmentView(
                    (int) s.address(),
                    (int) s.end(),
                    s.executable(),
                    s.writable(),
                    s.executable() ? "code" : s.writable() ? "data" : "constants"))
        .toList();
  }

  /** The tables at VBAR, MVBAR and HVBAR. */
  public synchronized List<VectorTableView> vectorTables() {
    if (vectorTables == null) {
      vectorTables = VectorTables.of(this);
    }
    return vectorTables;
  }

  /** The calls that have not returned, through exceptions and worlds. */
  public synchronized CallStack stack() {
    if (stack == null) {
      stack = Unwinder.unwind(subject.unwinding, new SnapshotReader(this));
    }
    return stack;
  }

  /** The farthest place that the run has been at: {@link #mark}, unless the session went back. */
  public Mark end() {
    return run.end;
  }

  /** Whether the session has gone back, and the run is known to go on from here. */
  public boolean isPast() {
    return mark().compareTo(run.end) < 0;
  }

  /**
   * A number that is another one after something came in where the run had gone on before: what was
   * known to come after that instant holds no longer.
   */
  public int branch() {
    return run.branch;
  }

  /** The runs that were left for this one. */
  public List<BranchView> left() {
    return run.left;
  }

  /** What log points have said, in the order of the run. */
  public List<Logged> log() {
    return run.log;
  }

  /** How often each stop was met by runs forwards, and where last. */
  public Map<Breakpoint, Tally> tallies() {
    return run.tallies;
  }

  /** What came into the run, and how far it has come: enough to run it again to here. */
  public JournalView journal() {
    return run.journal;
  }

  /** The run, what is known to come after now included. */
  public synchronized TimelineView timeline() {
    if (timeline == null) {
      timeline = history.timeline(core, run.checkpoints, now.mark(), run.end);
    }
    return timeline;
  }

  /** What was printed, line by line; the last line may be unfinished. */
  public List<ConsoleLine> console() {
    return history.consoleLines();
  }

  /** What was met that is UNPREDICTABLE, each place once. */
  public List<Notice> notices() {
    return history.notices();
  }

  /** The condition of the next instruction, in an IT block that of the block; AL for none. */
  public Cond condition() {
    return Cond.of(next() >>> 28);
  }

  /** Whether the condition of the next instruction holds. */
  public boolean conditionHolds() {
    return Conditions.passes(condition().ordinal(), cpsr());
  }

  /** Whether the next instruction is an HVC whose condition holds. */
  public boolean atHvc() {
    int word = next();
    return Words.isHvc(word) && Conditions.passes(word >>> 28, cpsr());
  }

  /** The next instruction as {@link Words} reads it; 0 where nothing is mapped. */
  private int next() {
    if ((cpsr() & Psr.T) == 0) {
      return memory().word(pc()).orElse(0);
    }
    int hw1 = memory().half(pc()).orElse(-1);
    int it = ItState.of(cpsr());
    return hw1 < 0 ? 0 : Words.image(hw1, memory().half(pc() + 2).orElse(0), it);
  }

  /** The immediate of the HVC that comes next, 0 where none does. */
  public int hvcImmediate() {
    return atHvc() ? Words.immediate(next()) : 0;
  }

  private Changes findChanges() {
    Map<Bank, Integer> registers = new EnumMap<>(Bank.class);
    for (Bank bank : Bank.values()) {
      if (now.register(bank) != before.register(bank)) {
        registers.put(bank, before.register(bank));
      }
    }
    Map<SysRegCopy, Long> sysRegs = new LinkedHashMap<>();
    for (SysRegCopy copy : now.sysRegs().changedSince(before.sysRegs())) {
      sysRegs.put(copy, before.sysRegs().rawGet(copy.register(), copy.secure()));
    }
    if (now.fp().fpscr() != before.fp().fpscr()) {
      sysRegs.put(new SysRegCopy(FpRegs.FPSCR, false), before.sysReg(FpRegs.FPSCR, false));
    }
    Optional<TraceEvent> entry = history.lastEventBetween(core, before.mark(), now.mark());
    Map<Integer, Long> doublewords = now.fp().changedSince(before.fp());
    return new Changes(registers, doublewords, sysRegs, written(), entry);
  }

  private List<MemoryRange> written() {
    List<MemoryRange> ranges = new ArrayList<>();
    now.memory()
        .differences(
            before.memory(),
            address -> {
              int at = (int) address;
              MemoryRange last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
              if (last != null && last.address() + last.length() == at) {
                ranges.set(ranges.size() - 1, new MemoryRange(last.address(), last.length() + 1));
              } else {
                ranges.add(new MemoryRange(at, 1));
              }
            });
    return List.copyOf(ranges);
  }
}
