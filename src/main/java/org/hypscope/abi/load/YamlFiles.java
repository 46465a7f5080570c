package org.hypscope.abi.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** YAML files of the program and of a user. */
public final class YamlFiles {
  private YamlFiles() {}

  /** The folder in which a user keeps {@code kind} of their own, such as contracts. */
  public static Path usersFolder(String kind) {
    String config = System.getenv("XDG_CONFIG_HOME");
    Path base =
        config == null || config.isBlank()
            ? Path.of(System.getProperty("user.home"), ".config")
            : Path.of(config);
    return base.resolve("hypscope").resolve(kind);
  }

  /**
   * The YAML files in {@code folder}, by name; none where there is no such folder.
   *
   * @throws AbiFileException if it cannot be listed
   */
  public static List<Path> in(Path folder) throws AbiFileException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new AbiFileException(folder + ": cannot be listed; make the folder readable", e);
    }
  }

  /**
   * What {@code file} holds.
   *
   * @throws AbiFileException if it cannot be read, or is no YAML
   */
  public static YamlNode read(Path file) throws AbiFileException {
    return YamlReader.read(file.toString(), text(file));
  }

  /**
   * What the program's own {@code path} holds, such as {@code assets/tours/index.yaml}.
   *
   * @throws AbiFileException if it is no YAML
   */
  public static YamlNode resource(String path) throws AbiFileException {
    try (InputStream in = YamlFiles.class.getResourceAsStream("/" + path)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + path);
      }
      return YamlReader.read(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }

  /** The text of {@code file}. */
  static String text(Path file) throws AbiFileException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new AbiFileException(file + ": no such file; give the path of a YAML file", e);
    } catch (MalformedInputException e) {
      throw new AbiFileException(file + ": not UTF-8 text; give a YAML file", e);
    } catch (IOException e) {
      throw new AbiFileException(file + ": cannot be read; give a readable YAML file", e);
    }
  }
}
