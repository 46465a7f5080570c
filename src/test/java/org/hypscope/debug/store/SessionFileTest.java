package org.hypscope.debug.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.sysreg.FpRegs;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.AddressSpace;
import org.hypscope.debug.Bookmark;
import org.hypscope.debug.BranchView;
import org.hypscope.debug.Breakpoint;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.Edit;
import org.hypscope.debug.JournalView;
import org.hypscope.debug.Place;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.Stop;
import org.hypscope.debug.StopReason;
import org.hypscope.debug.Target;
import org.hypscope.debug.Terms;
import org.hypscope.debug.UnusableTargetException;
import org.hypscope.debug.VectorBase;
import org.hypscope.machine.Machine;
import org.hypscope.machine.load.BootFiles;
import org.hypscope.machine.load.GuestFiles;
import org.hypscope.time.Input;
import org.hypscope.time.InputJournal;
import org.hypscope.time.MachineStates;
import org.hypscope.time.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that was saved and opened again is the same session, or the refusal says why not. */
class SessionFileTest {
  private static final Function<String, Optional<byte[]>> NO_SAMPLES = name -> Optional.empty();
  private static final ImageSearch SEARCH =
      new ImageSearch(Optional.empty(), Optional.empty(), false, NO_SAMPLES);

  private static final SysRegCopy HVBAR = SysRegs.copyByName("HVBAR");

  @TempDir Path folder;

  @Test
  void whatWasTypedAndEditedComesInAgainAtTheSameInstants() throws Exception {
    for (int cores = 1; cores <= 2; cores++) {
      Target.Options options = Target.Options.standard().withCores(cores);
      Path image = image(cores == 1 ? "kdump-k2" : "smp-stub");
      try (DebugSession session = DebugSession.open(Target.load(image, options))) {
        play(session);
        Snapshot past = get(session.run(RunGoal.toMark("#150")));
        Path file = folder.resolve("a.hss");
        SessionFiles.write(SessionFile.of(SavedImage.ofFile(image, options), past), file);
        MachineStates here = state(session);

        SessionFile saved = SessionFiles.read(file);
        try (DebugSession again = saved.open(SEARCH.load(saved.image()))) {
          Snapshot back = get(saved.resume(again));
          assertThat(back.mark()).isEqualTo(past.mark());
          assertThat(back.end()).isEqualTo(past.end());
          assertThat(back.core()).isEqualTo(past.core());
          assertSame(again, here, cores + " cores, at the instant");
          Snapshot end = get(session.resume(atEnd(past.journal()), past.core()));
          Snapshot endAgain = get(again.resume(atEnd(past.journal()), past.core()));
          assertThat(endAgain.mark()).isEqualTo(end.mark());
          assertSame(again, state(session), cores + " cores, at the farthest place");
          get(session.run(RunGoal.steps(500)));
          get(again.run(RunGoal.steps(500)));
          assertSame(again, state(session), cores + " cores, later");
        }
      }
    }
  }

