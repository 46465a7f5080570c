package org.hypscope.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hypscope.abi.CheckReport;
import org.hypscope.abi.Finding;

/**
 * Findings that are known and let pass, one a line: {@code IMAGE: RULE in FUNCTION}. A line stands
 * for one finding; addresses of named functions play no part, so that a rebuilt image keeps to it.
 */
final class Baseline {
  private static final String HEAD =
      "# Findings of 'hypscope check' that are known: IMAGE: RULE in FUNCTION. Lines may be removed.";

  private final Map<String, Integer> known;

  private Baseline(Map<String, Integer> known) {
    this.known = known;
  }

  /** One that knows nothing. */
  static Baseline empty() {
    return new Baseline(new TreeMap<>());
  }

  /**
   * The one in {@code file}.
   *
   * @throws UsageException where it cannot be used
   */
  static Baseline read(Path file) {
    Map<String, Integer> known = new TreeMap<>();
    List<String> lines = lines(file);
    for (int n = 0; n < lines.size(); n++) {
      String line = lines.get(n).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        if (!line.matches(".+: [a-z0-9-]+ in .+")) {
          throw new UsageException(
              "%s:%d: '%s' is no finding; write IMAGE: RULE in FUNCTION, or remove the line"
                  .formatted(file, n + 1, line));
        }
        known.merge(line, 1, Integer::sum);
      }
    }
    return new Baseline(known);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw new UsageException(
          file + ": no such file; write one with --write-baseline " + file + ".");
    } catch (MalformedInputException e) {
      throw new UsageException(file + ": not UTF-8 text; give a file that --write-baseline wrote.");
    } catch (IOException e) {
      throw new UsageException(file + ": cannot be read; give a readable file.");
    }
  }

  /**
   * Writes one that knows all findings of {@code reports}.
   *
   * @throws UsageException where it cannot be written
   */
  static void write(Path file, List<CheckReport> reports) {
    List<String> lines = new ArrayList<>(List.of(HEAD));
    reports.forEach(
        report -> report.findings().forEach(each -> lines.add(key(report.image(), each))));
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UsageException(
          file + ": cannot be written; give a path in a folder that is there.");
    }
  }

  /** The findings of {@code report} that are not known; each is looked for once. */
  List<Finding> unknown(CheckReport report) {
    List<Finding> unknown = new ArrayList<>();
    for (Finding finding : report.findings()) {
      String key = key(report.image(), finding);
      int left = known.getOrDefault(key, 0);
      if (left == 0) {
        unknown.add(finding);
      } else {
        known.put(key, left - 1);
      }
    }
    return unknown;
  }

  /** What is known of {@code images} and was not found any more. */
  List<String> gone(List<String> images) {
    return known.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(Map.Entry::getKey)
        .filter(key -> images.stream().anyMatch(image -> key.startsWith(image + ": ")))
        .toList();
  }

  /** What stands for {@code finding} in a baseline. */
  static String key(String image, Finding finding) {
    String function = finding.symbol().replaceFirst("\\+0x[0-9a-f]+$", "");
    return image + ": " + finding.rule() + " in " + function;
  }
}
