package org.hypscope.ui;

import java.util.List;
import java.util.function.Consumer;
import org.hypscope.abi.AbiEngine;
import org.hypscope.abi.AbiState;
import org.hypscope.abi.Contract;
import org.hypscope.abi.SessionAbi;
import org.hypscope.debug.DebugSession;

/** Brings what is known of the session's hypercalls into the {@link WorkbenchState}. */
final class AbiLink {
  private final WorkbenchState state;
  private final AbiEngine engine = AbiEngine.withBuiltIns();
  private SessionAbi followed;

  AbiLink(WorkbenchState state) {
    this.state = state;
    state
        .callerChoice()
        .addListener(
            (o, was, is) -> {
              if (followed != null) {
                followed.setChoice(is);
              }
            });
  }

  /** The ids of the contracts that a caller may be taken to speak. */
  static List<String> contractIds() {
    return AbiEngine.withBuiltIns().contracts().stream().map(Contract::id).toList();
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
