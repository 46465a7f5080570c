package org.hypscope.ui.contract;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hypscope.abi.Contract;
import org.hypscope.abi.load.AbiFileException;
import org.hypscope.abi.load.ContractCompletion;
import org.hypscope.abi.load.ContractLoader;

/** A contract that is being written: whether it can be used, and what may be written where. */
public final class ContractModel {
  private static final Pattern PLACE = Pattern.compile("^.*?:(\\d+):(\\d+): (.*)$", Pattern.DOTALL);
  private static final String NAME = "contract";

  private final Path folder;
  private final ContractCompletion completion = new ContractCompletion();

  /**
   * What a text is.
   *
   * @param contract the contract, if it can be used
   * @param line the line of what is wrong, from 1; 0 where nothing is
   * @param column its column, from 1; 0 where nothing is
   * @param sentence what is wrong, or what the contract is
   */
  public record Check(Optional<Contract> contract, int line, int column, String sentence) {}

  /** A model that keeps contracts in {@code folder}. */
  public ContractModel(Path folder) {
    this.folder = folder;
  }

  /** Where contracts are kept. */
  public Path folder() {
    return folder;
  }

  /** Whether {@code text} is a contract; from any thread. */
  public static Check check(String text) {
    try {
      Contract contract = ContractLoader.parse(NAME, text);
      int calls = contract.calls().size();
      String sentence =
          "%s: a contract with %d call%s".formatted(contract.id(), calls, calls == 1 ? "" : "s");
      return new Check(Optional.of(contract), 0, 0, sentence);
    } catch (AbiFileException e) {
      Matcher place = PLACE.matcher(e.getMessage());
      return place.matches()
          ? new Check(
              Optional.empty(),
              Integer.parseInt(place.group(1)),
              Integer.parseInt(place.group(2)),
              place.group(3))
          : new Check(Optional.empty(), 1, 1, e.getMessage());
    }
  }

  /** What may be written at {@code caret} of {@code text}. */
  public List<ContractCompletion.Offer> offers(String text, int caret) {
    return completion.at(text, caret);
  }
}
