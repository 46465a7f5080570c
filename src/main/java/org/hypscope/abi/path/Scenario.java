package org.hypscope.abi.path;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a kernel goes to the next one. */
public enum Scenario {
  /** In order: the reboot notifiers run first. */
  KEXEC,
  /** After a crash: nobody is told. */
  KDUMP;

  /** The word used in symbols, options and text. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one with this {@link #word()}. */
  public static Optional<Scenario> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
