package org.hypscope.machine.fdt;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The strings block of a flattened tree. One that is edited keeps what it had where it was: a
 * kernel that copies a name takes a time that depends on its alignment.
 */
final class StringsBlock {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Map<String, Integer> offsets = new LinkedHashMap<>();

  /** An empty block. */
  StringsBlock() {}

  /** {@code block} as it was read, and behind it the names new in {@code root}, oldest first. */
  static StringsBlock edited(byte[] block, FdtNode root) {
    StringsBlock strings = new StringsBlock();
    strings.bytes.writeBytes(block);
    strings.addNames(root);
    return strings;
  }

  private void addNames(FdtNode node) {
    newestLast(node.children()).forEach(this::addNames);
    newestLast(node.properties().keySet()).forEach(this::offset);
  }

  /** A node has what is newest first. */
  private static <T> List<T> newestLast(Iterable<T> newestFirst) {
    List<T> all = new ArrayList<>();
    newestFirst.forEach(all::add);
    Collections.reverse(all);
    return all;
  }

  /** Where {@code name} is; it is added where it is not. */
  int offset(String name) {
    return offsets.computeIfAbsent(name, this::findOrAdd);
  }

  private int findOrAdd(String name) {
    byte[] wanted = Fdt.terminated(name);
    byte[] present = bytes.toByteArray();
    for (int at = 0; at + wanted.length <= present.length; at++) {
      if (Arrays.equals(present, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    bytes.writeBytes(wanted);
    return present.length;
  }

  int size() {
    return bytes.size();
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
