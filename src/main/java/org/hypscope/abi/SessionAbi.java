package org.hypscope.abi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.HypercallObserver;
import org.hypscope.debug.SessionListener;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.TraceEvent;
import org.hypscope.machine.Machine;
import org.hypscope.time.Mark;

/**
 * Keeps what a session knows of its hypercalls: the verdict before the call while standing at an
 * HVC, what every call did, all findings, and who owned HVBAR when.
 *
 * <p>Work that a person waits for is done on the session's worker; listeners are called on the
 * owner thread or the worker with an immutable {@link AbiState}.
 */
public final class SessionAbi {
  private static final int MOST_CALLS = 1_000;

  private final DebugSession session;
  private volatile AbiEngine engine;
  private final SessionCalls calls = new SessionCalls();
  private final OwnerHistory owners = new OwnerHistory();
  private final List<Consumer<AbiState>> listeners = new CopyOnWriteArrayList<>();
  private int branch;
  private CallerChoice choice = CallerChoice.automatic();
  private Optional<AbiView> standing = Optional.empty();
  private CompletableFuture<?> pending = CompletableFuture.completedFuture(null);
  private volatile boolean hasRoom = true;
  private volatile AbiState state = AbiState.empty();

  /** What a probe at one instant found out. */
  private record Look(Optional<AbiView> view, Map<Integer, HvbarOwner> owners) {}

  /** Follows {@code session} from now on. */
  public SessionAbi(DebugSession session, AbiEngine engine) {
    this.session = session;
    this.engine = engine;
    session.addListener(
        new SessionListener() {
          @Override
          public void snapshot(Snapshot snapshot) {
            moved(snapshot);
          }
        });
    session.setObserver(
        new HypercallObserver() {
          @Override
          public boolean wantsNext() {
            return hasRoom;
          }

          @Override
          public void beforeCall(Machine at, TraceEvent call) {
            calling(at);
          }

          @Override
          public void afterReturn(Machine at, TraceEvent call) {
            returned(at, call);
          }
        });
    moved(session.snapshot());
  }

  /** What is known now. */
  public AbiState state() {
    return state;
  }

  /** Has {@code listener} told of every new state; the present one is not repeated to it. */
  public void addListener(Consumer<AbiState> listener) {
    listeners.add(listener);
  }

  /** Takes the caller's convention from the user, from the call at which the session stands on. */
  public void setChoice(CallerChoice newChoice) {
    Snapshot now = session.snapshot();
    synchronized (this) {
      choice = newChoice;
      standing = Optional.empty();
    }
    moved(now);
  }

  /** Knows the contracts of {@code newEngine} from the call at which the session stands on. */
  public void setEngine(AbiEngine newEngine) {
    Snapshot now = session.snapshot();
    synchronized (this) {
      engine = newEngine;
      standing = Optional.empty();
    }
    moved(now);
  }

  private synchronized void calling(Machine at) {
    Mark mark = Marks.of(at);
    AbiView view =
        standing.filter(v -> v.at().equals(mark)).orElseGet(() -> engine.analyse(at, choice));
    calls.add(at.turn(), view);
    hasRoom = calls.size() < MOST_CALLS;
    owners.saw(mark, Sight.hvbar(at), HvbarOwner.of(view.handler()));
  }

  private synchronized void returned(Machine at, TraceEvent call) {
    calls.at(call.mark()).ifPresent(entry -> calls.finish(engine.judge(entry.view(), call, at)));
  }

  private void moved(Snapshot now) {
    synchronized (this) {
      if (now.branch() != branch) {
        branch = now.branch();
        calls.forgetFrom(now.mark());
        hasRoom = calls.size() < MOST_CALLS;
        owners.forgetAfter(now.mark());
      }
      calls.lookForEnd(now);
      standing = Optional.empty();
      pending.cancel(false);
      look(now);
    }
    publish(now);
  }

  /** Finds out on the worker what is not known at {@code now}. */
  private void look(Snapshot now) {
    CallerChoice chosen = choice;
    List<Integer> unseen = owners.unseen(now);
    if (!now.atHvc() && unseen.isEmpty()) {
      return;
    }
    CompletableFuture<Look> found = session.probe(fork -> look(fork, now, chosen, unseen));
    pending = found;
    found.thenAccept(result -> looked(now, result));
  }

  private Look look(Machine fork, Snapshot now, CallerChoice chosen, List<Integer> unseen) {
    if (!Marks.of(fork).equals(now.mark()) || fork.turn() != now.core()) {
      return new Look(Optional.empty(), Map.of());
    }
    Optional<AbiView> view =
        now.atHvc() ? Optional.of(engine.analyse(fork, chosen)) : Optional.empty();
    Map<Integer, HvbarOwner> found = new TreeMap<>();
    unseen.forEach(hvbar -> found.put(hvbar, engine.ownerOf(fork, hvbar)));
    return new Look(view, found);
  }

  private void looked(Snapshot then, Look look) {
    synchronized (this) {
      if (session.snapshot() != then) {
        return;
      }
      standing = look.view();
      look.owners().forEach((hvbar, owner) -> owners.saw(firstAt(then, hvbar), hvbar, owner));
    }
    publish(then);
  }

  private Mark firstAt(Snapshot now, int hvbar) {
    return owners.firstAt(now.timeline(), hvbar).orElse(now.mark());
  }

  private void publish(Snapshot now) {
    AbiState next;
    synchronized (this) {
      next = assemble(now);
      state = next;
    }
    listeners.forEach(listener -> listener.accept(next));
  }

  private AbiState assemble(Snapshot now) {
    List<AbiView> views = new ArrayList<>();
    List<Verdict> verdicts = new ArrayList<>();
    for (SessionCalls.Entry entry : calls.madeAt(now.mark())) {
      views.add(entry.view());
      entry.verdict().ifPresent(verdicts::add);
    }
    List<Finding> findings = new ArrayList<>();
    views.forEach(view -> findings.addAll(view.findings()));
    standing.ifPresent(view -> findings.addAll(view.findings()));
    Optional<SessionCalls.Entry> last = calls.last(now.core(), now.mark());
    return new AbiState(
        standing.or(() -> last.filter(entry -> !now.atHvc()).map(SessionCalls.Entry::view)),
        standing.isPresent(),
        standing.isPresent() ? Optional.empty() : last.flatMap(SessionCalls.Entry::verdict),
        views,
        verdicts,
        findings,
        owners.spans(now.timeline()),
        now.cores().stream().map(core -> owners.lookup(core.hvbar(), now.mark())).toList(),
        choice);
  }
}
