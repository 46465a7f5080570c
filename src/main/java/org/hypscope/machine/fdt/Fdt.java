package org.hypscope.machine.fdt;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The flattened form of a device tree, version 17 (Devicetree Specification 5): a header, memory
 * reservations, the structure block and the strings block, all big-endian.
 */
public final class Fdt {
  static final int MAGIC = 0xd00dfeed;
  static final int BEGIN_NODE = 1;
  static final int END_NODE = 2;
  static final int PROP = 3;
  static final int NOP = 4;
  static final int END = 9;
  static final int HEADER = 40;

  private static final int VERSION = 17;
  private static final int COMPATIBLE_WITH = 16;
  private static final int NO_RESERVATIONS = 16;

  private final ByteArrayOutputStream structure = new ByteArrayOutputStream();
  private final StringsBlock strings;

  private Fdt(StringsBlock strings) {
    this.strings = strings;
  }

  /** {@code root} flattened, without memory reservations. */
  public static byte[] write(FdtNode root) {
    return write(root, new StringsBlock(), new byte[NO_RESERVATIONS], 0);
  }

  /**
   * {@code root} flattened.
   *
   * @param strings the names of properties that the tree had before it was edited
   * @param reservations the memory reservation block with its end mark, a multiple of 16 bytes
   * @param bootCpu the physical identifier of the core that boots
   */
  static byte[] write(FdtNode root, StringsBlock strings, byte[] reservations, int bootCpu) {
    Fdt fdt = new Fdt(strings);
    fdt.node(root);
    fdt.word(END);
    return fdt.blob(reservations, bootCpu);
  }

  /** {@code blob} with room at its end, as boot loaders leave it: {@code size} bytes in all. */
  public static byte[] padded(byte[] blob, int size) {
    byte[] larger = java.util.Arrays.copyOf(blob, Math.max(size, blob.length));
    ByteBuffer.wrap(larger).putInt(4, larger.length);
    return larger;
  }

  private byte[] blob(byte[] reservations, int bootCpu) {
    int structureAt = HEADER + reservations.length;
    int stringsAt = structureAt + structure.size();
    ByteBuffer out = ByteBuffer.allocate(stringsAt + strings.size());
    out.putInt(MAGIC).putInt(out.capacity()).putInt(structureAt).putInt(stringsAt).putInt(HEADER);
    out.putInt(VERSION).putInt(COMPATIBLE_WITH).putInt(bootCpu);
    out.putInt(strings.size()).putInt(structure.size());
    out.put(reservations).put(structure.toByteArray()).put(strings.toByteArray());
    return out.array();
  }

  /** How many words of the structure block {@code node} takes. */
  static int words(FdtNode node) {
    Fdt fdt = new Fdt(new StringsBlock());
    fdt.node(node);
    return fdt.structure.size() / 4;
  }

  private void node(FdtNode node) {
    if (node.gap() > 0) {
      for (int i = 0; i < node.gap(); i++) {
        word(NOP);
      }
      return;
    }
    word(BEGIN_NODE);
    structure.writeBytes(terminated(node.name()));
    align();
    node.properties().forEach(this::property);
    node.childrenAndGaps().forEach(this::node);
    word(END_NODE);
  }

  private void property(String name, byte[] value) {
    word(PROP);
    word(value.length);
    word(strings.offset(name));
    structure.writeBytes(value);
    align();
  }

  static byte[] terminated(String text) {
    return (text + '\0').getBytes(StandardCharsets.ISO_8859_1);
  }

  private void word(int value) {
    structure.writeBytes(ByteBuffer.allocate(4).putInt(value).array());
  }

  private void align() {
    while ((structure.size() & 3) != 0) {
      structure.write(0);
    }
  }
}
