package org.hypscope.abi.path;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which path.
 *
 * @param image the image's name
 * @param stub the contract that the kernel's stub follows
 * @param kvm the contract that KVM's runtime vectors follow, or {@link #NO_KVM}
 * @param scenario how the kernel goes
 */
public record PathId(String image, String stub, String kvm, Scenario scenario) {
  /** In place of KVM where none is installed. */
  public static final String NO_KVM = "none";

  private static final Pattern SYMBOL =
      Pattern.compile("path_([A-Za-z0-9]+)_([A-Za-z0-9]+)_([a-z]+)");

  /** The path that is entered at {@code symbol} of {@code image}, if one is. */
  static Optional<PathId> of(String image, String symbol) {
    Matcher matcher = SYMBOL.matcher(symbol);
    return matcher.matches()
        ? Scenario.of(matcher.group(3))
            .map(scenario -> new PathId(image, matcher.group(1), matcher.group(2), scenario))
        : Optional.empty();
  }

  /** The symbol at which the image is entered for this path. */
  public String symbol() {
    return "path_%s_%s_%s".formatted(stub, kvm, scenario.word());
  }

  /** {@code S4 + K4}, or {@code S4 alone}. */
  public String pair() {
    return kvm.equals(NO_KVM) ? stub + " alone" : stub + " + " + kvm;
  }
}
