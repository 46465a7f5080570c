package org.hypscope.debug;

/**
 * A place at which a run stops, and on what terms. Written as {@link StopNames} reads it: {@code
 * watch HCR.VM=0x1 if r0!=2,skip=2}.
 */
public record Stop(Breakpoint at, Terms terms) {
  /** One that always stops. */
  public Stop(Breakpoint at) {
    this(at, Terms.ALWAYS);
  }

  @Override
  public String toString() {
    return (at instanceof Breakpoint.Write ? StopNames.WATCH : StopNames.BREAK) + " " + at + terms;
  }
}
