package org.hypscope.abi.infer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.hypscope.abi.Words;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.machine.Machine;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.machine.load.MappingSymbol.Content;

/** Finds out what calls a HYP handler knows, by making them. */
public final class Inference {
  /** How long it may take unless something else is said. */
  public static final double DEFAULT_SECONDS = 5;

  private static final List<String> TABLES =
      List.of("__hyp_stub_vectors", "__kvm_hyp_vector", "__kvm_hyp_init", "hyp_vectors");
  private static final int ALIGNMENT = 0x1f;
  private static final int RESULTS = 4;
  private static final int CALL_OFFSET = 0x14;

  private final LoadedImage image;
  private final Board board;
  private final Machine machine;
  private final Deadline deadline;
  private final List<String> notes = new ArrayList<>();

  private Inference(LoadedImage image, Board board, double seconds) {
    this.image = image;
    this.board = board;
    this.machine = Machine.create(board, image);
    this.deadline = new Deadline(seconds);
  }

  /**
   * Infers the convention of one handler of {@code image}.
   *
   * @param vectors HVBAR, with bit 0 set where it is known to be T32; empty for the last table that
   *     the image installs when it runs, or else the one that a symbol names
   * @param seconds how long it may take, once the machine is made
   * @throws IllegalArgumentException with a sentence where there is no handler to look at
   */
  public static InferredAbi infer(
      LoadedImage image, Board board, OptionalInt vectors, double seconds) {
    return new Inference(image, board, seconds).infer(vectors);
  }

  private InferredAbi infer(OptionalInt asked) {
    Installed installed = Installed.of(machine, asked, deadline);
    Symbols symbols = new Symbols(image);
    int vectors = asked.isPresent() ? asked.getAsInt() : choose(installed, symbols);
    Optional<Machine> found = installed.at(vectors);
    if (found.isPresent()) {
      InferredAbi abi = installed(found.get(), vectors, symbols);
      Optional<Machine> later =
          abi.answers() ? Optional.empty() : installed.later(vectors, deadline);
      if (later.isEmpty()) {
        return abi;
      }
      notes.add(
          "the vectors did not answer when they were installed: taken from the end of the run");
      return installed(later.get(), vectors, symbols);
    }
    notes.add("the image did not install these vectors when it ran: they were entered from reset");
    return cold(vectors, symbols);
  }

  private InferredAbi installed(Machine machine, int vectors, Symbols symbols) {
    int table = vectors & ~ALIGNMENT | (Installed.thumb(machine) ? 1 : 0);
    return explore(Scene.before(machine, table), symbols, true);
  }

  private int choose(Installed installed, Symbols symbols) {
    List<Integer> tables = installed.tables();
    if (!tables.isEmpty()) {
      int last = tables.get(tables.size() - 1);
      if (tables.size() > 1) {
        List<String> others =
            tables.stream().filter(t -> t != last).map(t -> place(symbols, t)).toList();
        notes.add("also installed: " + Inputs.list(others) + "; --vectors chooses one of them");
      }
      return last;
    }
    return TABLES.stream()
        .map(symbols::address)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    image.name()
                        + " installs no vectors when it runs, and has no symbol "
                        + String.join(", ", TABLES)
                        + ": say with --vectors where they are."));
  }

  static String place(Symbols symbols, int address) {
    String name = symbols.describe(address);
    String hex = Words.hex(address);
    return name.isEmpty() ? hex : hex + " (" + name + ")";
  }

  /** From reset, in the state that the code is made for: where nothing says, in both. */
  private InferredAbi cold(int vectors, Symbols symbols) {
    Optional<Content> content = symbols.content((vectors & ~ALIGNMENT) + CALL_OFFSET);
    boolean known = (vectors & 1) != 0 || content.filter(c -> c != Content.DATA).isPresent();
    boolean thumb = (vectors & 1) != 0 || content.filter(c -> c == Content.T32).isPresent();
    if (!known) {
      thumb = looksLikeThumb(vectors & ~ALIGNMENT);
    }
    int table = vectors & ~ALIGNMENT | (thumb ? 1 : 0);
    return explore(Scene.before(Machine.create(board, image), table), symbols, false);
  }

  private boolean looksLikeThumb(int vectors) {
    for (boolean thumb : new boolean[] {false, true}) {
      Scene scene = Scene.before(Machine.create(board, image), vectors | (thumb ? 1 : 0));
      Ending ending = Tracer.run(scene, scene.defaults(), Explorer.LONGEST).ending();
      if (ending == Ending.RETURNED || ending == Ending.ENTERED) {
        return thumb;
      }
    }
    return false;
  }

  private InferredAbi explore(Scene scene, Symbols symbols, boolean installed) {
    Explorer explorer = new Explorer(scene, deadline);
    explorer.explore();
    Regions regions = new Regions(explorer, scene, deadline);
    List<InferredCall> calls = calls(regions.find(), regions, explorer, scene);
    boolean complete = explorer.isComplete() && regions.isComplete();
    if (!complete) {
      notes.add("the time or the number of ways was not enough for all: there may be more calls");
    }
    return new InferredAbi(
        image.name(),
        scene.vectors(),
        symbols,
        Installed.thumb(scene.machine()),
        scene.isMmuOn(),
        installed,
        calls,
        explorer.paths().size(),
        complete,
        List.copyOf(notes),
        deadline.elapsed());
  }

  private static List<InferredCall> calls(
      List<Region> regions, Regions found, Explorer explorer, Scene scene) {
    Map<Behaviour, List<Region>> alike = new LinkedHashMap<>();
    regions.forEach(r -> alike.computeIfAbsent(r.behaviour(), b -> new ArrayList<>()).add(r));
    List<InferredCall> calls = new ArrayList<>();
    alike.forEach(
        (behaviour, of) -> {
          of.sort(Comparator.comparingDouble(Region::share));
          calls.add(new InferredCall(behaviour, of, false, used(of)));
        });
    calls.sort(
        Comparator.comparingDouble(InferredCall::share).thenComparingLong(InferredCall::first));
    return InferredCall.markPlain(calls);
  }

  /** Inputs that matter beyond telling the call: what they told is left out where it is all. */
  private static BitSet used(List<Region> regions) {
    BitSet used = new BitSet();
    BitSet told = new BitSet();
    for (Region each : regions) {
      Run run = each.example();
      for (int n = 0; n < RESULTS; n++) {
        Node node = run.nodes()[n];
        if (node != null && Node.identity(node) != n) {
          used.or(node.leaves());
        }
      }
      each.when().keySet().forEach(told::set);
    }
    used.andNot(told);
    regions.forEach(each -> used.or(each.example().used()));
    used.or(regions.get(0).behaviour().result().from());
    return used;
  }
}
