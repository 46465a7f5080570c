package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.hypscope.abi.tour.Tour;
import org.hypscope.abi.tour.Tours;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.Snapshot;
import org.hypscope.time.Mark;
import org.junit.jupiter.api.Test;

/** Going back, by keys, and asking who wrote what. */
class TimeKeysTest extends WindowTest {
  @Test
  void aStepIsTakenBackWithTheSameMarksAndEndReturns() {
    openSample("kdump-k2");
    Mark before = mark();
    push(KeyCode.F7);
    eventually("HYP", () -> snapshot().mode() == Mode.HYP);
    Mark after = mark();
    Set<Bank> changed = snapshot().changes().registers().keySet();

    push(KeyCode.SHIFT, KeyCode.F7);
    eventually("the call again", () -> mark().equals(before));
    assertThat(snapshot().changes().registers().keySet()).isEqualTo(changed);
    Button past = lookup("#past").queryButton();
    eventually("it says that this is the past", past::isVisible);
    assertThat(past.getText()).startsWith("#410 of #411");

    push(KeyCode.END);
    eventually("the newest instant", () -> mark().equals(after));
    assertThat(past.isVisible()).isFalse();
  }

  @Test
  void everyKeyForthHasOneBack() {
    openSample("kdump-k2");
    Mark fourth = mark();
    push(KeyCode.SHIFT, KeyCode.H);
    eventually("HVC 3", () -> mark().compareTo(fourth) < 0 && snapshot().atHvc());
    Mark third = mark();
    push(KeyCode.F8);
    eventually("over the call", () -> mark().compareTo(third) > 0);
    push(KeyCode.SHIFT, KeyCode.F8);
    eventually("back over the call", () -> mark().equals(third));
    push(KeyCode.F7);
    eventually("in HYP", () -> snapshot().mode() == Mode.HYP);
    push(KeyCode.SHIFT, KeyCode.O);
    eventually("out, to before the call", () -> mark().equals(third));
    push(KeyCode.SHIFT, KeyCode.E);
    eventually("before an ERET", () -> mark().compareTo(third) < 0);
    push(KeyCode.SHIFT, KeyCode.F9);
    eventually("the start", () -> mark().equals(Mark.START));
  }

  @Test
  void anEditIsUndone() {
    openSample("stub-s0");
    int before = snapshot().register(Bank.R5);
    interact(() -> workbench.state().select(Bank.R5));
    push(KeyCode.ENTER);
    write("cafe");
    push(KeyCode.ENTER);
    eventually("R5", () -> snapshot().register(Bank.R5) == 0xcafe);
    push(KeyCode.CONTROL, KeyCode.Z);
    eventually("R5 as before", () -> snapshot().register(Bank.R5) == before);
  }

  @Test
  void wAsksWhoWroteTheCellAndALineGoesThere() {
    openSample("kdump-k2");
    interact(() -> workbench.state().select(org.hypscope.arm.sysreg.SysRegs.byName("HVBAR")));
    Mark asked = mark();
    push(KeyCode.W);
    eventuallyShows("Who wrote HVBAR before #410?");
    eventually("the answer", () -> !lines().getItems().isEmpty());
    assertThat(lines().getItems().toString()).contains("mcr").contains("from R");
    push(KeyCode.ENTER);
    eventually("the write", () -> mark().compareTo(asked) < 0);
    assertThat(snapshot().isPast()).isTrue();
    assertThat(lines().getItems()).as("the answer stays").isNotEmpty();
  }

  @Test
  void thePaletteAsksAboutAFieldAndSaysWhatIsNoPlace() {
    openSample("kdump-k2");
    push(KeyCode.W);
    write("HCR.VM");
    push(KeyCode.ENTER);
    eventuallyShows("Who wrote HCR.VM before");
    push(KeyCode.CONTROL, KeyCode.P);
    write("why nonsense");
    push(KeyCode.ENTER);
    eventuallyShows("'nonsense' is no register, field, symbol or address");
  }

  @Test
  void bookmarksCallsAndOwnersAreInstantsToGoTo() {
    openSample("kdump-k2");
    Mark here = mark();
    push(KeyCode.M);
    find("owners S0");
    eventually("where S0 got HVBAR", () -> mark().compareTo(here) < 0);
    find("calls HVC 2");
    eventually("HVC 2", () -> snapshot().atHvc() && mark().compareTo(here) < 0);
    find("bookmark __hyp_soft");
    eventually("the bookmark", () -> mark().equals(here));
  }

