package org.hypscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.ui.gallery.RecentFiles;
import org.hypscope.ui.gallery.SampleScenarios;
import org.hypscope.ui.kernel.LastKernel;
import org.hypscope.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views are moved by mouse and by keys, and stay where they were put. */
class DockTest extends WindowTest {
  @Test
  void aTitleIsDraggedToTheEdgeOfAGroupAndIntoTabs() {
    openSample("kdump-k2");
    drag(title("Hypercall"), at("#pane-Code", 0.5, 0.9));
    assertThat(group("hypercall")).containsExactly("hypercall");
    assertThat(on("#pane-Hypercall").getMinX()).isEqualTo(on("#pane-Code").getMinX());
    assertThat(on("#pane-Hypercall").getMinY()).isGreaterThan(on("#pane-Code").getMaxY());

    drag(title("Hypercall"), at("#tab-stack", 0.4, 0.5));
    assertThat(group("hypercall")).startsWith("vector-tables", "translation", "hypercall", "stack");
    assertThat(text()).contains("as it fits");
    assertThat(on("#pane-Hypercall").getMinX()).isGreaterThan(on("#pane-Code").getMaxX());
  }

  @Test
  void aTabIsDraggedToTheEdgeOfTheWindowAndOutOfIt() {
    openSample("kdump-k2");
    drag("#tab-stack", at("#panes", 0.998, 0.5));
    assertThat(on("#pane-Stack").getMaxX()).isEqualTo(on("#panes").getMaxX());
    assertThat(on("#pane-Stack").getHeight()).isGreaterThan(700);

    drag(title("Stack"), new Point2D(1500, 300));
    Stage own = own("Stack");
    assertThat(own.getX()).isEqualTo(1500);
    assertThat(on("#pane-Stack").getMinX()).isGreaterThanOrEqualTo(1500);

    drag(title("Stack"), at("#pane-Code", 0.5, 0.5));
    assertThat(group("stack")).containsExactly("code", "stack");
    assertThat(own.isShowing()).isFalse();
  }

  @Test
  void escapeLeavesAViewThatIsDraggedWhereItWas() {
    openSample("kdump-k2");
    String before = arrangement();
    moveTo(title("Hypercall")).press(MouseButton.PRIMARY).moveTo(at("#pane-Code", 0.5, 0.9));
    eventually(
        "the mark", () -> lookup("#dock-mark").queryAll().stream().anyMatch(Node::isVisible));
    assertThat(lookup("#dock-mark").queryLabeled().getText()).isEqualTo("Hypercall: below Code");
    push(KeyCode.ESCAPE);
    release(MouseButton.PRIMARY);
    assertThat(arrangement()).isEqualTo(before);
  }

  @Test
  void keysMoveCloseAndBringBack() {
    openSample("kdump-k2");
    interact(() -> workbench.show(view("Timeline")));
    keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
    write("above all");
    push(KeyCode.ENTER);
    assertThat(on("#pane-Timeline").getMinY()).isEqualTo(on("#panes").getMinY());
    assertThat(current()).isEqualTo("Timeline");

    push(KeyCode.CONTROL, KeyCode.W);
    assertThat(arrangement()).doesNotContain("timeline");
    assertThat(current()).isEqualTo("Code");

    keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
    write("timeline");
    push(KeyCode.ENTER);
    assertThat(current()).isEqualTo("Timeline");
    assertThat(arrangement()).contains("timeline");

    push(KeyCode.CONTROL, KeyCode.P);
    write("move code left of reg");
    push(KeyCode.ENTER);
    assertThat(on("#pane-Code").getMaxX()).isLessThan(on("#pane-Registers").getMinX());
  }

