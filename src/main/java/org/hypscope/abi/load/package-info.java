/** Reads contracts from YAML; every complaint names file, line, column and key. */
package org.hypscope.abi.load;
