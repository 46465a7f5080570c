package org.hypscope.abi.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hypscope.abi.Contract;

/** Finds and reads contracts: the built-in ones, and a user's own files. */
public final class ContractLoader {
  private static final String FOLDER = "/assets/contracts/";

  private ContractLoader() {}

  /** The contracts that assets/contracts/index.yaml lists, in its order. */
  public static List<Contract> builtIn() {
    try {
      List<Contract> contracts = new ArrayList<>();
      for (String id : YamlReader.read("index.yaml", resource("index.yaml")).texts()) {
        contracts.add(parse(id + ".yaml", resource(id + ".yaml")));
      }
      return contracts;
    } catch (AbiFileException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /**
   * The text of every contract by its id: the built-in ones, then those in {@code folder}, which
   * replace one with the same id.
   *
   * @throws AbiFileException if a file there cannot be read or used
   */
  public static Map<String, String> texts(Path folder) throws AbiFileException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String id : YamlReader.read("index.yaml", resource("index.yaml")).texts()) {
      texts.put(id, resource(id + ".yaml"));
    }
    for (Path file : YamlFiles.in(folder)) {
      String text = YamlFiles.text(file);
      texts.put(parse(file.toString(), text).id(), text);
    }
    return texts;
  }

  /**
   * Keeps the contract written as {@code text} in {@code folder}, in a file of its id's name.
   *
   * @return the file
   * @throws AbiFileException if it is no contract, or cannot be written
   */
  public static Path save(Path folder, String text) throws AbiFileException {
    String id = parse("contract", text).id();
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9_.-]*")) {
      throw new AbiFileException(
          "contract:1:1: id '" + id + "' cannot name a file; use letters, digits, - and _");
    }
    Path file = folder.resolve(id + ".yaml");
    try {
      Files.createDirectories(folder);
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new AbiFileException(file + ": cannot be written; make the folder writable", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = ContractLoader.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder in which a user keeps contracts of their own: they are always read. */
  public static Path usersFolder() {
    return YamlFiles.usersFolder("contracts");
  }

  /**
   * Every contract in {@code folder}, by file name; none where there is no such folder.
   *
   * @throws AbiFileException if a file there cannot be read or used
   */
  public static List<Contract> loadFolder(Path folder) throws AbiFileException {
    List<Contract> contracts = new ArrayList<>();
    for (Path file : YamlFiles.in(folder)) {
      contracts.add(load(file));
    }
    return contracts;
  }

  /**
   * The contract in a user's {@code file}.
   *
   * @throws AbiFileException if the file cannot be read or used
   */
  public static Contract load(Path file) throws AbiFileException {
    return parse(file.toString(), YamlFiles.text(file));
  }

  /** The contract written as {@code text}; {@code file} names it in complaints. */
  public static Contract parse(String file, String text) throws AbiFileException {
    YamlNode root = YamlReader.read(file, text);
    ContractShape.CONTRACT.check(root);
    return new ContractReader(root).read();
  }
}