  @Test
  void aFloatingViewObeysKeysAndThemesAndGoesBack() {
    openSample("kdump-k2");
    interact(() -> workbench.show(view("Stack")));
    keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    Stage own = own("Stack");
    assertThat(own.getOwner()).isSameAs(scene.getWindow());
    eventually("the keyboard there", () -> current().equals("Stack"));

    long before = workbench.state().snapshot().get().mark().retired();
    push(KeyCode.F7);
    eventually("a step", () -> workbench.state().snapshot().get().mark().retired() > before);
    push(KeyCode.CONTROL, KeyCode.T);
    eventually("the theme", () -> workbench.state().theme().get() == Theme.DARK);
    assertThat(own.getScene().getStylesheets()).isEqualTo(scene.getStylesheets());

    push(KeyCode.CONTROL, KeyCode.M);
    push(KeyCode.CONTROL, KeyCode.M);
    interact(() -> workbench.pictures().pixels(Optional.of(view("Stack"))));
    interact(own::requestFocus);
    keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    assertThat(own.isShowing()).isFalse();
    assertThat(group("stack")).contains("vector-tables");
  }

  @Test
  void aWindowOfItsOwnThatIsClosedGivesItsViewsBack() {
    openSample("kdump-k2");
    interact(() -> workbench.useArrangement("dock1 [code] window(1400 50 600 400 [stack memory])"));
    Stage own = own("Stack");
    interact(
        () ->
            own.fireEvent(
                new javafx.stage.WindowEvent(own, javafx.stage.WindowEvent.WINDOW_CLOSE_REQUEST)));
    assertThat(own.isShowing()).isFalse();
    assertThat(group("stack")).containsExactly("code", "stack", "memory");
  }

  @Test
  void revealAndEnlargeBringClosedViewsBack() {
    openSample("kdump-k2");
    interact(() -> workbench.useArrangement("dock1 row(5000 [code] 5000 [registers])"));
    push(KeyCode.A);
    eventually("the matrix alone", () -> current().equals("Matrix"));
    assertThat(on("#pane-Matrix").getWidth()).isGreaterThan(1200);
    push(KeyCode.CONTROL, KeyCode.M);
    assertThat(on("#pane-Code").getWidth()).isBetween(600.0, 650.0);
    interact(() -> workbench.state().select(SysRegs.byName("HVBAR")));
    assertThat(arrangement()).contains("system-registers");
  }

  @Test
  void layoutsAreChosenSavedAndDeletedByKeys() {
    openSample("kdump-k2");
    String engineer = arrangement();
    layout("student");
    assertThat(views()).containsExactly("code", "registers", "system-registers", "timeline");
    layout("talk in Prague");
    layout("speaker");
    assertThat(views())
        .containsExactlyInAnyOrder(
            "code", "system-registers", "registers", "hypercall", "vector-tables", "timeline");
    layout("talk");
    assertThat(views()).hasSize(4);
    layout("delete");
    layout("engineer");
    assertAbout(arrangement(), engineer);
    push(KeyCode.CONTROL, KeyCode.L);
    write("talk");
    assertThat(text()).doesNotContain("Delete layout");
  }

  @Test
  void anArrangementSurvivesPresenterModeEnlargingAndANewRun() {
    String wanted =
        "dock1 row(4000 column(7000 [stack] 3000 [code memory*]) 6000 [registers timeline*])";
    openSample("kdump-k2");
    interact(() -> workbench.useArrangement(wanted));
    push(KeyCode.F11);
    push(KeyCode.F11);
    push(KeyCode.CONTROL, KeyCode.M);
    assertAbout(arrangement(), wanted);
    push(KeyCode.CONTROL, KeyCode.M);
    assertAbout(arrangement(), wanted);
    for (String broken :
        List.of("nonsense", "dock1 [nonsense]", "dock1 [code code]", "x".repeat(99_999))) {
      interact(() -> workbench.useArrangement(broken));
    }
    assertAbout(arrangement(), wanted);

    interact(
        () -> {
          try (Workbench next =
              new Workbench(new SampleScenarios(), RecentFiles.none(), LastKernel.none())) {
            next.useArrangement(workbench.arrangement());
            assertAbout(next.arrangement(), wanted);
          }
        });
  }

