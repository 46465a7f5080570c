/** Programs drawn at random from one seed, as words, so that no assembler is needed. */
package org.hypscope.machine.random;
