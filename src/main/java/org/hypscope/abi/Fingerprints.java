package org.hypscope.abi;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Compares the code at HVBAR with code that is known to follow a contract: evidence only. */
final class Fingerprints {
  private Fingerprints() {}

  /** Which known build the bytes at HVBAR are of. */
  static Optional<String> known(Sight sight, List<Contract> contracts) {
    for (Contract contract : contracts) {
      for (Contract.Fingerprint each : contract.fingerprints()) {
        if (hash(sight, each.bytes()).filter(each.sha256()::equals).isPresent()) {
          return Optional.of(
              "the %d bytes at HVBAR are those of %s".formatted(each.bytes(), each.of()));
        }
      }
    }
    return Optional.empty();
  }

  /** The SHA-256 of the {@code bytes} bytes from HVBAR on, in hex; empty where memory ends. */
  static Optional<String> hash(Sight sight, int bytes) {
    byte[] code = new byte[bytes];
    for (int n = 0; n < bytes; n++) {
      OptionalInt word = sight.word(sight.hvbar() + n);
      if (word.isEmpty()) {
        return Optional.empty();
      }
      code[n] = (byte) (word.getAsInt() >>> 8 * (n & 3));
    }
    try {
      return Optional.of(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(code)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
