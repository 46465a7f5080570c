package org.hypscope.arm.isa;

import org.hypscope.arm.core.Operation;
import org.hypscope.arm.decode.Form;

/**
 * An encoding bound to what it does.
 *
 * @param form the encoding
 * @param operation what it does
 * @param inIt what it does in an IT block, given the image with S (bit 20) clear, where that is
 *     another thing; or null
 * @param always whether it is executed in an IT block whatever the condition
 */
public record Row(Form form, Operation operation, Operation inIt, boolean always) {}
