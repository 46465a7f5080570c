package org.hypscope.abi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hypscope.arm.arch.ExceptionKind;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.CoreListener;
import org.hypscope.arm.core.StopCause;
import org.hypscope.debug.Target;
import org.hypscope.machine.Machine;
import org.hypscope.machine.load.ImageSymbol;

/**
 * Executes the cells of matrix images. The cells are the image's symbols {@code
 * cell_HANDLER_MMU__CALLER_CALL}: entries in HYP that install a handler, drop to SVC and make a
 * call.
 */
public final class MatrixRun {
  private static final Pattern CELL =
      Pattern.compile("cell_(\\w+)_(on|off)__([A-Za-z0-9]+)_(\\w+)");
  private static final long TO_THE_CALL = 10_000;
  private static final long LIMIT = 20_000;

  private final AbiEngine engine;
  private final IntConsumer done;
  private final List<MatrixCell> cells = new ArrayList<>();
  private final Map<Matrix.Column, String> recognised = new LinkedHashMap<>();

  private MatrixRun(AbiEngine engine, IntConsumer done) {
    this.engine = engine;
    this.done = done;
  }

  /** A cell and where it is entered. */
  private record Entry(MatrixCell.Id id, int address) {}

  /**
   * The matrix of {@code images}, whose handlers and callers are those of {@code engine}.
   *
   * @param wanted which cells to execute
   * @throws IllegalArgumentException with a sentence where an image has no cells, or a cell does
   *     not come to its call
   */
  public static Matrix run(List<Target> images, AbiEngine engine, Predicate<MatrixCell.Id> wanted) {
    return run(images, engine, wanted, count -> {});
  }

  /**
   * The same; {@code done} is told after each cell how many there are by now.
   *
   * @throws IllegalArgumentException with a sentence where an image has no cells, or a cell does
   *     not come to its call
   */
  public static Matrix run(
      List<Target> images, AbiEngine engine, Predicate<MatrixCell.Id> wanted, IntConsumer done) {
    MatrixRun run = new MatrixRun(engine, done);
    images.forEach(image -> run.run(image, wanted));
    return new Matrix(run.cells, run.recognised);
  }

  /** How many cells {@code images} have. */
  public static int count(List<Target> images) {
    return images.stream().mapToInt(image -> entries(image).size()).sum();
  }

  /** A machine for every handler of {@code target}, standing at a call to it. */
  static List<Machine> handlers(Target target) {
    Machine machine = Machine.create(target.board(), target.image());
    Map<String, Machine> standing = new LinkedHashMap<>();
    for (Entry entry : entries(target)) {
      standing.computeIfAbsent(entry.id().column(), column -> toTheCall(machine, entry));
    }
    return List.copyOf(standing.values());
  }

  private static List<Entry> entries(Target target) {
    List<Entry> entries = new ArrayList<>();
    for (ImageSymbol symbol : target.image().symbols()) {
      id(target.image().name(), symbol.name())
          .ifPresent(id -> entries.add(new Entry(id, symbol.address())));
    }
    if (entries.isEmpty()) {
      throw new IllegalArgumentException(
          target.image().name()
              + ": no matrix image, for it has no symbols cell_HANDLER_MMU__CALLER_CALL; give one"
              + " that samples/lib/matrix.inc makes");
    }
    return entries;
  }

  private void run(Target target, Predicate<MatrixCell.Id> wanted) {
    Machine machine = Machine.create(target.board(), target.image());
    Map<String, Handler> handlers = new LinkedHashMap<>();
    for (Entry entry : entries(target)) {
      if (wanted.test(entry.id())) {
        cells.add(execute(machine, entry, handlers));
        done.accept(cells.size());
      }
    }
  }

  private static Optional<MatrixCell.Id> id(String image, String symbol) {
    Matcher matcher = CELL.matcher(symbol);
    return matcher.matches()
        ? CallKind.of(matcher.group(4).replace('_', '-'))
            .map(
                kind ->
                    new MatrixCell.Id(
                        image,
                        matcher.group(1),
                        matcher.group(2).equals("on"),
                        matcher.group(3),
                        kind))
        : Optional.empty();
  }

  private MatrixCell execute(Machine machine, Entry entry, Map<String, Handler> handlers) {
    MatrixCell.Id id = entry.id();
    Machine standing = toTheCall(machine, entry);
    Handler handler =
        handlers.computeIfAbsent(
            id.column(),
            column -> {
              Handler seen = engine.handler(engine.sight(standing));
              recognised.put(new Matrix.Column(id.image(), column), seen.label());
              return seen;
            });
    Call call = engine.call(standing, CallerChoice.of(id.caller()), LIMIT, handler);
    return cell(entry, call);
  }

  /** A machine that stands at the call of {@code entry}. */
  private static Machine toTheCall(Machine machine, Entry entry) {
    Machine run = machine.fork();
    run.core().setPc(entry.address());
    Machine[] standing = new Machine[1];
    run.core()
        .setListener(
            new CoreListener() {
              @Override
              public void beforeException(
                  Core core, ExceptionKind kind, Mode from, Mode to, int vector) {
                standing[0] = standing[0] == null ? run.fork() : standing[0];
                core.requestStop(StopCause.CHECK);
              }
            });
    run.run(TO_THE_CALL, null);
    if (standing[0] == null) {
      throw new IllegalArgumentException(
          "%s: %s does not come to an HVC; correct the image"
              .formatted(entry.id().image(), entry.id().symbol()));
    }
    return standing[0];
  }

  private static MatrixCell cell(Entry entry, Call call) {
    Ending end = call.ending();
    Outcome outcome = Judge.outcome(call);
    Ending.Step turn = end.turn(outcome);
    List<Integer> inputs = new ArrayList<>();
    for (int value : call.registers()) {
      inputs.add(value);
    }
    return new MatrixCell(
        entry.id(),
        entry.address(),
        Marks.of(call.sight().machine()),
        inputs,
        call.hvbar(),
        end.instructions(),
        end.registers(),
        end.hvbar(),
        end.pc(),
        end.mode(),
        outcome,
        Sentences.ending(call),
        turn.at(),
        call.sight().named(turn.pc()),
        Findings.of(call).stream().map(Finding::rule).distinct().toList());
  }
}