  @Test
  void anEditThatWasNotSavedIsSeenByTheComparison() throws Exception {
    Target target = Target.load(image("kdump-k2"), Target.Options.standard());
    try (DebugSession session = DebugSession.open(target);
        DebugSession plain = DebugSession.open(target)) {
      play(session);
      get(plain.resume(new JournalView(List.of(), 150, 150), 0));
      MachineStates here = state(session);
      assertThatThrownBy(() -> assertSame(plain, here, "")).isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void everyFieldComesBackAsItWas() throws Exception {
    SessionFile saved = full();
    SessionFile again = SessionReader.read("a.hss", SessionWriter.write(saved));
    assertThat(SessionWriter.write(again)).isEqualTo(SessionWriter.write(saved));
    assertThat(again.image()).isEqualTo(saved.image());
    assertThat(again.bookmarks()).isEqualTo(saved.bookmarks());
    assertThat(again.stops()).isEqualTo(saved.stops());
    assertThat(again.left()).hasSize(1);
    assertThat(again.left().get(0).inputs()).hasSize(3);
    assertThat(again.left().get(0).from()).isEqualTo(new Mark(5, 0));
    assertThat(again.left().get(0).end()).isEqualTo(new Mark(90, 0));
    assertThat(again.notes()).isEqualTo(saved.notes());
    assertThat(again.view()).isEqualTo(saved.view());
    assertThat(again.mark()).isEqualTo(saved.mark());
    assertThat(again.journal().entries()).hasSameSizeAs(saved.journal().entries());
  }

  @Test
  void whatAKernelBootsWithIsKeptWithItsHashes() throws Exception {
    Path image = image("kdump-k2");
    Path tree = Files.writeString(folder.resolve("a.dtb"), "tree");
    Path disk = Files.writeString(folder.resolve("b.cpio"), "disk");
    GuestFiles guest =
        new GuestFiles(
            Optional.of(new GuestFiles.Placed(0x5000_0000L, disk)),
            Optional.empty(),
            Optional.of("guest"));
    Target.Options options =
        new Target.Options(
            "virt-a7",
            OptionalInt.of(2),
            OptionalLong.of(256L << 20),
            OptionalLong.of(0x4000_8000L),
            OptionalLong.of(0x4000_8001L),
            new BootFiles(
                    true,
                    Optional.of(tree),
                    Optional.of(disk),
                    Optional.of("quiet"),
                    Optional.empty())
                .with(guest));
    SavedImage saved = SavedImage.ofFile(image, options);
    SessionFile session =
        new SessionFile(
            saved,
            new JournalView(List.of(), 0, 0),
            Mark.START,
            0,
            List.of(),
            List.of(),
            "",
            Map.of(),
            List.of());
    SavedImage again = SessionReader.read("a.hss", SessionWriter.write(session)).image();
    assertThat(again).isEqualTo(saved);
    Files.writeString(disk, "other");
    assertThatThrownBy(() -> SEARCH.load(again))
        .hasMessageContaining("b.cpio is not what the session was made with");
    Files.delete(tree);
    assertThatThrownBy(() -> SEARCH.load(again)).hasMessageContaining("needs the device tree");
  }

  @Test
  void aFileOfVersionOneIsReadThatKnowsNoNotesAndNoRunsThatWereLeft() throws Exception {
    String old =
        new String(SessionWriter.write(full()), StandardCharsets.UTF_8)
            .replace("session\" : 2", "session\" : 1")
            .replaceAll("(?s)\"left\" : \\[.*?\\} \\],\\s*\"bookmarks\"", "\"bookmarks\"")
            .replaceAll(",\\s*\"note\" : \".*?\"\\n", "\n");
    assertThat(old).doesNotContain("left", "\"note\"");
    SessionFile read = SessionReader.read("a.hss", old.getBytes(StandardCharsets.UTF_8));
    assertThat(read.left()).isEmpty();
    assertThat(read.bookmarks()).contains(new Bookmark("the call", new Mark(100, 0)));
  }

  @Test
  void aRunThatWasLeftCanBeGoneBackToOnceTheSessionIsOpenedAgain() throws Exception {
    Path image = image("kdump-k2");
    Target.Options options = Target.Options.standard();
    Path file = folder.resolve("a.hss");
    Snapshot edited;
    try (DebugSession session = DebugSession.open(Target.load(image, options))) {
      get(session.run(RunGoal.steps(60)));
      get(session.edit(Edit.register(Bank.R8_fiq, 1)));
      get(session.run(RunGoal.steps(100)));
      get(session.run(RunGoal.toMark("#100")));
      get(session.edit(Edit.register(Bank.R9_fiq, 2)));
      edited = get(session.run(RunGoal.steps(20)));
      SessionFiles.write(SessionFile.of(SavedImage.ofFile(image, options), edited), file);
    }
    SessionFile saved = SessionFiles.read(file);
    try (DebugSession again = saved.open(SEARCH.load(saved.image()))) {
      Snapshot back = get(saved.resume(again));
      assertThat(back.left())
          .singleElement()
          .satisfies(
              left -> {
                assertThat(left.from()).isEqualTo(new Mark(100, 0));
                assertThat(left.end()).isEqualTo(new Mark(160, 0));
              });
      Snapshot parting = get(again.leaveFor(back.left().get(0).number()));
      assertThat(parting.mark()).isEqualTo(new Mark(100, 0));
      assertThat(parting.register(Bank.R8_fiq)).isEqualTo(1);
      assertThat(parting.register(Bank.R9_fiq)).isZero();
      assertThat(parting.left())
          .as("the run that was saved")
          .singleElement()
          .satisfies(left -> assertThat(left.end()).isEqualTo(edited.end()));
    }
  }

  @Test
  void everyKindOfBreakpointCanBeSaved() {
    List<Class<?>> known =
        List.of(
            Breakpoint.Address.class,
            Breakpoint.Vector.class,
            Breakpoint.EnterMode.class,
            Breakpoint.Write.class);
    assertThat(Breakpoint.class.getPermittedSubclasses())
        .containsExactlyInAnyOrder(known.toArray(Class<?>[]::new));
  }

  @Test
  void aThousandEntriesTakeLessThanTwoHundredKilobytes() throws Exception {
    List<InputJournal.Entry> entries =
        LongStream.range(0, 1000)
            .mapToObj(n -> new InputJournal.Entry(1_000_000_000 + n, inputs().get((int) n % 5)))
            .toList();
    SessionFile big =
        new SessionFile(
            sample(),
            new JournalView(entries, 0, 2_000_000_000),
            Mark.START,
            0,
            List.of(),
            List.of(),
            "",
            Map.of(),
            List.of());
    byte[] contents = SessionWriter.write(big);
    assertThat(contents.length).isLessThan(200_000);
    assertThat(SessionReader.read("big", contents).journal().entries()).hasSize(1000);
  }

  @Test
  void anotherImageIsRefusedUnlessItIsAskedFor() throws Exception {
    Path image = image("kdump-k2");
    SavedImage saved = SavedImage.ofFile(image, Target.Options.standard());
    Files.copy(
        Path.of("samples/kexec-k4/kexec-k4.elf"), image, StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> SEARCH.load(saved))
        .isInstanceOf(UnusableTargetException.class)
        .hasMessageContaining("kdump-k2.elf is not what the session was made with");
    ImageSearch any = new ImageSearch(Optional.empty(), Optional.empty(), true, NO_SAMPLES);
    assertThat(any.load(saved).image().name()).isEqualTo("kdump-k2.elf");
  }

  @Test
  void anImageThatIsGoneIsLookedForBesideTheSession() throws Exception {
    Path image = image("kdump-k2");
    SavedImage saved = SavedImage.ofFile(image, Target.Options.standard());
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.move(image, other.resolve("kdump-k2.elf"));
    ImageSearch beside = new ImageSearch(Optional.of(other), Optional.empty(), false, NO_SAMPLES);
    assertThat(beside.load(saved).image().name()).isEqualTo("kdump-k2.elf");
    assertThatThrownBy(() -> SEARCH.load(saved))
        .hasMessageContaining("looked for at " + image.toAbsolutePath());
  }

  @Test
  void aSessionOnASampleNeedsNoFile() throws Exception {
    ImageSearch samples =
        new ImageSearch(
            Optional.empty(), Optional.empty(), false, name -> Optional.of(bytes("kdump-k2")));
    assertThat(samples.load(sample()).image().name()).isEqualTo("kdump-k2.elf");
    assertThatThrownBy(() -> SEARCH.load(sample())).hasMessageContaining("no sample 'kdump-k2'");
  }

  @Test
  void everyDefectIsOneSentenceThatSaysWhere() throws Exception {
    String good = new String(SessionWriter.write(full()), StandardCharsets.UTF_8);
    refused("", "is no session");
    refused("\u0000\u0001", "is no JSON in line 1");
    refused("{}", "is no session of HypScope");
    refused("[]", "is no session of HypScope");
    refused(good.replaceAll("(?s)\"image\" : .*?\\}", "\"image\" : 3"), "image is no object");
    refused(good.replace("session\" : 2", "session\" : 3"), "version 3", "up to version 2");
    refused(good.replace("session\" : 2", "session\" : 0"), "version 0");
    refused(good.replace("\"common\" : 2", "\"common\" : 6"), "left[0].common");
    refused(good.replace("\"at\" : 77,", "\"at\" : 0,"), "left[0].journal", "order of the run");
    refused(good.replace("\"end\" : \"#90\"", "\"end\" : \"#3\""), "left[0].end is before");
    refused(good + "x", "is no JSON");
    refused(good.replace("\"typed\" : \"6162\"", "\"typed\" : \"616\""), "journal[0].typed");
    refused(good.replace("R8_usr", "R99"), "journal[1].register is 'R99'");
    refused(good.replace("TPIDRURW", "NOTHING"), "journal[2].system is 'NOTHING(S)'");
    refused(good.replace("\"notes\"", "\"nodes\""), "notes is missing");
    refused(good.replaceFirst("\"core\" : 0", "\"core\" : -1"), "instant.core");
    refused(good.replaceFirst("\"at\" : 1,", "\"at\" : 5000,"), "order of the run");
    refused(good.replace("\"virt\"", "\"vert\""), "board.name is 'vert'");
    refused("{".repeat(100_000), "is no JSON");
  }

  @Test
  void whatTheBoardHasNotIsRefusedBeforeItRuns() throws Exception {
    Target target = Target.load(image("kdump-k2"), Target.Options.standard());
    SessionFile saved = full();
    Input foreign = new Input.Register(3, Bank.R0, 1);
    Input outside = new Input.Memory(0x1000, new byte[4]);
    for (Input each : List.of(foreign, outside)) {
      BranchView left =
          new BranchView(0, Mark.START, Mark.START, List.of(new InputJournal.Entry(0, each)));
      SessionFile leaving =
          new SessionFile(
              saved.image(),
              new JournalView(List.of(), 0, 0),
              Mark.START,
              0,
              List.of(),
              List.of(),
              "",
              Map.of(),
              List.of(left));
      assertThatThrownBy(() -> leaving.open(target)).isInstanceOf(UnusableTargetException.class);
      JournalView journal = new JournalView(List.of(new InputJournal.Entry(0, each)), 0, 0);
      SessionFile other =
          new SessionFile(
              saved.image(), journal, Mark.START, 0, List.of(), List.of(), "", Map.of(), List.of());
      assertThatThrownBy(() -> other.open(target)).isInstanceOf(UnusableTargetException.class);
    }
  }

  @Test
  void aRunThatEndsBeforeTheSavedInstantStopsThereAndSaysWhy() throws Exception {
    Target target = Target.load(image("kdump-k2"), Target.Options.standard());
    try (DebugSession session = DebugSession.open(target)) {
      Snapshot end = get(session.resume(new JournalView(List.of(), 1L << 50, 1L << 50), 0));
      assertThat(end.stop().kind()).isEqualTo(StopReason.Kind.LOOP);
    }
  }

  private void refused(String contents, String... words) {
    assertThatThrownBy(() -> SessionReader.read("a.hss", contents.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnusableTargetException.class)
        .hasMessageContainingAll(words)
        .hasMessageStartingWith("a.hss")
        .hasMessageEndingWith(".");
  }

  private static void play(DebugSession session) throws Exception {
    get(session.run(RunGoal.steps(60)));
    get(session.edit(Edit.register(Bank.R8_fiq, 0x1234)));
    session.type("typed".getBytes(StandardCharsets.ISO_8859_1));
    get(session.run(RunGoal.steps(40)));
    get(session.edit(Edit.memory(AddressSpace.PHYSICAL, 0x4100_0ffe, new byte[] {1, 2, 3, 4})));
    get(session.edit(Edit.sysReg(SysRegs.byName("TPIDRURW"), false, 77)));
    get(session.run(RunGoal.steps(100)));
    get(session.edit(Edit.doubleword(3, 0x0123_4567_89ab_cdefL)));
    get(session.edit(Edit.sysReg(FpRegs.FPSCR, false, 0x0300_0000)));
    get(session.run(RunGoal.steps(100)));
  }

  private static JournalView atEnd(JournalView journal) {
    return new JournalView(journal.entries(), journal.end(), journal.end());
  }

  static SessionFile full() throws UnusableTargetException {
    List<InputJournal.Entry> entries =
        LongStream.range(0, 5)
            .mapToObj(n -> new InputJournal.Entry(n, inputs().get((int) n)))
            .toList();
    return new SessionFile(
            sample(),
            new JournalView(entries, 120, 150),
            new Mark(120, 1),
            0,
            List.of(),
            List.of(),
            "",
            Map.of(),
            List.of(left(entries)))
        .noting(
            List.of(
                new Bookmark("the call", new Mark(100, 0), "What r0 was:\n2."),
                new Bookmark("", Mark.START)),
            List.of(
                new Stop(new Breakpoint.Address(0x8001_0000)),
                new Stop(
                    new Breakpoint.Vector(VectorBase.HYP, 0x14),
                    new Terms(false, "r0 == 2", 3, Optional.of("r0={r0}"))),
                new Stop(new Breakpoint.EnterMode(Mode.HYP)),
                watch(new Place.Register(0, Bank.CPSR, 0x1f, "CPSR.M")),
                watch(new Place.Register(0, Bank.LR_svc)),
                watch(new Place.SystemRegister(0, HVBAR)),
                watch(new Place.Doubleword(0, 9)),
                new Stop(
                    new Breakpoint.Write(
                        new Place.Memory(0x4000_0000L, 4), OptionalLong.empty(), true))),
            "Two\nlines \u00e4.",
            Map.of("theme", "dark", "pane", "vectors"));
  }

  /** Has two entries in common with {@code present}, and one of its own. */
  private static BranchView left(List<InputJournal.Entry> present) {
    List<InputJournal.Entry> inputs = new ArrayList<>(present.subList(0, 2));
    inputs.add(new InputJournal.Entry(77, new Input.Register(0, Bank.R1, 5)));
    return new BranchView(0, new Mark(5, 0), new Mark(90, 0), inputs);
  }

  private static Stop watch(Place place) {
    return new Stop(
        new Breakpoint.Write(place, OptionalLong.of(7), false),
        new Terms(true, "", 2, Optional.of("")));
  }

  private static List<Input> inputs() {
    return List.of(
        new Input.Typed("ab".getBytes(StandardCharsets.ISO_8859_1)),
        new Input.Register(0, Bank.R8_usr, -1),
        new Input.SystemRegister(0, SysRegs.byName("TPIDRURW"), true, 0xffff_ffffL),
        new Input.Doubleword(0, 31, -1),
        new Input.Memory(0x4000_0000, new byte[] {1, 2, 3, 4}));
  }

  private static SavedImage sample() throws UnusableTargetException {
    return SavedImage.ofSample("kdump-k2", bytes("kdump-k2"), Target.Options.standard());
  }

  private Path image(String name) throws Exception {
    return Files.write(folder.resolve(name + ".elf"), bytes(name));
  }

  private static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(Path.of("samples", name, name + ".elf"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MachineStates state(DebugSession session) throws Exception {
    return get(session.probe(MachineStates::of));
  }

  private static void assertSame(DebugSession session, MachineStates state, String when)
      throws Exception {
    Machine machine = get(session.probe(copy -> copy));
    state.assertSameAs(machine, when);
  }

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(60, TimeUnit.SECONDS);
  }
}
