package org.hypscope.abi.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * A runnable image with its story and with what is expected of it.
 *
 * @param name its folder's name
 * @param title one line
 * @param story one or two sentences that a speaker would say
 * @param goesWrong one sentence; empty for right use
 * @param realKvm what a real KVM, with the HYP MMU on, does instead
 * @param board the name of the board it runs on
 * @param cores how many cores that has
 * @param start where the gallery lands, such as {@code hvc:3}
 * @param exit the exit status of {@code check}
 * @param findings rules that {@code check} must name
 * @param ends how a run ends: {@code power-off}, {@code loop} or {@code wild-branch}
 * @param console the text that the run prints
 * @param hypercalls every HVC in order
 */
public record Sample(
    String name,
    String title,
    String story,
    Optional<String> goesWrong,
    Optional<String> realKvm,
    String board,
    int cores,
    String start,
    int exit,
    List<String> findings,
    String ends,
    String console,
    List<ExpectedCall> hypercalls) {
  /** Copies the lists. */
  public Sample {
    findings = List.copyOf(findings);
    hypercalls = List.copyOf(hypercalls);
  }

  /** The ELF file's bytes. */
  public byte[] elf() {
    try (InputStream in = Samples.resource(name + "/" + name + ".elf")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("sample " + name + " cannot be read", e);
    }
  }
}
