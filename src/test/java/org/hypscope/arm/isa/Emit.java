package org.hypscope.arm.isa;

import java.util.ArrayList;
import java.util.List;

/** Writes the few A32 instructions that a generated program needs around the words it tests. */
final class Emit {
  static final int SP = 13;

  private final List<Integer> words = new ArrayList<>();
  private final int base;

  /** A program that starts at {@code base}. */
  Emit(int base) {
    this.base = base;
  }

  int here() {
    return base + words.size() * 4;
  }

  List<Integer> words() {
    return words;
  }

  void word(int word) {
    words.add(word);
  }

  /** Rd = value, by MOVW and MOVT. */
  void constant(int d, int value) {
    word(0xe3000000 | (value >>> 12 & 0xf) << 16 | d << 12 | value & 0xfff);
    int high = value >>> 16;
    word(0xe3400000 | (high >>> 12 & 0xf) << 16 | d << 12 | high & 0xfff);
  }

  /** ldm sp, {r0-r12, lr}. */
  void loadAll() {
    word(0xe89d5fff);
  }

  /** stm sp, {r0-r12, lr}. */
  void storeAll() {
    word(0xe88d5fff);
  }

  /** ldr r0, [sp, #offset]. */
  void loadR0(int offset) {
    word(0xe59d0000 | offset);
  }

  /** str r0, [sp, #offset]. */
  void storeR0(int offset) {
    word(0xe58d0000 | offset);
  }

  /** msr CPSR_fs, r0. */
  void setFlagsFromR0() {
    word(0xe12cf000);
  }

  /** mrs r0, CPSR. */
  void flagsToR0() {
    word(0xe10f0000);
  }

  /** From HYP into Non-secure SVC at the next instruction, interrupts masked. */
  void dropToSvc() {
    constant(0, 0x1d3);
    word(0xe16ff000);
    constant(0, here() + 16);
    word(0xe12ef300);
    word(0xe160006e);
  }

  /** Sends {@code length} bytes from {@code address} to the PL011 and powers off by PSCI. */
  void sendAndPowerOff(int address, int length) {
    constant(1, address);
    constant(2, address + length);
    constant(3, 0x09000000);
    word(0xe4d10001);
    word(0xe5830000);
    word(0xe1510002);
    word(0x1afffffb);
    constant(0, 0x84000008);
    word(0xe1600070);
    word(0xeafffffe);
  }
}
