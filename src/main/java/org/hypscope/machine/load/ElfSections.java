package org.hypscope.machine.load;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sections of a linked ELF file by their names. Their contents stay in the file until they are
 * asked for. Immutable.
 */
public final class ElfSections {
  /** Those of a file that has none. */
  public static final ElfSections NONE = new ElfSections(Map.of());

  private final Map<String, ElfSection> byName;

  private ElfSections(Map<String, ElfSection> byName) {
    this.byName = byName;
  }

  /** Those of a file, of several with one name the first. */
  static ElfSections of(Iterable<ElfSection> all) {
    Map<String, ElfSection> named = new LinkedHashMap<>();
    all.forEach(each -> named.putIfAbsent(each.name(), each));
    return new ElfSections(named);
  }

  /** The section called {@code name}, as {@code .debug_line}. */
  public Optional<ElfSection> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Whether there is a section called {@code name}. */
  public boolean has(String name) {
    return byName.containsKey(name);
  }

  /**
   * The contents of the section called {@code name}, little-endian and uncompressed; empty where
   * there is no such section.
   *
   * @throws ImageException where they are compressed in a way that cannot be read
   */
  public ByteBuffer bytes(String name) throws ImageException {
    ElfSection section = byName.get(name);
    return section == null ? ByteBuffer.allocate(0) : section.bytes();
  }
}
