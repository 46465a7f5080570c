package org.hypscope.arm.decode;

import java.util.List;
import org.hypscope.arm.arch.ItState;

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
 * @param rules when the manual makes it UNPREDICTABLE, in the manual's order; of a T32 encoding
 *     they speak, as template, effects and {@code except} do, of the image
 * @param group the declared group of encodings that it may overlap with, the narrower one winning;
 *     null where it overlaps with none
 * @param except words of the pattern that are not of this encoding, and UNDEFINED where no other
 *     encoding takes them; null for none
 * @param image the A32 word as which a T32 word is executed; null for an A32 encoding
 * @param flagsOutsideIt whether it sets the flags outside an IT block only: S of the image, bit 20,
 *     is then clear within
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
    Condition except,
    Image image,
    boolean flagsOutsideIt) {
  private static final int S = 1 << 20;

  /** Whether {@code word} is of this encoding, if no narrower one of its group takes it. */
  public boolean covers(int word) {
    return pattern.matches(word) && (except == null || !except.holds(image(word)));
  }

  /** The A32 word as which {@code word} is executed: an A32 word itself. */
  public int image(int word) {
    return image == null ? word : image.of(word);
  }

  /** As {@link #image(int)}, under the ITSTATE {@code it}. */
  public int image(int word, int it) {
    return flagsOutsideIt && ItState.inBlock(it) ? image(word) & ~S : image(word);
  }

  /** The pattern of {@link #image(int)}. */
  public Pattern imagePattern() {
    return image == null ? pattern : image.pattern();
  }

  /** Whether {@code word} is UNPREDICTABLE and this core, as QEMU does, takes it as UNDEFINED. */
  public boolean takenAsUndefined(int word) {
    int image = image(word);
    for (Rule rule : rules) {
      if (rule.undefined() && rule.holds(image, 0)) {
        return true;
      }
    }
    return false;
  }

  /** The name with the variant: {@code LDR (literal)}. */
  public String title() {
    return variant.isEmpty() ? mnemonic : mnemonic + " (" + variant + ")";
  }

  /**
   * Why {@code word} is UNPREDICTABLE outside an IT block, one sentence, or null where it is not.
   */
  public String unpredictable(int word) {
    return unpredictable(word, 0);
  }

  /** Why {@code word} is UNPREDICTABLE under the ITSTATE {@code it}, or null where it is not. */
  public String unpredictable(int word, int it) {
    int image = image(word);
    for (Rule rule : rules) {
      if (rule.holds(image, it)) {
        return because(rule.condition().words());
      }
    }
    return pattern.keepsShouldBe(word) ? null : because("a bit that should be 0 or 1 is not so");
  }

  private String because(String words) {
    return title() + " is UNPREDICTABLE: " + words + " (" + section + ")";
  }
}
