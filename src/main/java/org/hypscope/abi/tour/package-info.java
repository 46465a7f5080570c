/** Guided tours: instants of a run with what a speaker says there, and what holds there. */
package org.hypscope.abi.tour;
