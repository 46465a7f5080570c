package org.hypscope.debug;

import java.util.List;
import org.hypscope.time.Mark;

/**
 * How far a command that takes its time has come.
 *
 * @param mark the instant reached
 * @param nanoseconds of virtual time since reset
 * @param core whose turn it is
 * @param pc its next instruction
 * @param goal where it is to end, in words
 * @param events what has happened so far, the newest 100,000; told of often enough that none is
 *     missed
 * @param console what has been printed so far
 */
public record Progress(
    Mark mark,
    long nanoseconds,
    int core,
    int pc,
    String goal,
    List<TraceEvent> events,
    List<ConsoleLine> console) {}
