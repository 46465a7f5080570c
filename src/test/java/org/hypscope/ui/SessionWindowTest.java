package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.control.TextArea;
import javafx.scene.image.WritableImage;
import javafx.scene.image.WritablePixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.hypscope.arm.arch.Bank;
import org.hypscope.debug.Breakpoint;
import org.hypscope.debug.Edit;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.VectorBase;
import org.hypscope.debug.store.Coordinate;
import org.hypscope.debug.store.Digest;
import org.hypscope.time.Mark;
import org.hypscope.ui.qr.QrCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions and coordinates as a person at the window meets them. */
class SessionWindowTest extends WindowTest {
  private static final Breakpoint HYP = new Breakpoint.Vector(VectorBase.HYP, 0x14);

  @TempDir Path folder;

  @Test
  void aSavedSessionOpensWithItsEditsBreakpointsAndInstant() {
    openSample("kdump-k2");
    push(KeyCode.F7);
    interact(() -> workbench.state().edit(Edit.register(Bank.R8_fiq, 0x1234)));
    eventually("the edit", () -> snapshot().register(Bank.R8_fiq) == 0x1234);
    push(KeyCode.F7);
    interact(() -> workbench.state().toggle(HYP));
    interact(() -> workbench.state().time().name(new Mark(5, 0), "early"));
    eventually("the step", () -> !workbench.isBusy());
    Mark saved = snapshot().mark();
    Path file = folder.resolve("talk.hss");
    interact(() -> workbench.sessions().save(file));
    eventuallyShows("is in " + file);

    openSample("kvm-k2");
    eventually("no breakpoint", () -> workbench.state().breakpoints().isEmpty());
    interact(() -> workbench.openFile(file));
    eventually("the session", () -> snapshot().mark().equals(saved));
    assertThat(snapshot().register(Bank.R8_fiq)).isEqualTo(0x1234);
    assertThat(snapshot().imageName()).isEqualTo("kdump-k2.elf");
    assertThat(workbench.state().breakpoints()).containsExactly(HYP);
    assertThat(workbench.state().time().bookmarks())
        .extracting(each -> each.name())
        .contains("early");
    push(KeyCode.F7);
    eventually("a step on", () -> !snapshot().mark().equals(saved));
    interact(() -> workbench.state().time().visit(new Mark(5, 0)));
    eventually("the bookmark", () -> snapshot().mark().equals(new Mark(5, 0)));
  }

  @Test
  void notesOfAnInstantAndOfTheSessionAreWrittenByKeyAndSaved() {
    openSample("kdump-k2");
    Mark here = snapshot().mark();
    push(KeyCode.SHIFT, KeyCode.M);
    eventually("the sheet", () -> lookup("#bookmark-note").tryQuery().isPresent());
    write("r0 is 2 here");
    push(KeyCode.TAB);
    write("for the talk");
    push(KeyCode.CONTROL, KeyCode.ENTER);
    eventually("no sheet", () -> lookup("#bookmark-note").tryQuery().isEmpty());
    assertThat(workbench.state().time().bookmarkAt(here).orElseThrow().note())
        .isEqualTo("r0 is 2 here");
    Path file = folder.resolve("talk.hss");
    interact(() -> workbench.sessions().save(file));
    eventuallyShows("is in " + file);

    openSample("kvm-k2");
    interact(() -> workbench.openFile(file));
    eventually("the session", () -> snapshot().mark().equals(here));
    eventuallyShows("Notes: for the talk");
    push(KeyCode.SHIFT, KeyCode.M);
    eventually("the sheet", () -> lookup("#session-notes").tryQuery().isPresent());
    assertThat(lookup("#session-notes").<TextArea>query().getText()).isEqualTo("for the talk");
    assertThat(lookup("#bookmark-note").<TextArea>query().getText()).isEqualTo("r0 is 2 here");
    push(KeyCode.ESCAPE);
    eventually("no sheet", () -> lookup("#session-notes").tryQuery().isEmpty());
    assertThat(workbench.state().time().bookmarks()).hasSize(1);
  }

