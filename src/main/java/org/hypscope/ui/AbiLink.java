package org.hypscope.ui;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hypscope.abi.AbiEngine;
import org.hypscope.abi.AbiState;
import org.hypscope.abi.Contract;
import org.hypscope.abi.Prototype;
import org.hypscope.abi.SessionAbi;
import org.hypscope.abi.load.AbiFileException;
import org.hypscope.abi.load.ContractLoader;
import org.hypscope.debug.DebugSession;

/** Brings what is known of the session's hypercalls into the {@link WorkbenchState}. */
final class AbiLink {
  private final WorkbenchState state;
  private AbiEngine engine;
  private SessionAbi followed;

  /**
   * A link that knows the built-in contracts and the user's own.
   *
   * @param complain given one sentence if the user's own cannot be used
   */
  AbiLink(WorkbenchState state, Consumer<String> complain) {
    this.state = state;
    engine = withOwn(complain);
    state.connectContracts(this::use);
    state
        .callerChoice()
        .addListener(
            (o, was, is) -> {
              if (followed != null) {
                followed.setChoice(is);
              }
            });
  }

  private static AbiEngine withOwn(Consumer<String> complain) {
    AbiEngine builtIn = AbiEngine.withBuiltIns();
    try {
      return builtIn.with(ContractLoader.loadFolder(ContractLoader.usersFolder()));
    } catch (AbiFileException e) {
      complain.accept(e.getMessage());
      return builtIn;
    }
  }

  private void use(Contract contract) {
    engine = engine.with(List.of(contract));
    if (followed != null) {
      followed.setEngine(engine);
    }
  }

  /** The ids of the contracts that a caller may be taken to speak. */
  static List<String> contractIds() {
    return withOwn(sentence -> {}).contracts().stream().map(Contract::id).toList();
  }

  /** The prototypes that contracts declare, by function. */
  static Map<String, Prototype> prototypes() {
    return withOwn(sentence -> {}).contracts().stream()
        .flatMap(contract -> contract.functions().stream())
        .collect(Collectors.toMap(Prototype::function, each -> each, (first, last) -> last));
  }

  /** Follows {@code session} in place of the one before. */
  void follow(DebugSession session) {
    SessionAbi mine = new SessionAbi(session, engine);
    followed = mine;
    state.showAbi(AbiState.empty());
    Consumer<AbiState> newest = FxBridge.newest(next -> showIfCurrent(mine, next));
    mine.addListener(newest);
  }

  private void showIfCurrent(SessionAbi from, AbiState next) {
    if (from == followed) {
      state.showAbi(next);
    }
  }
}
