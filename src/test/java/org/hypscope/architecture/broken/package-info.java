/** Code that breaks every rule of the architecture, to prove that each rule can fail. */
package org.hypscope.architecture.broken;
