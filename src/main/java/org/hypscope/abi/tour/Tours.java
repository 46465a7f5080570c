package org.hypscope.abi.tour;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hypscope.abi.load.AbiFileException;
import org.hypscope.abi.load.YamlFiles;

/**
 * The tours that there are: those of {@code assets/tours}, and a user's own.
 *
 * @param all every tour that can be used; one of the user's own replaces a built-in one of its name
 * @param refused a sentence for each file that cannot be used
 */
public record Tours(List<Tour> all, List<String> refused) {
  private static final String FOLDER = "assets/tours/";

  /** Copies the lists. */
  public Tours {
    all = List.copyOf(all);
    refused = List.copyOf(refused);
  }

  /** The folder in which a user keeps tours of their own. */
  public static Path usersFolder() {
    return YamlFiles.usersFolder("tours");
  }

  /** The tours that come with the program, in the order of {@code index.yaml}. */
  public static List<Tour> builtIn() {
    try {
      List<Tour> tours = new ArrayList<>();
      for (String name : YamlFiles.resource(FOLDER + "index.yaml").texts()) {
        tours.add(new TourReader(name).read(YamlFiles.resource(FOLDER + name + ".yaml")));
      }
      return tours;
    } catch (AbiFileException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** The built-in tours and those in {@code folder}, of which broken ones are told and left out. */
  public static Tours with(Path folder) {
    List<Tour> tours = new ArrayList<>(builtIn());
    List<String> refused = new ArrayList<>();
    try {
      for (Path file : YamlFiles.in(folder)) {
        add(file, tours, refused);
      }
    } catch (AbiFileException e) {
      refused.add(e.getMessage());
    }
    return new Tours(tours, refused);
  }

  private static void add(Path file, List<Tour> tours, List<String> refused) {
    try {
      Tour own = read(file);
      tours.removeIf(each -> each.name().equals(own.name()));
      tours.add(own);
    } catch (AbiFileException e) {
      refused.add(e.getMessage());
    }
  }

  /**
   * The tour in a user's {@code file}.
   *
   * @throws AbiFileException with file and line where it cannot be used
   */
  public static Tour read(Path file) throws AbiFileException {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
    return new TourReader(name, folder).read(YamlFiles.read(file));
  }

  /** Whether {@code file} is written as tours are: in YAML. */
  public static boolean looksLike(Path file) {
    return String.valueOf(file.getFileName()).matches(".*\\.ya?ml");
  }

  /**
   * The tour called {@code name}.
   *
   * @throws IllegalArgumentException with one sentence where there is none
   */
  public Tour byName(String name) {
    return all.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no tour '" + name + "': 'hypscope tour' lists them."));
  }

  /** The tours through the image that sessions show as {@code imageName}. */
  public List<Tour> through(String imageName) {
    return all.stream().filter(each -> each.scene().imageName().equals(imageName)).toList();
  }
}
