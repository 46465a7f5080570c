package org.hypscope.ui.gallery;

/**
 * One hypercall of a scenario, for its picture.
 *
 * @param fromHyp whether HYP itself makes the call
 * @param caller the convention that the caller speaks, such as {@code S1}
 * @param handler the one that answers, such as {@code K2}; empty where nobody says
 * @param outcome the word of how it ends, such as {@code wild-branch}; empty where nobody says
 */
public record ScenarioCall(boolean fromHyp, String caller, String handler, String outcome) {
  /** How the arrow ends. */
  public enum Ending {
    /** Back to the caller. */
    RETURNS,
    /** Back to the caller, with something broken. */
    RETURNS_WRONG,
    /** On to another kernel, as promised. */
    LEAVES,
    /** Nowhere good. */
    LOST
  }

  /** How the arrow of this call ends. */
  public Ending ending() {
    return switch (outcome) {
      case "no-return" -> Ending.LEAVES;
      case "wild-branch", "hang", "fault" -> Ending.LOST;
      case "wrong-result", "error-returned", "hvbar-lost" -> Ending.RETURNS_WRONG;
      default -> Ending.RETURNS;
    };
  }

  /** The word under which a style sheet knows the handler: stub, kvm-init, kvm or unknown. */
  public String ownerClass() {
    if (handler.startsWith("S")) {
      return "stub";
    }
    if (handler.startsWith("I")) {
      return "kvm-init";
    }
    return handler.startsWith("K") ? "kvm" : "unknown";
  }
}
