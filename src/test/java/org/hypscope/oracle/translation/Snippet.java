package org.hypscope.oracle.translation;

import java.util.ArrayList;
import java.util.List;

/**
 * An access that a case makes: instructions at a fixed place in the supervisor, which access the
 * address in R0 and then leave for Hyp.
 *
 * @param text the instructions, in assembly
 * @param kind what they stand for in the tally
 * @param size the bytes that they access
 * @param thumb whether it is T32 code
 * @param traits {@code w} writes, {@code u} is unprivileged and not for Hyp mode, {@code f} is a
 *     fetch, {@code m} maintenance, not for User mode, {@code a} always wants alignment, {@code p}
 *     is an address translation operation, for PL1 alone
 */
record Snippet(String text, String kind, int size, boolean thumb, String traits) {
  /** Where in the supervisor's second page the first one is. */
  static final int START = 32;

  /** The bytes of each. */
  static final int SIZE = 16;

  private static final List<Snippet> ALL = build();

  private static List<Snippet> build() {
    List<Snippet> all = new ArrayList<>();
    for (int n : new int[] {1, 7, 12}) {
      a32(all, "ldr r" + n + ", [r0]", "LDR", 4, "");
      a32(all, "str r" + n + ", [r0]", "STR", 4, "w");
    }
    a32(all, "ldr r1, [r0, #0]!", "LDR writeback", 4, "");
    a32(all, "ldr r1, [r0], #4", "LDR writeback", 4, "");
    a32(all, "str r2, [r0], #4", "STR writeback", 4, "w");
    a32(all, "ldr r3, [r0, r12]", "LDR", 4, "");
    a32(all, "ldrb r2, [r0]", "LDRB", 1, "");
    a32(all, "ldrh r3, [r0]", "LDRH", 2, "");
    a32(all, "ldrsb r4, [r0]", "LDRSB", 1, "");
    a32(all, "ldrsh r5, [r0]", "LDRSH", 2, "");
    a32(all, "strb r6, [r0]", "STRB", 1, "w");
    a32(all, "strh r8, [r0]", "STRH", 2, "w");
    a32(all, "ldrt r1, [r0]", "LDRT", 4, "u");
    a32(all, "ldrbt r1, [r0]", "LDRT", 1, "u");
    a32(all, "ldrht r1, [r0]", "LDRT", 2, "u");
    a32(all, "ldrsht r1, [r0]", "LDRT", 2, "u");
    a32(all, "strt r1, [r0]", "STRT", 4, "wu");
    a32(all, "strbt r1, [r0]", "STRT", 1, "wu");
    a32(all, "strht r1, [r0]", "STRT", 2, "wu");
    a32(all, "ldm r0, {r1-r4}", "LDM", 16, "a");
    a32(all, "ldmdb r0!, {r5, r9}", "LDM", 8, "a");
    a32(all, "stm r0, {r1-r4}", "STM", 16, "wa");
    a32(all, "stmib r0!, {r1, r2}", "STM", 8, "wa");
    a32(all, "ldrd r2, r3, [r0]", "LDRD", 8, "a");
    a32(all, "strd r2, r3, [r0]", "STRD", 8, "wa");
    a32(all, "ldrex r1, [r0]", "LDREX", 4, "a");
    a32(all, "ldrexb r1, [r0]", "LDREX", 1, "a");
    a32(all, "ldrexh r1, [r0]", "LDREX", 2, "a");
    a32(all, "ldrexd r2, r3, [r0]", "LDREX", 8, "a");
    a32(all, "ldrex r2, [r0]; strex r3, r1, [r0]", "STREX", 4, "wa");
    a32(all, "ldrexd r2, r3, [r0]; strexd r1, r4, r5, [r0]", "STREX", 8, "wa");
    a32(all, "vldr d0, [r0]", "VLDR", 8, "a");
    a32(all, "vstr s1, [r0]", "VSTR", 4, "wa");
    a32(all, "vst1.32 {d1}, [r0]", "VST1", 8, "w");
    a32(all, "pld [r0]", "PLD", 4, "");
    a32(all, "bx r0", "fetch", 4, "f");
    a32(all, "bx r0", "fetch", 4, "f");
    a32(all, "bx r0", "fetch", 4, "f");
    a32(all, "mcr p15, 0, r0, c7, c6, 1", "DCIMVAC", 1, "m");
    a32(all, "mcr p15, 0, r0, c7, c10, 1", "DCCMVAC", 1, "m");
    a32(all, "mcr p15, 0, r0, c7, c11, 1", "DCCMVAU", 1, "m");
    a32(all, "mcr p15, 0, r0, c7, c14, 1", "DCCIMVAC", 1, "m");
    a32(all, "mcr p15, 0, r0, c7, c5, 1", "ICIMVAU", 1, "m");
    for (int n = 0; n < Operations.BOTH; n++) {
      String name = Operations.all().get(n).name();
      a32(all, "mcr p15, 0, r0, c7, c8, " + n, name + " from PL1", 1, "mp");
    }
    t32(all, "ldr r1, [r0]", "LDR", 4, "");
    t32(all, "ldr.w r9, [r0]", "LDR", 4, "");
    t32(all, "str r1, [r0]", "STR", 4, "w");
    t32(all, "strb.w r8, [r0]", "STRB", 1, "w");
    t32(all, "ldrsh.w r10, [r0]", "LDRSH", 2, "");
    t32(all, "ldrt r1, [r0]", "LDRT", 4, "u");
    t32(all, "stm r0!, {r1, r2}", "STM", 8, "wa");
    t32(all, "ldrd r2, r3, [r0]", "LDRD", 8, "a");
    t32(all, "ldrex r1, [r0]", "LDREX", 4, "a");
    return List.copyOf(all);
  }

  private static void a32(List<Snippet> all, String text, String kind, int size, String traits) {
    all.add(new Snippet(text, kind, size, false, traits));
  }

  private static void t32(List<Snippet> all, String text, String kind, int size, String traits) {
    all.add(new Snippet(text, kind, size, true, traits));
  }

  /** All, in the order of their places. */
  static List<Snippet> all() {
    return ALL;
  }

  /** Its offset in the supervisor's second page. */
  int offset() {
    return START + SIZE * ALL.indexOf(this);
  }

  /** The source at its place. */
  String source() {
    return String.format("%s%n.balign %d%n%s%nhvc #0x77%n", thumb ? ".thumb" : ".arm", SIZE, text);
  }

  boolean writes() {
    return traits.contains("w");
  }

  boolean unprivileged() {
    return traits.contains("u");
  }

  boolean fetches() {
    return traits.contains("f");
  }

  boolean maintenance() {
    return traits.contains("m");
  }

  /** Whether it translates, rather than accesses, from PL1. */
  boolean operation() {
    return traits.contains("p");
  }

  boolean wantsAlignment() {
    return traits.contains("a");
  }
}
