package org.hypscope.abi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a contract says of one register that a call takes.
 *
 * @param role what it is for
 * @param space by which addresses it is meant, where it is an address
 * @param alignment in bytes; 1 for any
 * @param state what decides the state in which an address is entered
 * @param name what a document calls it; empty where the role says enough
 */
public record Input(Role role, Space space, int alignment, State state, String name) {
  /** A register that the call does not look at. */
  public static final Input UNUSED = of(Role.UNUSED);

  /** By which addresses a register is meant. */
  public enum Space {
    /** It is no address, or any will do. */
    ANY,
    /** A physical address. */
    PHYSICAL,
    /** A virtual address of HYP: a physical one while the HYP MMU is off. */
    HYP;

    /** The word used in YAML. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The space with this {@link #word()}. */
    public static Optional<Space> of(String word) {
      return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
  }

  /** What decides whether an address is entered in A32 or T32 state. */
  public enum State {
    /** Bit 0 of the address, as an interworking branch does. */
    BIT_0,
    /** The build of the handler; bit 0 must agree with it. */
    BUILD;

    /** The word used in YAML. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state with this {@link #word()}. */
    public static Optional<State> of(String word) {
      return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
  }

  /** A register of {@code role} with nothing else said. */
  public static Input of(Role role) {
    return new Input(role, Space.ANY, role.alignment(), State.BIT_0, "");
  }
}
