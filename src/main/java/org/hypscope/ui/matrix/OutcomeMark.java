package org.hypscope.ui.matrix;

import org.hypscope.abi.Outcome;

/** How an outcome is marked wherever one is a cell or a chip: shape, short word and colour. */
public enum OutcomeMark {
  /** It works, or leaves for good as promised. */
  WORKS("\u2713", "works", "ok"),
  /** Not what was promised. */
  WRONG("\u2260", "wrong", "warn"),
  /** An error value. */
  ERROR("!", "error", "warn"),
  /** HVBAR is lost. */
  HVBAR("\u2298", "hvbar", "stop"),
  /** A wild branch. */
  WILD("\u2197", "wild", "stop"),
  /** A hang. */
  HANG("\u221e", "hang", "stop"),
  /** A fault. */
  FAULT("\u2715", "fault", "stop"),
  /** Not decided. */
  UNDECIDED("?", "open", "none");

  private final String shape;
  private final String word;
  private final String style;

  OutcomeMark(String shape, String word, String style) {
    this.shape = shape;
    this.word = word;
    this.style = style;
  }

  /** The mark of {@code outcome}. */
  public static OutcomeMark of(Outcome outcome) {
    return switch (outcome) {
      case WORKS, NO_RETURN -> WORKS;
      case WRONG_RESULT -> WRONG;
      case ERROR_RETURNED -> ERROR;
      case HVBAR_LOST -> HVBAR;
      case WILD_BRANCH -> WILD;
      case HANG -> HANG;
      case FAULT -> FAULT;
      case UNDECIDED -> UNDECIDED;
    };
  }

  /** Shape and word. */
  public String text() {
    return shape + " " + word;
  }

  /** The style class of its colour: {@code ok}, {@code warn}, {@code stop} or {@code none}. */
  public String style() {
    return style;
  }
}
