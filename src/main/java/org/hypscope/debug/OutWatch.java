package org.hypscope.debug;

import java.util.ArrayDeque;
import java.util.Deque;
import org.hypscope.arm.arch.ExceptionKind;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCheck;
import org.hypscope.machine.Machine;
import org.hypscope.time.Timeline;
import org.hypscope.time.Watch;

/**
 * Sees the call, or the exception entry, that has not returned where the run stands: counts calls
 * and returns, and where a part of the run has more returns than calls, goes on in the one before
 * it.
 */
final class OutWatch extends Watch {
  private final int number;
  private final Deque<Long> open = new ArrayDeque<>();
  private Machine machine;
  private long unmatched;
  private long wanted = 1;
  private long looked = Timeline.NEVER;

  /** Of core {@code number}. */
  OutWatch(int number) {
    this.number = number;
  }

  @Override
  protected void begin(Machine of) {
    machine = of;
    open.clear();
    unmatched = 0;
    looked = Timeline.NEVER;
  }

  @Override
  protected void end() {
    if (open.size() >= wanted) {
      for (long n = 1; n < wanted; n++) {
        open.pop();
      }
      seeAt(open.pop());
    } else {
      wanted += unmatched - open.size();
    }
  }

  @Override
  public void afterException(Core core, ExceptionKind kind, Mode from, Mode to, int vector) {
    if (isOf(core)) {
      open.push(stepsOf(core));
    }
  }

  @Override
  public void exceptionReturn(Core core, int pc, Mode from, Mode to, int target) {
    if (isOf(core)) {
      close();
    }
  }

  @Override
  protected StopCheck check() {
    return this::look;
  }

  private boolean look(Core core) {
    boolean once = isOf(core) && isPart(core) && stepsOf(core) != looked;
    looked = stepsOf(core);
    int word = once ? Words.fetched(core) : 0;
    if (word != 0 && Words.isExecuted(core, word)) {
      if (Words.isCall(word)) {
        open.push(stepsOf(core));
      } else if (Words.isFunctionReturn(word)) {
        close();
      }
    }
    return false;
  }

  private void close() {
    if (open.isEmpty()) {
      unmatched++;
    } else {
      open.pop();
    }
  }

  private boolean isOf(Core core) {
    return machine.cores().get(number) == core;
  }
}
