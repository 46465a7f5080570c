/** The samples that come with the program, and what each expects of its hypercalls. */
package org.hypscope.abi.sample;