  @Test
  void thePaletteSetsWatchpointsAndListsThem() {
    openSample("kdump-k2");
    find("watch HVBAR");
    eventually("the watchpoint", () -> workbench.state().breakpoints().size() == 1);
    push(KeyCode.SHIFT, KeyCode.F9);
    eventuallyShows("HVBAR became 0x400101c0, was 0x400101a0.");
    push(KeyCode.SHIFT, KeyCode.F9);
    eventuallyShows("HVBAR became 0x400101a0, was 0x40010160.");
    push(KeyCode.F9);
    eventuallyShows("HVBAR became 0x400101c0, was 0x400101a0.");
    find("watchpoint HVBAR");
    eventually("it is taken away", () -> workbench.state().breakpoints().isEmpty());
    find("watch HCR.XX");
    eventuallyShows("HCR has no field 'XX'");
  }

  @Test
  void agreeGoesBackToWhereTwoRegistersWereEqual() {
    openSample("kdump-k2");
    Mark before = mark();
    find("agree r0 r3");
    eventually("equal", () -> mark().compareTo(before) < 0);
    assertThat(snapshot().register(Bank.R0)).isEqualTo(snapshot().register(Bank.R3));
  }

  @Test
  void theTourOfTheKdumpSampleGoesThereAndBack() {
    openSample("kdump-k2");
    List<Mark> there = new ArrayList<>();
    Tour tour = Tours.builtIn().get(0);
    for (Tour.Stop stop : tour.stops()) {
      push(KeyCode.N);
      eventuallyShows(stop.note());
      eventually(stop.at().toString(), () -> !workbench.isBusy() && stands(stop));
      there.add(mark());
    }
    assertThat(there).as("in the order of the run").isSorted();
    for (int n = there.size() - 2; n >= 0; n--) {
      Mark wanted = there.get(n);
      push(KeyCode.SHIFT, KeyCode.N);
      eventually("back at " + wanted, () -> mark().equals(wanted));
    }
    assertThat(workbench.message()).isEmpty();
    assertThat(tour.stops())
        .allMatch(
            stop ->
                stop.view().isEmpty()
                    || workbench.views().stream()
                        .anyMatch(view -> view.title().equals(stop.view().get())));
  }

  private boolean stands(Tour.Stop stop) {
    return stop.at() instanceof MarkExpression.At at
        ? mark().equals(at.mark())
        : snapshot().timeline().events().stream().anyMatch(each -> each.mark().equals(mark()))
            || snapshot().atHvc()
            || snapshot().mode() == Mode.HYP;
  }

  @Test
  void ofManyJourneysTheLastOneIsMade() {
    openSample("kdump-k2");
    interact(
        () -> {
          for (int n = 0; n < 300; n++) {
            workbench.state().time().visit(new Mark(n, 0));
          }
        });
    eventually("#299", () -> mark().equals(new Mark(299, 0)) && !workbench.isBusy());
  }

  private void find(String words) {
    push(KeyCode.CONTROL, KeyCode.P);
    write(words);
    push(KeyCode.ENTER);
  }

  private ListView<?> lines() {
    return lookup("#why-lines").queryListView();
  }

  private Mark mark() {
    return snapshot().mark();
  }

  private Snapshot snapshot() {
    return workbench.state().snapshot().get();
  }

  @Test
  void thePaletteComparesWithARunThatWasLeft() {
    openSample("stub-s0");
    Mark fork = mark();
    push(KeyCode.F7);
    eventually("a step", () -> !mark().equals(fork));
    push(KeyCode.SHIFT, KeyCode.F7);
    eventually("back", () -> mark().equals(fork));
    interact(() -> workbench.state().edit(new org.hypscope.debug.Edit.Register(Bank.R5, 0xcafe)));
    eventually("the fork", () -> snapshot().left().size() == 1);
    push(KeyCode.F7);
    eventually("another step", () -> !mark().equals(fork));
    find("Compare with run 1");
    eventuallyShows("first differ at " + fork + ": R5 0x0000cafe, there 0x00000000.");
    eventually("there", () -> mark().equals(fork));
  }

  @Test
  void thePaletteFindsInstantsConditionsAndCallsOfAKind() {
    openSample("kdump-k2");
    find("calls where r0==2");
    assertThat(mark()).hasToString("#410");
    find("eret:2");
    eventually("the second return", () -> mark().toString().equals("#54"));
    find("when SP_hyp==SP_svc");
    eventually("where that held", () -> mark().toString().equals("#33"));
    find("when r0==");
    eventuallyShows("something is missing at its end");
  }
}