  @Test
  void runsThatWereLeftComeBackWithTheSession() {
    openSample("kdump-k2");
    Mark newest = snapshot().mark();
    for (int at : new int[] {100, 50}) {
      interact(() -> workbench.state().time().visit(new Mark(at, 0)));
      eventually("#" + at, () -> snapshot().mark().retired() == at);
      interact(() -> workbench.state().edit(Edit.register(Bank.R8_fiq, at)));
      eventually("the edit", () -> snapshot().register(Bank.R8_fiq) == at);
    }
    Path file = folder.resolve("left.hss");
    interact(() -> workbench.sessions().save(file));
    eventuallyShows("is in " + file);
    openSample("kvm-k2");
    interact(() -> workbench.openFile(file));
    eventually("the session", () -> snapshot().imageName().equals("kdump-k2.elf"));
    eventually("both forks", () -> lookup(".fork").queryAll().size() == 2);
    int first =
        snapshot().left().stream()
            .filter(left -> left.end().equals(newest))
            .findFirst()
            .orElseThrow()
            .number();
    interact(() -> workbench.state().time().leaveFor(first));
    eventually("where they part", () -> snapshot().mark().retired() == 50);
    assertThat(snapshot().register(Bank.R8_fiq)).isZero();
  }

  @Test
  void aSessionThatCannotBeOpenedLeavesTheOpenOneAsItIs() throws Exception {
    openSample("kdump-k2");
    Snapshot before = snapshot();
    Path file = Files.writeString(folder.resolve("bad.hss"), "{\"hypscope-session\": 7}");
    interact(() -> workbench.openFile(file));
    eventuallyShows("is a session of version 7");
    assertThat(snapshot()).isSameAs(before);
    push(KeyCode.F7);
    eventually("a step", () -> !snapshot().mark().equals(before.mark()));
  }

  @Test
  void aCoordinateThatWasCopiedLeadsBackFromAnotherImage() {
    openSample("kdump-k2");
    Mark at = snapshot().mark();
    press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T)
        .release(KeyCode.T, KeyCode.SHIFT, KeyCode.CONTROL);
    eventuallyShows("is on the clipboard.");
    StringBuilder copied = new StringBuilder();
    interact(() -> copied.append(Clipboard.getSystemClipboard().getString()));
    assertThat(Coordinate.parse(copied.toString()).image()).isEqualTo("kdump-k2");

    openSample("kvm-k2");
    push(KeyCode.CONTROL, KeyCode.P);
    write(copied.toString());
    push(KeyCode.ENTER);
    eventually("the image", () -> snapshot().imageName().equals("kdump-k2.elf"));
    eventually("the instant", () -> snapshot().mark().equals(at));
  }

  @Test
  void aCoordinateOfAFileNeedsTheFile() throws Exception {
    Path image = Path.of("samples/kvm-k2/kvm-k2.elf");
    String text = "hs1:" + Digest.of(image).substring(0, 12) + "@hvc:2#memory";
    interact(() -> workbench.open(text, Optional.empty()));
    eventuallyShows("None of the files that were opened last is the image of");
    interact(() -> workbench.open(text, Optional.of(image)));
    eventually("the HVC", () -> workbench.state().snapshot().get() != null && snapshot().atHvc());
    eventually("the view", () -> workbench.currentView().get().title().equals("Memory"));
  }

  @Test
  void theQrCodeSaysTheCoordinate() {
    openSample("kdump-k2");
    push(KeyCode.CONTROL, KeyCode.P);
    write("qr code");
    push(KeyCode.ENTER);
    eventuallyShows("hs1:kdump-k2@");
    push(KeyCode.ESCAPE);
    String text = "hs1:0123456789ab@123456789.1#hyp-registers";
    WritableImage[] code = new WritableImage[1];
    interact(() -> code[0] = QrCode.picture(text, 400));
    assertThat(read(code[0])).isEqualTo(text);
    assertThat(squares(QrCode.drawing(text, 400))).isEqualTo(squares(QrCode.picture(text, 1)));
  }

  /** The black squares of a drawing, as {@code x,y}. */
  private static List<String> squares(String drawing) {
    return Pattern.compile("M(\\d+) (\\d+)h1v1h-1Z")
        .matcher(drawing)
        .results()
        .map(square -> square.group(1) + "," + square.group(2))
        .toList();
  }

  /** The black pixels of a picture that has one for each square. */
  private static List<String> squares(WritableImage image) {
    List<String> squares = new ArrayList<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getPixelReader().getColor(x, y).equals(Color.BLACK)) {
          squares.add(x + "," + y);
        }
      }
    }
    return squares;
  }

  private static String read(WritableImage image) {
    int width = (int) image.getWidth();
    int[] pixels = new int[width * width];
    image
        .getPixelReader()
        .getPixels(0, 0, width, width, WritablePixelFormat.getIntArgbInstance(), pixels, 0, width);
    try {
      return new QRCodeReader()
          .decode(
              new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels))))
          .getText();
    } catch (ReaderException e) {
      throw new AssertionError("no QR code", e);
    }
  }

  private Snapshot snapshot() {
    return workbench.state().snapshot().get();
  }
}
