package org.hypscope.abi.infer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Divides the inputs into regions of like behaviour. Every border is found by running on both sides
 * of it.
 */
final class Regions {
  static final double SHARE = 0.95;
  private static final int MOST = 300;

  private final Explorer explorer;
  private final Scene scene;
  private final Deadline deadline;
  private final BitSet steering;
  private final List<Region> regions = new ArrayList<>();
  private boolean complete = true;

  Regions(Explorer explorer, Scene scene, Deadline deadline) {
    this.explorer = explorer;
    this.scene = scene;
    this.deadline = deadline;
    this.steering = explorer.steering();
  }

  /** The regions, the one of a call without any meaning first. */
  List<Region> find() {
    add(explorer.run(scene.defaults()));
    for (Inputs each : explorer.tried()) {
      if (deadline.isOver(SHARE) || regions.size() >= MOST) {
        complete = false;
        break;
      }
      add(explorer.run(each));
    }
    return List.copyOf(regions);
  }

  boolean isComplete() {
    return complete;
  }

  private Behaviour behaviour(Inputs inputs) {
    return Behaviour.of(explorer.run(inputs), scene.vectors(), scene.stack());
  }

  private void add(Run run) {
    Behaviour behaviour = behaviour(run.inputs());
    if (isKnown(run.inputs(), behaviour)) {
      return;
    }
    Inputs less = least(run.inputs(), behaviour);
    Inputs least = isKnown(less, behaviour) ? run.inputs() : less;
    SortedMap<Integer, Piece> when = new TreeMap<>();
    for (int input = steering.nextSetBit(0); input >= 0; input = steering.nextSetBit(input + 1)) {
      int varied = input;
      Borders borders =
          new Borders(
              input,
              least.get(input),
              explorer.points(input),
              value -> behaviour(least.with(varied, value)).equals(behaviour));
      Piece piece = borders.piece();
      if (!piece.isFull(input)) {
        when.put(input, piece);
      }
    }
    Run example = explorer.run(least);
    regions.add(new Region(behaviour, when, example, interworks(behaviour, example)));
  }

  private boolean interworks(Behaviour behaviour, Run example) {
    int input = behaviour.entered();
    if (input < 0 || input >= Inputs.REGISTERS) {
      return false;
    }
    int address = example.inputs().get(input) & ~3;
    Run even = explorer.run(example.inputs().with(input, address));
    Run odd = explorer.run(example.inputs().with(input, address | 1));
    return odd.enteredInThumb() && !even.enteredInThumb();
  }

  private boolean isKnown(Inputs inputs, Behaviour behaviour) {
    return regions.stream()
        .anyMatch(each -> each.behaviour().equals(behaviour) && each.contains(inputs));
  }

  /** The same with as little as possible of its own choice. */
  private Inputs least(Inputs inputs, Behaviour behaviour) {
    Inputs least = inputs;
    for (int input = 0; input < Inputs.COUNT; input++) {
      int usual = scene.defaults().get(input);
      if (least.get(input) != usual) {
        Inputs other = least.with(input, usual);
        least = behaviour(other).equals(behaviour) ? other : least;
      }
    }
    return least;
  }
}
