package org.hypscope.cli;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.debug.symbols.SourceFolders;
import org.hypscope.debug.symbols.SourceFolders.Mapping;
import picocli.CommandLine.Option;

/** Whether lines of source are printed, and where they are. */
final class SourceOptions {
  @Option(names = "--source", description = "Print the lines of source that code comes from, too.")
  private boolean wanted;

  @Option(
      names = "--sources",
      paramLabel = "FROM=TO",
      description =
          "Sources that were compiled in FROM are in the folder TO; . stands for paths that begin"
              + " nowhere. May be given several times.")
  private List<String> moved = List.of();

  /** Whether lines of source are to be printed. */
  boolean wanted() {
    return wanted || !moved.isEmpty();
  }

  /** Where they are. */
  SourceFolders folders() {
    List<Mapping> mappings = new ArrayList<>();
    for (String each : moved) {
      mappings.add(
          Mapping.parse(each)
              .orElseThrow(
                  () ->
                      new UsageException(
                          "'"
                              + each
                              + "' is no FROM=TO: give the folder that sources were compiled"
                              + " in, and the one that they are in now.")));
    }
    return new SourceFolders(mappings);
  }
}