  @Test
  void aSessionKeepsTheArrangement(@TempDir Path folder) {
    openSample("kdump-k2");
    interact(() -> workbench.useArrangement("dock1 [code] window(1400 50 600 400 [stack])"));
    Path file = folder.resolve("talk.hss");
    interact(() -> workbench.sessions().save(file));
    eventuallyShows("is in " + file);
    layout("engineer");
    assertThat(own().isEmpty()).isTrue();
    interact(() -> workbench.openFile(file));
    eventually("the window", () -> !own().isEmpty());
    assertThat(views()).containsExactly("code", "stack");
  }

  @Test
  void aMessageLeavesTheTimelineItsLanes() {
    openSample("kdump-k2");
    double before = on("#timeline").getHeight();
    interact(() -> workbench.complain("Something is wrong, as the message says.\n\n\n"));
    interact(() -> workbench.root().layout());
    assertThat(on("#timeline").getHeight()).isGreaterThan(before - 8);
  }

  private void layout(String typed) {
    push(KeyCode.CONTROL, KeyCode.L);
    write(typed);
    push(KeyCode.ENTER);
    eventually("no palette", () -> lookup("#palette-field").queryAll().isEmpty());
  }

  private void keys(KeyCode... keys) {
    press(keys).release(keys);
  }

  private void drag(String from, Point2D to) {
    drag(lookup(from).<Node>query(), to);
  }

  private void drag(Node from, Point2D to) {
    moveTo(from).press(MouseButton.PRIMARY);
    moveTo(to).release(MouseButton.PRIMARY);
    interact(() -> from.getScene());
  }

  private Node title(String name) {
    return from(lookup("#pane-" + name)).lookup(".name").query();
  }

  private Point2D at(String id, double x, double y) {
    Bounds bounds = on(id);
    return new Point2D(
        bounds.getMinX() + x * bounds.getWidth(), bounds.getMinY() + y * bounds.getHeight());
  }

  private Bounds on(String id) {
    Node node = lookup(id).query();
    Bounds[] bounds = new Bounds[1];
    interact(() -> bounds[0] = node.localToScreen(node.getLayoutBounds()));
    return bounds[0];
  }

  private View view(String title) {
    return workbench.views().stream().filter(v -> v.title().equals(title)).findFirst().get();
  }

  private String current() {
    return workbench.currentView().orElseThrow().title();
  }

  private String arrangement() {
    String[] text = new String[1];
    interact(() -> text[0] = workbench.arrangement());
    return text[0];
  }

  private List<String> views() {
    return java.util.Arrays.stream(arrangement().split("[^a-z-]+"))
        .filter(word -> !word.matches("|dock|row|column|window|-"))
        .toList();
  }

  private List<String> group(String view) {
    return java.util.Arrays.stream(arrangement().split("[\\[\\]]"))
        .map(group -> List.of(group.replace("*", "").split(" ")))
        .filter(group -> group.contains(view))
        .findFirst()
        .orElse(List.of());
  }

  /** Dividers stand on whole pixels. */
  private static void assertAbout(String actual, String expected) {
    assertThat(actual.replaceAll("\\d+", "n")).isEqualTo(expected.replaceAll("\\d+", "n"));
    String[] found = actual.split("[^\\d]+");
    String[] wanted = expected.split("[^\\d]+");
    for (int n = 1; n < wanted.length; n++) {
      assertThat(Integer.parseInt(found[n]))
          .isBetween(Integer.parseInt(wanted[n]) - 60, Integer.parseInt(wanted[n]) + 60);
    }
  }

  private List<Stage> own() {
    return Window.getWindows().stream()
        .filter(w -> w instanceof Stage stage && stage.getOwner() == scene.getWindow())
        .map(Stage.class::cast)
        .toList();
  }

  private Stage own(String title) {
    eventually("a window of its own", () -> own().size() == 1);
    assertThat(own().get(0).getTitle()).contains(title);
    return own().get(0);
  }
}
