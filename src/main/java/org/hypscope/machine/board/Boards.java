package org.hypscope.machine.board;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The boards that come with the program. */
public final class Boards {
  private static final List<String> NAMES = List.of("virt", "virt-secure", "virt-a7");

  private Boards() {}

  /** Their names; the first is the default. */
  public static List<String> names() {
    return NAMES;
  }

  /** The board that is used where none is asked for: {@code virt}. */
  public static Board standard() {
    return byName(NAMES.get(0));
  }

  /**
   * The board {@code name}.
   *
   * @throws IllegalArgumentException with one sentence where there is none
   */
  public static Board byName(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "There is no board '" + name + "': choose one of " + String.join(", ", NAMES) + ".");
    }
    try (InputStream in = Boards.class.getResourceAsStream("/assets/boards/" + name + ".yaml")) {
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("The board description " + name + ".yaml is broken.", e);
    }
  }

  /**
   * The board that {@code yaml} describes, as the files in {@code assets/boards} do.
   *
   * @throws IOException where it does not
   */
  public static Board read(InputStream yaml) throws IOException {
    ObjectMapper mapper = new ObjectMapper(new YAMLFactory());
    mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    return mapper.readValue(yaml, Board.class);
  }
}
