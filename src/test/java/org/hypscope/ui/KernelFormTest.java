package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.hypscope.arm.arch.Bank;
import org.hypscope.debug.Snapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Open kernel...": what is entered boots, is remembered, or is refused in one sentence. */
class KernelFormTest extends WindowTest {
  @TempDir Path folder;

  private Path image;

  /** An Image is a raw binary: a branch to itself is enough to stand before. */
  @BeforeEach
  void makeImage() throws IOException {
    image = folder.resolve("Image");
    Files.write(image, new byte[] {(byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xea});
  }

  @Test
  void aKernelBootsWithWhatIsEnteredAndTheEntriesAreRemembered() {
    open();
    enter("image", image.toString());
    enter("command-line", "console=ttyAMA0");
    enter("ram", "64M");
    interact(() -> choice("cpus").setValue("2"));
    push(KeyCode.ENTER);

    eventually("the kernel", () -> snapshot() != null && !isOpen());
    assertThat(snapshot().register(Bank.R0)).isZero();
    assertThat(snapshot().register(Bank.R2)).as("device tree").isNotZero();

    open();
    assertThat(text("image")).isEqualTo(image.toString());
    assertThat(text("command-line")).isEqualTo("console=ttyAMA0");
    assertThat(choice("cpus").getValue()).isEqualTo("2");
  }

  @Test
  void anEntryThatCannotBeUsedIsNamedAndTheSessionStays() {
    openSample("stub-s0");
    Snapshot before = snapshot();
    open();
    push(KeyCode.ENTER);
    eventuallyShows("Kernel is empty: name a zImage");

    enter("image", image.toString());
    enter("ram", "much");
    push(KeyCode.ENTER);
    eventuallyShows("RAM: 'much' is no size: write 64M");

    enter("ram", "");
    enter("initrd", folder.resolve("missing.cpio").toString());
    push(KeyCode.ENTER);
    eventuallyShows("missing.cpio");
    assertThat(isOpen()).isTrue();

    push(KeyCode.ESCAPE);
    assertThat(isOpen()).isFalse();
    assertThat(snapshot()).isSameAs(before);
  }

  private void open() {
    push(KeyCode.CONTROL, KeyCode.K);
    assertThat(isOpen()).isTrue();
  }

  private boolean isOpen() {
    return lookup("#kernel-form").tryQuery().isPresent();
  }

  private void enter(String entry, String text) {
    interact(() -> field(entry).setText(text));
  }

  private String text(String entry) {
    return field(entry).getText();
  }

  private TextInputControl field(String entry) {
    return lookup("#kernel-" + entry).queryTextInputControl();
  }

  private ChoiceBox<String> choice(String entry) {
    return lookup("#kernel-" + entry).query();
  }

  private Snapshot snapshot() {
    return workbench.state().snapshot().get();
  }
}
