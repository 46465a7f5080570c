package org.hypscope.debug;

import java.util.List;
import org.hypscope.arm.arch.Mode;
import org.hypscope.time.Mark;

/**
 * A run as one core saw it, in order of time, up to the farthest place that it has been at.
 *
 * @param core its number
 * @param spans which mode it was in when, without gaps from its start on, other cores' turns
 *     included
 * @param events exception entries and returns of all cores, the newest 100,000
 * @param hvbarChanges the values of its HVBAR, each from its instant on; the first is that of reset
 * @param hvcs how many HVCs there have been on all cores, those included that are kept no longer
 * @param checkpoints where the run can be gone back to at once; the same list while they are the
 *     same
 * @param now where it stands
 * @param end the farthest place
 */
public record TimelineView(
    int core,
    List<Span> spans,
    List<TraceEvent> events,
    List<HvbarChange> hvbarChanges,
    long hvcs,
    List<Mark> checkpoints,
    Mark now,
    Mark end) {
  /** A time in one mode: from {@code from} to {@code to}, exclusive. */
  public record Span(Mode mode, Mark from, Mark to) {}

  /** HVBAR became {@code value} at {@code at}. */
  public record HvbarChange(Mark at, int value) {}
}
