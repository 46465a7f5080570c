package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.hypscope.abi.tour.Tour;
import org.hypscope.abi.tour.Tours;
import org.hypscope.arm.arch.Bank;
import org.hypscope.debug.Edit;
import org.hypscope.debug.Snapshot;
import org.hypscope.time.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guided tours in the window: begun from anywhere, found back to, and heard. */
class TourWindowTest extends WindowTest {
  @Test
  void everyStopOfEveryTourNamesAViewThatThereIs() {
    List<String> titles = workbench.views().stream().map(View::title).toList();
    for (Tour tour : Tours.builtIn()) {
      for (Tour.Stop stop : tour.stops()) {
        assertThat(stop.view()).as(stop.where()).isPresent();
        assertThat(titles).as(stop.where()).contains(stop.view().get());
      }
    }
  }

  @Test
  void keysPressedOnTheWayAreNotLostAndARingMarksTheHighlight() {
    push(KeyCode.N);
    for (int n = 0; n < 5; n++) {
      push(KeyCode.N);
    }
    eventually("stop 6", () -> at("#429") && ring().isVisible());
    assertThat(label("#tour-place")).startsWith("Stop 6 of 8");
    Node cell = lookup("#tour-ring").query();
    assertThat(cell.getBoundsInParent().getWidth()).isGreaterThan(20);
    push(KeyCode.ALT, KeyCode.HOME);
    eventually("the first stop", () -> at("#7"));
    push(KeyCode.ALT, KeyCode.END);
    eventually("the last stop", () -> at("#672") && ring().isVisible());
    Node console = lookup("#pane-Console").query();
    assertThat(inScene(ring()).intersects(inScene(console))).as("around a whole view").isTrue();
    interact(() -> workbench.tour().leave());
    assertThat(ring().isVisible()).isFalse();
    assertThat(lookup("#tour-place").query().getParent().isVisible()).isFalse();
    assertThat(snapshot().mark()).as("it stands where it stood").hasToString("#672");
  }

  @Test
  void whoWandersOrEditsGoesOnByNAndBackByShiftN() {
    interact(() -> workbench.open("tour:kdump-k2:4", Optional.empty()));
    eventually("stop 4", () -> at("#410"));
    push(KeyCode.F7);
    eventually("off the path", () -> label("#tour-place").contains("to this stop"));
    push(KeyCode.SHIFT, KeyCode.N);
    eventually("back at stop 4", () -> at("#410") && !label("#tour-place").contains("to this"));

    interact(() -> workbench.state().edit(new Edit.Register(Bank.R0, 0x40010484)));
    eventually("edited", () -> snapshot().register(Bank.R0) == 0x40010484);
    push(KeyCode.N);
    eventually(
        "stop 5 of the run as it was", () -> at("#411") && snapshot().register(Bank.R0) == 2);
    push(KeyCode.SHIFT, KeyCode.N);
    eventually("and back", () -> at("#410") && snapshot().register(Bank.R0) == 2);
    assertThat(workbench.message()).isEmpty();
  }

  @Test
  void thePaletteBeginsATourOfAnotherImageAndAnotherImageEndsIt() {
    openSample("stub-s0");
    push(KeyCode.CONTROL, KeyCode.N);
    write("jailhouse-new");
    push(KeyCode.ENTER);
    eventuallyShows("Stop 1 of 3");
    eventually("the cell", () -> snapshot().imageName().equals("matrix-arm") && at("#36"));
    interact(() -> workbench.openScenario("stub-s0"));
    eventually("no tour", () -> workbench.tour().model().place().get() == null);
    push(KeyCode.N);
    eventuallyShows(
        "There is no guided tour of stub-s0.elf: Ctrl+N lists the tours that there are.");
  }

  @Test
  void aBrokenTourIsASentenceAndLeavesTheSessionAlone(@TempDir Path folder) throws Exception {
    openSample("stub-s0");
    Mark here = snapshot().mark();
    Path file = Files.writeString(folder.resolve("mine.yaml"), "title: x\nstops: []\n");
    interact(() -> workbench.openFile(file));
    eventuallyShows("mine.yaml:2:");
    assertThat(snapshot().mark()).isEqualTo(here);
    interact(() -> workbench.open("tour:nonsense", Optional.empty()));
    eventuallyShows("There is no tour 'nonsense'");
  }

  @Test
  void theSpeakersWindowFollowsAndTakesKeys() {
    interact(() -> workbench.open("tour:kdump-k2:4", Optional.empty()));
    eventually("stop 4", () -> at("#410"));
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
    SpeakerWindow speaker = workbench.tour().speaker().orElseThrow();
    eventually("the speaker's window", speaker::isShowing);
    assertThat(spoken(speaker, "#speaker-place")).isEqualTo("Stop 4 of 8");
    assertThat(spoken(speaker, "#speaker-coordinate")).startsWith("hs1:kdump-k2@410");
    assertThat(spoken(speaker, "#speaker-clock")).matches("0:\\d\\d");
    assertThat(spoken(speaker, "#speaker-next")).startsWith("Next, at hvc:4+1: The call is taken");
    assertThat(text()).as("not on the projector").doesNotContain("kexec runs the reboot notifiers");

    interact(() -> speaker.scene().getWindow().requestFocus());
    push(KeyCode.N);
    eventually("stop 5", () -> at("#411"));
    assertThat(spoken(speaker, "#speaker-place")).isEqualTo("Stop 5 of 8");
    Window projected = scene.getWindow();
    interact(() -> projected.fireEvent(new WindowEvent(projected, WindowEvent.WINDOW_HIDDEN)));
    assertThat(speaker.isShowing()).as("it closes with the other").isFalse();
  }

  @Test
  void eachStepIsTheAccessibleTextOfTheReadOutUntilItIsSilenced() {
    openSample("kdump-k2");
    push(KeyCode.F7);
    String heard = "HVC #0: SVC to HYP; ELR_hyp = 0x40010460; SPSR_hyp = 0x600001d3;";
    eventually("the step", () -> heard().startsWith(heard));
    push(KeyCode.SHIFT, KeyCode.F7);
    eventually("the step back", () -> heard().startsWith("Back: HVC #0: HYP to SVC;"));
    eventually("the finding", () -> heard().endsWith("Finding: call-number-as-function."));
    push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
    assertThat(heard()).isEmpty();
  }

  private String heard() {
    Object text = lookup("#read-out").query().queryAccessibleAttribute(AccessibleAttribute.TEXT);
    return String.valueOf(text);
  }

  private static String spoken(SpeakerWindow speaker, String id) {
    return ((Label) speaker.scene().lookup(id)).getText();
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private Node ring() {
    return lookup("#tour-ring").query();
  }

  private String label(String id) {
    return lookup(id).queryAs(Label.class).getText();
  }

  private boolean at(String mark) {
    return snapshot() != null && snapshot().mark().toString().equals(mark) && !workbench.isBusy();
  }

  private Snapshot snapshot() {
    return workbench.state().snapshot().get();
  }
}
