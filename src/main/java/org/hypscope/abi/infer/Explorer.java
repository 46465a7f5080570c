package org.hypscope.abi.infer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hypscope.arm.core.Core;

/**
 * Finds the ways through a handler: from each run it turns every decision that inputs steered, and
 * looks where that leads. Whether it does is always found by running.
 */
final class Explorer {
  private static final int MOST_PATHS = 600;
  private static final int MOST_AT_ONE_PLACE = 300;

  /** Steps of a run: enough for the maintenance of a cache by set and way. */
  static final int LONGEST = 40_000;

  /** Steps of a run after {@link #MOST_ENDLESS} that did not end. */
  private static final int LONG = 3_000;

  private static final int MOST_ENDLESS = 6;
  private static final double SHARE = 0.6;

  private final Scene scene;
  private final Deadline deadline;
  private final Branches branches;
  private final Map<Inputs, Run> runs = new HashMap<>();
  private final Map<Long, Run> paths = new LinkedHashMap<>();
  private final Set<Long> turned = new HashSet<>();
  private final Map<Integer, Integer> turnedAt = new HashMap<>();
  private final Set<Inputs> queued = new LinkedHashSet<>();
  private final Deque<Inputs> queue = new ArrayDeque<>();
  private final List<TreeSet<Long>> points = new ArrayList<>();
  private boolean complete = true;
  private int endless;

  Explorer(Scene scene, Deadline deadline) {
    this.scene = scene;
    this.deadline = deadline;
    Core core = scene.inHyp();
    this.branches = new Branches(new Lab(core), address -> scene.mayHoldCode(core, address));
    for (int n = 0; n < Inputs.COUNT; n++) {
      points.add(new TreeSet<>());
    }
  }

  /** Follows everything that can be reached, as far as time allows. */
  void explore() {
    visit(run(scene.defaults()));
    drain();
    BitSet steering = steering();
    steering.stream().forEach(this::trySmall);
    drain();
  }

  private void trySmall(int input) {
    for (int x = -2; x < 9; x++) {
      enqueue(scene.defaults().with(input, input == Inputs.IMMEDIATE ? x & 0xffff : x));
    }
  }

  private void drain() {
    while (!queue.isEmpty()) {
      if (deadline.isOver(SHARE) || paths.size() >= MOST_PATHS) {
        complete = false;
        queue.clear();
        return;
      }
      visit(run(queue.poll()));
    }
  }

  private void visit(Run run) {
    if (paths.putIfAbsent(run.path(), run) != null) {
      return;
    }
    for (Decision decision : run.decisions()) {
      int times = turnedAt.merge(decision.pc(), 1, Integer::sum);
      if (turned.add(decision.hash()) && times <= MOST_AT_ONE_PLACE && !deadline.isOver(SHARE)) {
        branches.others(decision, run.inputs()).forEach(this::enqueue);
      }
    }
  }

  private void enqueue(Inputs inputs) {
    if (!queued.add(inputs)) {
      return;
    }
    for (int n = 0; n < Inputs.COUNT; n++) {
      if (inputs.get(n) != scene.defaults().get(n)) {
        points.get(n).add(inputs.get(n) & 0xffff_ffffL);
      }
    }
    queue.add(inputs);
  }

  /** The run with {@code inputs}. */
  Run run(Inputs inputs) {
    Run known = runs.get(inputs);
    if (known != null) {
      return known;
    }
    Run run = Tracer.run(scene, inputs, endless < MOST_ENDLESS ? LONGEST : LONG);
    endless += run.ending() == Ending.NEVER ? 1 : 0;
    runs.put(inputs, run);
    return run;
  }

  /** All that was tried on the way. */
  List<Inputs> tried() {
    return List.copyOf(queued);
  }

  /** One run of each way. */
  Collection<Run> paths() {
    return paths.values();
  }

  /** Values of an input at which something may change, unsigned. */
  TreeSet<Long> points(int input) {
    return points.get(input);
  }

  /** The inputs that decided anything. */
  BitSet steering() {
    BitSet steering = new BitSet();
    for (Run run : paths.values()) {
      run.decisions().forEach(each -> steering.or(each.node().leaves()));
    }
    steering.clear(Inputs.COUNT, Inputs.COUNT + 8);
    return steering;
  }

  /** Whether nothing was left out. */
  boolean isComplete() {
    return complete;
  }
}
