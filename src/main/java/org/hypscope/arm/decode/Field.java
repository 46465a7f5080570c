package org.hypscope.arm.decode;

/**
 * A named run of bits in an instruction word.
 *
 * @param name the manual's name: {@code Rn}, {@code imm12}, {@code S}, {@code cond}
 * @param low the number of its lowest bit
 * @param width its width in bits, 1 to 32
 */
public record Field(String name, int low, int width) {
  /** Its value in {@code word}, zero-extended. */
  public int of(int word) {
    return (word >>> low) & (-1 >>> (32 - width));
  }

  /** Whether it numbers a core register R0 to R15. */
  public boolean isRegister() {
    return name.charAt(0) == 'R' && width == 4;
  }
}
