package org.hypscope.arm.decode;

import java.util.List;

/**
 * One encoding of one instruction: all that the decoder, the disassembler and the documentation
 * need.
 *
 * @param mnemonic the manual's name of the instruction, in capitals: {@code LDREXB}
 * @param variant what tells this encoding from others of the name ({@code immediate}), or empty
 * @param pattern the words it covers
 * @param template the assembly syntax
 * @param section the manual's section
 * @param effects what it reads and writes
 * @param rules when the manual makes it UNPREDICTABLE, in the manual's order
 * @param group the declared group of encodings that it may overlap with, the narrower one winning;
 *     null where it overlaps with none
 * @param except words of the pattern that are not of this encoding, and UNDEFINED where no other
 *     encoding takes them; null for none
 */
public record Form(
    String mnemonic,
    String variant,
    Pattern pattern,
    Template template,
    String section,
    Effects effects,
    List<Rule> rules,
    String group,
    Condition except) {

  /** Whether {@code word} is of this encoding, if no narrower one of its group takes it. */
  public boolean covers(int word) {
    return pattern.matches(word) && (except == null || !except.holds(word));
  }

  /** The name with the variant: {@code LDR (literal)}. */
  public String title() {
    return variant.isEmpty() ? mnemonic : mnemonic + " (" + variant + ")";
  }

  /** Why {@code word} is UNPREDICTABLE, one sentence, or null where it is not. */
  public String unpredictable(int word) {
    for (Rule rule : rules) {
      if (rule.holds(word)) {
        return because(rule.condition().words());
      }
    }
    return pattern.keepsShouldBe(word) ? null : because("a bit that should be 0 or 1 is not so");
  }

  private String because(String words) {
    return title() + " is UNPREDICTABLE: " + words + " (" + section + ")";
  }
}
