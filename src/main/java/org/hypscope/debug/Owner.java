package org.hypscope.debug;

import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.hypscope.machine.Machine;

/**
 * The thread that owns a session's machine, the queue of its commands, and the worker that probes
 * run on. Commands are carried out one after another; urgent tasks also between the slices of a
 * run.
 */
final class Owner {
  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
  private final Queue<Runnable> urgent = new ConcurrentLinkedQueue<>();
  private final Queue<CompletableFuture<?>> open = new ConcurrentLinkedQueue<>();
  private final AtomicLong submitted = new AtomicLong();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Thread thread = daemon(this::loop, "hypscope-session");
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(task -> daemon(task, "hypscope-probe"));
  private Runnable idle = () -> {};
  private volatile long pausedUpTo;
  private volatile boolean closed;
  private long current;

  /** What a command does on the owner thread. */
  interface Command {
    /** Throws a {@link CommandException} where it cannot be done. */
    void carryOut();
  }

  /** {@code whenIdle} is done on the thread each time that nothing waits any more. */
  void start(Runnable whenIdle) {
    idle = whenIdle;
    thread.start();
  }

  /** Queues a command; its future completes on the owner thread. */
  <T> CompletableFuture<T> submit(Callable<T> command) {
    CompletableFuture<T> result = new CompletableFuture<>();
    if (closed) {
      result.completeExceptionally(closedException());
      return result;
    }
    open.add(result);
    waiting.incrementAndGet();
    // Numbers must be in the order of the queue, or a pause would end the wrong commands.
    synchronized (queue) {
      long number = submitted.incrementAndGet();
      queue.add(() -> carryOut(number, command, result));
    }
    if (closed) {
      failOpen();
    }
    return result;
  }

  /** Queues {@code task} before all commands, between two slices of the one that runs. */
  void urgently(Runnable task) {
    urgent.add(task);
    queue.add(() -> {});
  }

  /** Ends all commands submitted so far. */
  void pause() {
    pausedUpTo = submitted.get();
  }

  /** Whether the present command was paused. */
  boolean isPaused() {
    return closed || current <= pausedUpTo;
  }

  boolean isBusy() {
    return waiting.get() > 0;
  }

  /** Carries out the urgent tasks: on the owner thread, between two instructions. */
  void doUrgent() {
    for (Runnable task = urgent.poll(); task != null; task = urgent.poll()) {
      shielded(task);
    }
  }

  /** Runs {@code probe} on the worker, on the copy that {@code fork} makes on this thread. */
  <T> CompletableFuture<T> probe(Probe<T> probe, Supplier<Machine> fork) {
    return study(fork, (machine, unwanted) -> probe.run(machine));
  }

  /**
   * Does {@code work} on the worker, with the copy that {@code copy} makes on this thread. It is
   * also given what says, once the future was cancelled, that nobody wants the result any more.
   */
  <C, T> CompletableFuture<T> study(Supplier<C> copy, BiFunction<C, BooleanSupplier, T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    open.add(result);
    urgently(() -> work(result, work, copy));
    if (closed) {
      failOpen();
    }
    return result;
  }

  /** Runs code of others, whose exceptions must not end this thread. */
  void shielded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      System.Logger log = System.getLogger(Owner.class.getName());
      log.log(System.Logger.Level.WARNING, "A listener of the session failed", e);
    }
  }

  void close() {
    closed = true;
    urgently(() -> {});
    worker.shutdownNow();
    failOpen();
  }

  private void loop() {
    while (!closed) {
      try {
        Runnable next = queue.take();
        doUrgent();
        next.run();
        if (queue.isEmpty()) {
          shielded(idle);
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private <C, T> void work(
      CompletableFuture<T> result, BiFunction<C, BooleanSupplier, T> work, Supplier<C> of) {
    try {
      C copy = of.get();
      worker.execute(
          () -> {
            complete(result, () -> work.apply(copy, result::isDone));
            open.remove(result);
          });
    } catch (RejectedExecutionException e) {
      result.completeExceptionally(closedException());
    } catch (RuntimeException e) {
      result.completeExceptionally(internal(e));
    }
  }

  private <T> void carryOut(long number, Callable<T> command, CompletableFuture<T> result) {
    current = number;
    T value = null;
    Throwable failure = null;
    try {
      value = command.call();
    } catch (CommandException e) {
      failure = e;
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      failure = internal(e);
    }
    waiting.decrementAndGet();
    open.remove(result);
    if (failure == null) {
      result.complete(value);
    } else {
      result.completeExceptionally(failure);
    }
  }

  private static <T> void complete(CompletableFuture<T> result, Callable<T> work) {
    if (result.isDone()) {
      return;
    }
    try {
      result.complete(work.call());
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      result.completeExceptionally(e);
    }
  }

  private void failOpen() {
    for (CompletableFuture<?> each = open.poll(); each != null; each = open.poll()) {
      each.completeExceptionally(closedException());
    }
  }

  private static CommandException internal(Throwable cause) {
    CommandException said =
        new CommandException(
            "The command failed inside the program (" + cause + "): restart the image to go on.");
    said.initCause(cause);
    return said;
  }

  private static CommandException closedException() {
    return new CommandException("The session is closed: open the image again.");
  }

  private static Thread daemon(Runnable task, String name) {
    Thread made = new Thread(task, name);
    made.setDaemon(true);
    return made;
  }
}
