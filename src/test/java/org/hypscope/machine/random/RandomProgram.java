package org.hypscope.machine.random;

import java.util.List;
import java.util.SplittableRandom;
import org.hypscope.machine.Machine;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.machine.load.Segment;

/**
 * A program for one, two or four cores, drawn from one seed: it sets up vectors, interrupts, timers
 * and translation in HYP, and then does random things with all of them.
 */
public final class RandomProgram {
  private static final int BASE = 0x40010000;
  private static final int[] CORES = {1, 1, 2, 4};

  /** BKPT in both instruction sets: who comes to where nothing was written goes on elsewhere. */
  private static final int BKPT = 0xe120be70;

  private static final int MOST_CHUNKS = 60;

  private final long seed;
  private final int cores;
  private final LoadedImage image;

  private RandomProgram(long seed, int cores, LoadedImage image) {
    this.seed = seed;
    this.cores = cores;
    this.image = image;
  }

  /** The program that follows from {@code seed}. */
  public static RandomProgram of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return of(seed, CORES[random.nextInt(CORES.length)]);
  }

  /** The program of {@code seed} for {@code cores} cores. */
  public static RandomProgram of(long seed, int cores) {
    SplittableRandom random = new SplittableRandom(seed ^ 0x5eed);
    Layout layout = new Layout(BASE);
    Code code = new Code(BASE, Layout.SIZE);
    code.fill(BKPT);
    Tables.write(code, layout, random);
    new Handlers(code, layout, random).write();
    for (int core = 0; core < cores; core++) {
      new Boot(code, layout, random).write(core, cores);
      new RandomBody(code, layout, random, core).write(4 + random.nextInt(MOST_CHUNKS));
    }
    if (cores < Layout.MOST_CORES) {
      code.at(layout.boot(Layout.MOST_CORES - 1)).branch(14, layout.boot(0));
    }
    Segment all = new Segment(BASE, BASE, code.bytes(), Layout.SIZE, true, true);
    String name = "random-" + seed;
    return new RandomProgram(
        seed, cores, new LoadedImage(name, List.of(all), layout.boot(0), List.of(), List.of()));
  }

  /** The board that it runs on. */
  public Board board() {
    return Boards.standard().withCores(cores);
  }

  /** How many cores it runs on. */
  public int cores() {
    return cores;
  }

  /** The image. */
  public LoadedImage image() {
    return image;
  }

  /** A machine before its first instruction. */
  public Machine machine() {
    return Machine.create(board(), image);
  }

  @Override
  public String toString() {
    return "program " + seed + " on " + cores + " cores";
  }
}
