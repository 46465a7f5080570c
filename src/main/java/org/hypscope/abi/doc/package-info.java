/** Pages about contracts and the matrix, and how they are written in three markups. */
package org.hypscope.abi.doc;
