package org.hypscope.arm.isa;

import org.hypscope.arm.core.Operation;
import org.hypscope.arm.decode.Form;

/**
 * An encoding bound to what it does.
 *
 * @param form the encoding
 * @param operation what it does
 */
public record Row(Form form, Operation operation) {}
