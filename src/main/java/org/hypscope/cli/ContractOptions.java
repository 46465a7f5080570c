package org.hypscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hypscope.abi.Contract;
import org.hypscope.abi.load.AbiFileException;
import org.hypscope.abi.load.ContractLoader;
import picocli.CommandLine.Option;

/** {@code --contract}, wherever a command takes contracts of the user's own. */
final class ContractOptions {
  @Option(
      names = "--contract",
      paramLabel = "FILE",
      description =
          "A contract of your own; those in ~/.config/hypscope/contracts are always read.")
  private List<Path> files = List.of();

  /**
   * Those of the user's folder, then those named here.
   *
   * @throws UsageException where one cannot be used
   */
  List<Contract> own() {
    try {
      List<Contract> own = new ArrayList<>(ContractLoader.loadFolder(ContractLoader.usersFolder()));
      own.addAll(named());
      return own;
    } catch (AbiFileException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /** Those named here alone. */
  List<Contract> named() {
    List<Contract> named = new ArrayList<>();
    try {
      for (Path file : files) {
        named.add(ContractLoader.load(file));
      }
    } catch (AbiFileException e) {
      throw new UsageException(e.getMessage());
    }
    return named;
  }
}
