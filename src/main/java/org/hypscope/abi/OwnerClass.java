package org.hypscope.abi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who owns HVBAR: the pattern of a span of the ownership ribbon. */
public enum OwnerClass {
  /** The kernel's HYP stub. */
  STUB,
  /** KVM's init vectors, while it is being installed. */
  KVM_INIT,
  /** KVM's runtime vectors. */
  KVM,
  /** Another hypervisor than KVM, or a firmware in HYP. */
  HYPERVISOR,
  /** Code that behaves like no contract. */
  UNKNOWN,
  /** No code: HVBAR points at memory that was overwritten or that holds no loaded code. */
  OVERWRITTEN;

  /** The word used in YAML, JSON and text, such as {@code kvm-init}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The class with this {@link #word()}. */
  public static Optional<OwnerClass> of(String word) {
    return Arrays.stream(values()).filter(owner -> owner.word().equals(word)).findFirst();
  }
}
