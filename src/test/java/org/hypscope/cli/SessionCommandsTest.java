package org.hypscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.hypscope.arm.arch.Bank;
import org.hypscope.debug.Bookmark;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.Edit;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.Target;
import org.hypscope.debug.store.Digest;
import org.hypscope.debug.store.SavedImage;
import org.hypscope.debug.store.SessionFile;
import org.hypscope.debug.store.SessionFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands begin where sessions and coordinates say, without a window. */
class SessionCommandsTest {
  @TempDir Path folder;

  @Test
  void runGoesToASavedInstantWithItsEdits() throws Exception {
    Path file = saved();
    Prompt there = Prompt.run("run", file.toString(), "--registers", "--format", "json");
    assertThat(there.err()).isEmpty();
    assertThat(there.status()).isZero();
    assertThat(there.out()).contains("0xcafe0123");
    Prompt on = Prompt.run("run", file.toString(), "--until", "hvc");
    assertThat(on.status()).isZero();
    assertThat(on.out()).contains("Before the HVC");
  }

  @Test
  void runSavesWhereItStandsForAnotherRun() {
    Path file = folder.resolve("b.hss");
    for (String[] image :
        new String[][] {
          {"smp-stub", "--to", "hvc:1", "--type", "x"},
          {"samples/kdump-k2/kdump-k2.elf", "--until", "hvc", "--board", "virt-a7"},
          {"matrix-arm", "--entry", "cell_K2_off__S4_soft_restart", "--to", "hvc:1"}
        }) {
      List<String> made = new ArrayList<>(List.of("run"));
      made.addAll(List.of(image));
      made.addAll(List.of("--registers", "--save", file.toString()));
      Prompt first = Prompt.run(made.toArray(String[]::new));
      assertThat(first.status()).as(first.err()).isZero();
      Prompt again = Prompt.run("run", file.toString(), "--registers");
      assertThat(again.status()).as(again.err()).isZero();
      assertThat(registers(again)).isEqualTo(registers(first)).hasSizeGreaterThan(20);
    }
  }

  @Test
  void stopsAndWhatWasNotedStayWithASavedRun() throws Exception {
    Path file = folder.resolve("stops.hss");
    Prompt.run(
        "run", "kdump-k2", "--watch", "HVBAR", "--break", "mode=HYP,off", "--save", str(file));
    SessionFile first = SessionFiles.read(file);
    assertThat(first.stops()).hasToString("[watch HVBAR, break mode=HYP,off]");
    SessionFiles.write(
        first.noting(
            List.of(new Bookmark("here", first.mark())), first.stops(), "why so?", first.view()),
        file);

    Prompt on = Prompt.run("run", str(file), "--to", "end", "--save", str(file));
    assertThat(on.out()).contains("HVBAR became 0x400101a0");
    SessionFile second = SessionFiles.read(file);
    assertThat(second.mark()).isGreaterThan(first.mark());
    assertThat(second.stops()).isEqualTo(first.stops());
    assertThat(second.notes()).isEqualTo("why so?");
    assertThat(second.bookmarks()).hasSize(1);

    Prompt more = Prompt.run("run", str(file), "--break", "power_off", "--save", str(file));
    assertThat(more.out()).contains("HVBAR became 0x400101c0");
    assertThat(SessionFiles.read(file).stops()).hasSize(3);
  }

  private static String str(Path file) {
    return file.toString();
  }

  private static List<String> registers(Prompt run) {
    return run.out().lines().filter(line -> line.contains("  0x")).toList();
  }

