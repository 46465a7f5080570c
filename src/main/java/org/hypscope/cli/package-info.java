/** The commands: one thin picocli class each, over the same engine as the window. */
package org.hypscope.cli;
