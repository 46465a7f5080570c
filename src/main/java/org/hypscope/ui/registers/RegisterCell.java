package org.hypscope.ui.registers;

import java.util.Optional;
import org.hypscope.arm.arch.Bank;

/**
 * One physical register at one instant.
 *
 * @param bank which
 * @param value what it holds
 * @param old what it held before the last command, where that changed it
 * @param live whether the current mode reaches it by name
 */
public record RegisterCell(Bank bank, int value, Optional<Integer> old, boolean live) {}
