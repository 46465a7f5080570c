package org.hypscope.debug;

import java.util.List;
import org.hypscope.time.Mark;

/**
 * How far a command that takes its time has come.
 *
 * @param mark the instant reached
 * @param nanoseconds of virtual time since reset
 * @param pc the next instruction
 * @param goal where it is to end, in words
 * @param console what has been printed so far
 */
public record Progress(
    Mark mark, long nanoseconds, int pc, String goal, List<ConsoleLine> console) {}
