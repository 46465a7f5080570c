package org.hypscope.machine.fdt;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node of a device tree. What is set anew comes before what was there, as in trees that boot
 * loaders edit in place: a kernel looks through properties in order, and so takes the same time.
 */
public final class FdtNode {
  private final String name;
  private final Map<String, byte[]> properties = new LinkedHashMap<>();
  private final List<FdtNode> children = new ArrayList<>();
  private int gap;

  /** A node without anything in it; the root is called by the empty string. */
  public FdtNode(String name) {
    this.name = name;
  }

  /** Its name with the unit address, such as {@code pl011@9000000}. */
  public String name() {
    return name;
  }

  /** The properties' values by name; values must not be changed. */
  public Map<String, byte[]> properties() {
    return Collections.unmodifiableMap(properties);
  }

  /** The children. */
  public List<FdtNode> children() {
    return children.stream().filter(each -> each.gap == 0).toList();
  }

  /** The children, and the gaps that those taken out have left. */
  List<FdtNode> childrenAndGaps() {
    return children;
  }

  /** The words of the flattened tree that a node taken out has left empty; 0 for a node. */
  int gap() {
    return gap;
  }

  /** The child {@code childName}, if there is one. */
  public Optional<FdtNode> find(String childName) {
    return children().stream().filter(c -> c.name.equals(childName)).findFirst();
  }

  /** The child {@code childName}, added where there is none. */
  public FdtNode child(String childName) {
    return find(childName).orElseGet(() -> add(new FdtNode(childName)));
  }

  /** Adds {@code child} behind the others and returns it. */
  public FdtNode add(FdtNode child) {
    children.add(child);
    return child;
  }

  /** Adds a child {@code childName} before the others and returns it. */
  public FdtNode addFirst(String childName) {
    children.add(0, new FdtNode(childName));
    return children.get(0);
  }

  /**
   * Takes out every child whose name before the {@code @} is {@code base}; the flattened tree keeps
   * the space, as it does where one is edited in place.
   */
  public void remove(String base) {
    for (FdtNode each : children()) {
      if (each.name.equals(base) || each.name.startsWith(base + "@")) {
        each.gap = Fdt.words(each);
      }
    }
  }

  /** Sets a property of raw bytes: in its place, or before all others. */
  public FdtNode set(String property, byte[] value) {
    if (properties.containsKey(property)) {
      properties.put(property, value.clone());
      return this;
    }
    Map<String, byte[]> others = new LinkedHashMap<>(properties);
    properties.clear();
    properties.put(property, value.clone());
    properties.putAll(others);
    return this;
  }

  /** Adds a property behind the others, as a reader comes to it. */
  void append(String property, byte[] value) {
    properties.put(property, value);
  }

  /** Sets a property that is only there or not. */
  public FdtNode flag(String property) {
    return set(property, new byte[0]);
  }

  /** Sets a property of big-endian cells. */
  public FdtNode cells(String property, int... cells) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * cells.length);
    for (int cell : cells) {
      bytes.putInt(cell);
    }
    return set(property, bytes.array());
  }

  /** Sets a property of 64-bit numbers, two cells each. */
  public FdtNode longs(String property, long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length);
    for (long value : values) {
      bytes.putLong(value);
    }
    return set(property, bytes.array());
  }

  /** Sets a property of one or more strings. */
  public FdtNode strings(String property, String... values) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String value : values) {
      bytes.writeBytes(value.getBytes(StandardCharsets.UTF_8));
      bytes.write(0);
    }
    return set(property, bytes.toByteArray());
  }

  /** The first cell of {@code property}; {@code missing} where there is none. */
  public int cell(String property, int missing) {
    byte[] value = properties.get(property);
    return value == null || value.length < 4 ? missing : ByteBuffer.wrap(value).getInt();
  }
}
