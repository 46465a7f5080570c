/** Device trees: a tree that can be edited, and its flattened form (Devicetree Specification 5). */
package org.hypscope.machine.fdt;
