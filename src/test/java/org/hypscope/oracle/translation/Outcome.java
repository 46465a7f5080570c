package org.hypscope.oracle.translation;

import java.util.ArrayList;
import java.util.List;

/**
 * What one operation or one access came to on both sides.
 *
 * @param of its case
 * @param regime in which regime the address is translated
 * @param via the operation, or the kind of access and its mode
 * @param leaf what the tables have on purpose there
 * @param here the verdict of the core
 * @param there that of QEMU
 * @param differs the words that differ
 */
record Outcome(
    Case of,
    String regime,
    String via,
    String leaf,
    String here,
    String there,
    List<Word> differs) {
  private static final List<String> OPERATION_NAMES =
      List.of("vector", "PAR", "PAR.high", "HSR", "HDFAR", "HPFAR");

  /** A word that differs. */
  record Word(String name, int ours, int theirs) {
    @Override
    public String toString() {
      return String.format("%s is %08x here, %08x on QEMU", name, ours, theirs);
    }
  }

  /** What operation {@code n} of {@code of} came to. */
  static Outcome ofOperation(Case of, int n, int[] ours, int[] theirs) {
    Case.Operation operation = of.operations().get(n);
    int at = CaseWords.OPERATIONS_OUT + n * CaseWords.OPERATION_WORDS;
    boolean hyp = operation.number() >= Operations.HYP;
    return new Outcome(
        of,
        of.world().regime(hyp),
        Operations.all().get(operation.number()).name(),
        operation.leaf(),
        Verdict.ofOperation(ours[at], ours[at + 1], ours[at + 2], ours[at + 3]),
        Verdict.ofOperation(theirs[at], theirs[at + 1], theirs[at + 2], theirs[at + 3]),
        differing(OPERATION_NAMES, ours, theirs, at));
  }

  /** What the access of {@code of} came to. */
  static Outcome ofAccess(Case of, int[] ours, int[] theirs) {
    String mode = of.mode().name();
    return new Outcome(
        of,
        of.world().regime(mode.equals("HYP")),
        of.access().kind() + alignment(of) + " in " + mode,
        of.leaf(),
        Verdict.ofAccess(of.access(), ours),
        Verdict.ofAccess(of.access(), theirs),
        differing(CaseWords.resultNames(), ours, theirs, 0));
  }

  private static String alignment(Case of) {
    int behind = of.address() & 0xfff;
    int size = of.access().size();
    boolean aligned = behind % Math.min(size, 8) == 0;
    return aligned ? "" : behind + size > 0x1000 ? " across pages" : " unaligned";
  }

  private static List<Word> differing(List<String> names, int[] ours, int[] theirs, int at) {
    List<Word> words = new ArrayList<>();
    for (int n = 0; n < names.size(); n++) {
      if (ours[at + n] != theirs[at + n]) {
        words.add(new Word(names.get(n), ours[at + n], theirs[at + n]));
      }
    }
    return words;
  }

  /** Whether it is of an access, and not of an operation that Hyp mode does. */
  boolean isAccess() {
    return via.contains(" in ");
  }

  boolean same() {
    return differs.isEmpty();
  }

  /** All that is needed to see the difference again. */
  String report() {
    StringBuilder text = new StringBuilder();
    text.append(String.format("%s, %s, %s: %s here, %s on QEMU%n", regime, via, leaf, here, there));
    differs.forEach(word -> text.append(String.format("  %s%n", word)));
    if (isAccess()) {
      text.append(String.format("  %s at %08x%n", of.access().text(), of.address()));
    }
    text.append(" ");
    for (int n = 0; n < CaseWords.controlNames().size(); n++) {
      text.append(String.format(" %s=%x", CaseWords.controlNames().get(n), of.words()[n]));
    }
    return text.append(String.format(" HSCTLR=%x%n", of.words()[CaseWords.HSCTLR])).toString();
  }
}
