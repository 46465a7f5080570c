package org.hypscope.machine.fdt;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads a flattened device tree, whole: reservations and the boot core's number are kept too. */
public final class FdtReader {
  private static final int OLDEST = 16;
  private static final int DEEPEST = 64;

  private final ByteBuffer file;
  private final int strings;
  private final FdtNode root;
  private final byte[] reservations;
  private final byte[] names;

  private FdtReader(byte[] blob) {
    file = ByteBuffer.wrap(blob);
    require(blob.length >= Fdt.HEADER && file.getInt(0) == Fdt.MAGIC, "it lacks the magic number");
    int size = file.getInt(4);
    require(size >= Fdt.HEADER && size <= blob.length, "it is truncated");
    require(file.getInt(24) <= 17 && file.getInt(20) >= OLDEST, "its version is not 16 or 17");
    file.limit(size);
    strings = file.getInt(12);
    reservations = reservations(file.getInt(16));
    int length = file.getInt(32);
    boolean inside = strings >= 0 && length >= 0 && length <= size - strings;
    require(inside, "its tables lead out of the file");
    names = new byte[length];
    file.get(strings, names);
    int structure = file.getInt(8);
    require(structure >= 0 && structure <= size, "it is truncated");
    file.position(structure);
    require(token() == Fdt.BEGIN_NODE, "it has no root node");
    root = node(0);
  }

  /**
   * Reads {@code blob}.
   *
   * @throws IllegalArgumentException saying in a few words what is wrong with it
   */
  public static FdtReader read(byte[] blob) {
    try {
      return new FdtReader(blob);
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalStateException e) {
      throw new IllegalArgumentException("its tables lead out of the file", e);
    }
  }

  /** The tree, which may be edited. */
  public FdtNode root() {
    return root;
  }

  /** The tree as it is now, flattened again. */
  public byte[] write() {
    return Fdt.write(root, StringsBlock.edited(names, root), reservations, file.getInt(28));
  }

  private byte[] reservations(int start) {
    int end = start;
    while (file.getLong(end) != 0 || file.getLong(end + 8) != 0) {
      end += 16;
    }
    byte[] block = new byte[end + 16 - start];
    file.get(start, block);
    return block;
  }

  private FdtNode node(int depth) {
    require(depth < DEEPEST, "its nodes are nested too deeply");
    FdtNode node = new FdtNode(string(file.position()));
    skipTo(file.position() + node.name().length() + 1);
    while (true) {
      int token = token();
      switch (token) {
        case Fdt.BEGIN_NODE -> node.add(node(depth + 1));
        case Fdt.PROP -> property(node);
        case Fdt.END_NODE -> {
          return node;
        }
        default -> throw new IllegalArgumentException("it holds an unknown token " + token);
      }
    }
  }

  private void property(FdtNode node) {
    int length = file.getInt();
    String name = string(strings + file.getInt());
    require(length >= 0 && length <= file.remaining(), "it is truncated");
    byte[] value = new byte[length];
    file.get(value);
    skipTo(file.position());
    node.append(name, value);
  }

  private int token() {
    int token = file.getInt();
    while (token == Fdt.NOP) {
      token = file.getInt();
    }
    return token;
  }

  private String string(int start) {
    int end = start;
    while (file.get(end) != 0) {
      end++;
    }
    byte[] bytes = new byte[end - start];
    file.get(start, bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private void skipTo(int position) {
    int aligned = (position + 3) & ~3;
    require(aligned <= file.limit(), "it is truncated");
    file.position(aligned);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
