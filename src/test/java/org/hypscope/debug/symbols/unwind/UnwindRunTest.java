package org.hypscope.debug.symbols.unwind;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.debug.symbols.unwind.ShadowStack.Place;
import org.hypscope.machine.Machine;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.ElfSections;
import org.hypscope.machine.load.ImageException;
import org.hypscope.machine.load.ImageLoader;
import org.hypscope.machine.load.LoadOptions;
import org.hypscope.machine.load.LoadedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Programs that a compiler made are run instruction by instruction, and at each the stack that is
 * found is compared with the calls that were really made, through a hypercall too.
 */
class UnwindRunTest {
  private static final int MOST = 4_000;

  /** What one run came to. */
  private static final class Figures {
    private int instants;
    private int right;
    private final Set<String> wrongAt = new TreeSet<>();
    private final Map<Certainty, Integer> wrongFrames = new TreeMap<>();

    private void count(String where, CallStack found, List<Place> truth) {
      instants++;
      if (places(found).equals(truth)) {
        right++;
      } else {
        wrongAt.add(where);
      }
      for (StackFrame frame : found.frames()) {
        int n = frame.number();
        if (n >= truth.size() || !isAt(frame, truth.get(n))) {
          wrongFrames.merge(frame.certainty(), 1, Integer::sum);
        }
      }
    }

    private static List<Place> places(CallStack stack) {
      return stack.frames().stream()
          .map(f -> new Place(f.mode(), f.pc(), f.sp().orElse(0)))
          .toList();
    }

    private static boolean isAt(StackFrame frame, Place place) {
      return frame.mode() == place.mode() && frame.pc() == place.pc();
    }
  }

  /**
   * Call frame information holds in prologues and epilogues too. The one instruction where the
   * compiler's table is wrong is where it gives a large frame back in two steps, and says so of the
   * second only.
   */
  @ParameterizedTest
  @CsvSource({
    "arm-cfi, with_large_frame+0x3c",
    "arm-size-cfi, with_large_frame+0x38",
    "thumb-cfi, with_large_frame+0x2c",
    "thumb-size-cfi, with_large_frame+0x2a",
    "thumb-eh-frame, with_large_frame+0x2c"
  })
  void callFrameInformationIsRightEverywhere(String program, String known) throws ImageException {
    Figures figures = run(program);
    assertThat(figures.instants).isGreaterThan(1_500);
    assertThat(figures.wrongAt).containsExactly(known);
    assertThat(figures.right).isEqualTo(figures.instants - 3);
  }

  /**
   * In prologues and epilogues the code itself is read, so that little is left to go wrong: what
   * follows the epilogue before a tail call, and leaves that such a call led to.
   */
  @ParameterizedTest
  @CsvSource({
    "arm-exidx, 997",
    "arm-size-exidx, 998",
    "thumb-exidx, 998",
    "thumb-size-exidx, 999",
    "arm-frames, 991",
    "arm-apcs, 1000"
  })
  void withoutItNearlyEveryStackIsRight(String program, int ofThousand) throws ImageException {
    Figures figures = run(program);
    assertThat(figures.instants).isGreaterThan(1_500);
    assertThat(figures.right * 1000 / figures.instants)
        .as(figures.right + " of " + figures.instants + ", not at " + figures.wrongAt)
        .isGreaterThanOrEqualTo(ofThousand);
  }

  /** Whoever reads "sure" may rely on it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "arm-cfi",
        "arm-size-cfi",
        "thumb-cfi",
        "thumb-size-cfi",
        "thumb-eh-frame",
        "arm-exidx",
        "arm-size-exidx",
        "thumb-exidx",
        "thumb-size-exidx",
        "arm-frames",
        "arm-apcs"
      })
  void noFrameThatIsSureIsWrong(String program) throws ImageException {
    assertThat(run(program).wrongFrames).doesNotContainKey(Certainty.SURE);
  }

  /** The comparison notices what is missing. */
  @Test
  void withoutAnyDataStacksAreNotFound() throws ImageException {
    LoadedImage image = load("arm-cfi");
    Figures figures =
        run(image, new UnwindTables(ElfSections.NONE, new Symbols(load("thumb-cfi"))));
    assertThat(figures.right).isLessThan(figures.instants / 2);
  }

  private static Figures run(String program) throws ImageException {
    LoadedImage image = load(program);
    return run(image, new UnwindTables(image.names().sections(), new Symbols(image)));
  }

  /** Counts from the C program's first instruction until the machine is switched off. */
  private static Figures run(LoadedImage image, UnwindTables tables) {
    Machine machine = Machine.create(Boards.byName("virt"), image);
    ShadowStack shadow = new ShadowStack(machine);
    Symbols symbols = new Symbols(image);
    int program = symbols.address("program").orElseThrow() & ~1;
    int end = symbols.address("power_off").orElseThrow() + 4;
    boolean begun = false;
    Figures figures = new Figures();
    for (int n = 0; n < MOST && machine.core().pc() != end; n++) {
      begun |= machine.core().pc() == program;
      if (begun) {
        CallStack stack = Unwinder.unwind(tables, new MachineReader(machine));
        figures.count(symbols.describe(machine.core().pc()), stack, shadow.frames());
      }
      shadow.step();
    }
    return figures;
  }

  private static LoadedImage load(String name) throws ImageException {
    return ImageLoader.load(
        Path.of("src/test/resources/unwind/" + name + ".elf"),
        LoadOptions.on(Boards.byName("virt")));
  }
}