  @Test
  void aSessionGoesOnWithAnImageThatIsGivenIfItIsTheSame() throws Exception {
    Path file = saved();
    Path image = folder.resolve("kdump-k2.elf");
    Path moved = Files.move(image, folder.resolve("moved.elf"));
    assertThat(Prompt.run("run", file.toString()).err()).contains("looked for at " + image);
    Prompt given = Prompt.run("run", moved.toString(), "--session", file.toString());
    assertThat(given.status()).as(given.err()).isZero();
    Prompt other = Prompt.run("run", "samples/kvm-k2/kvm-k2.elf", "--session", file.toString());
    assertThat(other.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(other.err()).contains("is not what the session was made with");
    Prompt changed =
        Prompt.run(
            "run", "samples/kvm-k2/kvm-k2.elf", "--session", file.toString(), "--changed-image");
    assertThat(changed.status()).as(changed.err()).isZero();
  }

  @Test
  void coordinatesNameInstantsOfSamplesAndOfImages() throws Exception {
    Prompt sample = Prompt.run("run", "hs1:kdump-k2@hvc:3#vectors");
    assertThat(sample.status()).isZero();
    assertThat(sample.out()).contains("Before HVC 3");
    Path image = Path.of("samples/kdump-k2/kdump-k2.elf");
    String coordinate = "hs1:" + Digest.of(image).substring(0, 12) + "@hvc:3";
    Prompt hash = Prompt.run("run", image.toString(), "--session", coordinate);
    assertThat(hash.out()).isEqualTo(sample.out());
    assertThat(Prompt.run("run", coordinate).err()).contains("give it too");
    Prompt other = Prompt.run("run", "samples/kvm-k2/kvm-k2.elf", "--session", coordinate);
    assertThat(other.err()).contains("is not the image of");
  }

  @Test
  void traceTellsASessionAsFarAsItHasCome() throws Exception {
    Prompt whole = Prompt.run("trace", "kdump-k2");
    Prompt part = Prompt.run("trace", "hs1:kdump-k2@hvc:3");
    assertThat(part.status()).as(part.err()).isZero();
    assertThat(part.json()).hasSizeLessThan(whole.json().size()).isNotEmpty();
    assertThat(whole.out()).startsWith(part.out());
  }

  @Test
  void everyCommandSaysWhereARunNeverComesToAnInstant() {
    String file = folder.resolve("x").toString();
    for (String[] command :
        new String[][] {
          {"run", "kdump-k2", "--to", "hvc:99"},
          {"trace", "kdump-k2", "--to", "hvc:99"},
          {"trace", "kdump-k2", "--from", "hvc:99"},
          {"why", "kdump-k2", "HVBAR", "--at", "hvc:99"},
          {"translate", "kdump-k2", "0x40010000", "--at", "hvc:99"},
          {"export", "kdump-k2", "--as", "vcd", "--to", "hvc:99", "-o", file},
          {"export", "hs1:kdump-k2@hvc:99", "--as", "vcd", "-o", file}
        }) {
      Prompt missed = Prompt.run(command);
      assertThat(missed.status()).as(String.join(" ", command)).isEqualTo(ExitStatus.LIMIT);
      assertThat(missed.err()).hasLineCount(1).startsWith("It never came to hvc:99");
    }
  }

  @Test
  void questionsAreAnsweredWhereASessionStands() throws Exception {
    Path file = saved();
    Prompt why = Prompt.run("why", file.toString(), "R8_fiq");
    assertThat(why.status()).as(why.err()).isZero();
    assertThat(why.out()).startsWith("At #40:").contains("0xcafe0123", "edit");
    Prompt at = Prompt.run("why", "hs1:kdump-k2@hvc:3", "HVBAR");
    assertThat(at.out()).isEqualTo(Prompt.run("why", "kdump-k2", "HVBAR", "--at", "hvc:3").out());
    String[] walk = {"0x40010000", "--regime", "hyp"};
    assertThat(Prompt.run("translate", "hs1:kdump-k2@hvc:4", walk[0], walk[1], walk[2]).out())
        .isEqualTo(
            Prompt.run("translate", "kdump-k2", walk[0], walk[1], walk[2], "--at", "hvc:4").out());
  }

  @Test
  void whereAnImageIsWantedASessionIsRefusedWithWhatToGive() throws Exception {
    for (String command : List.of("check", "infer")) {
      Prompt refused = Prompt.run(command, saved().toString());
      assertThat(refused.status()).isEqualTo(ExitStatus.USAGE);
      assertThat(refused.err()).hasLineCount(1).contains("give the file or sample");
    }
  }

  @Test
  void whatCannotBeOpenedIsOneLine() throws Exception {
    Path file = saved();
    Files.writeString(file, "{\"hypscope-session\": 7}");
    for (String command : List.of("run", "trace", "open")) {
      for (String what : List.of("hs1:x", "hs1:nosuch@1", file.toString(), "no.hss")) {
        Prompt refused = Prompt.run(command, what);
        assertThat(refused.status()).as(command + what).isEqualTo(ExitStatus.USAGE);
        assertThat(refused.err().lines()).as(command + what).hasSize(1);
      }
    }
    assertThat(Prompt.run("open", "hs1:kdump-k2@1").err()).contains("no display");
    assertThat(Prompt.run("run", file.toString(), "--cpus", "2").err())
        .contains("leave the options of the board out");
  }

  @Test
  void openHandsTheWindowWhatToShow() {
    List<String> shown = new ArrayList<>();
    PrintStream none = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    String[] arguments = {"open", "hs1:0123456789ab@5", "samples/kvm-k2/kvm-k2.elf"};
    assertThat(Cli.run(arguments, shown::addAll, request -> {}, none, none)).isZero();
    assertThat(shown).containsExactly("hs1:0123456789ab@5", "samples/kvm-k2/kvm-k2.elf");
  }

  private Path saved() throws Exception {
    Path image = folder.resolve("kdump-k2.elf");
    Files.copy(
        Path.of("samples/kdump-k2/kdump-k2.elf"), image, StandardCopyOption.REPLACE_EXISTING);
    Target.Options options = Target.Options.standard();
    Path file = folder.resolve("a" + SessionFiles.EXTENSION);
    try (DebugSession session = DebugSession.open(Target.load(image, options))) {
      session.run(RunGoal.steps(20)).join();
      session.edit(Edit.register(Bank.R8_fiq, 0xcafe0123)).join();
      Snapshot now = session.run(RunGoal.steps(20)).join();
      SessionFiles.write(SessionFile.of(SavedImage.ofFile(image, options), now), file);
    }
    return file;
  }
}
