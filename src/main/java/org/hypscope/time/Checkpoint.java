package org.hypscope.time;

import org.hypscope.machine.MachineImage;

/**
 * A place in a run that can be gone back to.
 *
 * @param steps the steps made before it, by all cores
 * @param mark the instant
 * @param delivered how many entries of the journal the machine has met
 * @param image the machine there
 */
record Checkpoint(long steps, Mark mark, int delivered, MachineImage image) {}
