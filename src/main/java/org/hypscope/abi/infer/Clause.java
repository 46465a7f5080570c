package org.hypscope.abi.infer;

/**
 * One promise of a contract beside what was found.
 *
 * @param call the call it is about, as the contract tells it
 * @param what the promise is about
 * @param expected what the contract says
 * @param found what was found
 * @param right whether they agree
 */
public record Clause(String call, String what, String expected, String found, boolean right) {
  @Override
  public String toString() {
    return call + ": " + what + ": " + expected + (right ? "" : ", but found " + found);
  }
}
