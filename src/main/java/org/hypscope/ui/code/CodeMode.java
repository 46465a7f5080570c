package org.hypscope.ui.code;

import java.util.Optional;

/** How the Code view shows code. */
public enum CodeMode {
  DISASSEMBLY("Disassembly"),
  SOURCE("Source"),
  BOTH("Both");

  private final String title;

  CodeMode(String title) {
    this.title = title;
  }

  /** What it is called in the window. */
  public String title() {
    return title;
  }

  /** The one after it, and after the last the first. */
  public CodeMode next() {
    return values()[(ordinal() + 1) % values().length];
  }

  /** The one called {@code name}; empty for any other text. */
  public static Optional<CodeMode> of(String name) {
    for (CodeMode each : values()) {
      if (each.name().equals(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
