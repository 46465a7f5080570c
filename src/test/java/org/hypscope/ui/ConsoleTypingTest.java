package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.hypscope.debug.Snapshot;
import org.hypscope.oracle.Tools;
import org.hypscope.time.Mark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is typed into the console goes to the serial port, and nowhere else. */
class ConsoleTypingTest extends WindowTest {
  @TempDir Path folder;

  @BeforeEach
  void open() {
    Tools.assume(Tools.AS, Tools.LD);
    Path object = folder.resolve("typed.o");
    Path elf = folder.resolve("typed.elf");
    Tools.run(List.of(Tools.AS, "-o", object.toString(), "src/test/resources/window/typed.S"));
    Tools.run(List.of(Tools.LD, "-Ttext=0x40010000", "-o", elf.toString(), object.toString()));
    interact(() -> workbench.openFile(elf));
    eventually("the image", () -> snapshot() != null);
    goToConsole();
  }

  @Test
  void keysAreSentAndAreNoCommands() {
    write("h?");
    push(KeyCode.ENTER);
    push(KeyCode.BACK_SPACE);
    push(KeyCode.TAB);
    push(KeyCode.CONTROL, KeyCode.C);
    push(KeyCode.UP);
    assertThat(snapshot().mark()).as("nothing ran").isEqualTo(Mark.START);
    assertThat(lookup("#cheat-sheet").tryQuery()).isEmpty();
    assertThat(lookup("#console").query().isFocused()).isTrue();

    push(KeyCode.F9);
    eventuallyShows("68 3f 0d 7f 09 03 1b 5b 41 ");
  }

  @Test
  void aRunUnderWayReadsWhatIsTypedAndSoDoesTheNextFromTheStart() {
    push(KeyCode.F9);
    eventuallyShows("Esc pauses");
    write("a");
    eventuallyShows("61 ");
    interact(
        () ->
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "bc\nd\r\n")));
    push(KeyCode.CONTROL, KeyCode.V);
    eventuallyShows("61 62 63 0d 64 0d ");
    push(KeyCode.ESCAPE);
    eventually("a pause", () -> workbench.state().running().get() == null);

    push(KeyCode.F6);
    push(KeyCode.R);
    eventually("the start", () -> snapshot().mark().equals(Mark.START));
    assertThat(snapshot().console()).isEmpty();
    goToConsole();
    push(KeyCode.F9);
    eventuallyShows("61 62 63 0d 64 0d ");
  }

  private void goToConsole() {
    push(KeyCode.CONTROL, KeyCode.P);
    write("console");
    push(KeyCode.ENTER);
    eventually("the console", () -> lookup("#console").query().isFocused());
  }

  private Snapshot snapshot() {
    return workbench.state().snapshot().get();
  }
}
