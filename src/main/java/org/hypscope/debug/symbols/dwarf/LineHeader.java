package org.hypscope.debug.symbols.dwarf;

import java.util.ArrayList;
import java.util.List;

/**
 * The header of a line program (DWARF 5, 6.2.4): how its opcodes are to be taken, and the files
 * that it speaks of.
 */
final class LineHeader {
  private static final int PATH = 1;
  private static final int DIRECTORY = 2;

  private final Sections sections;
  private final String home;
  private final int version;
  private final boolean wide;
  private final int minimumLength;
  private final boolean statements;
  private final int lineBase;
  private final int lineRange;
  private final int[] operands;
  private final List<String> directories = new ArrayList<>();
  private final List<String> files = new ArrayList<>();
  private final Cursor program;

  /**
   * Reads the header at {@code from}.
   *
   * @param home the folder of the compilation, which other paths start from
   * @param primary the file of the compilation
   */
  LineHeader(Sections sections, Cursor from, String home, String primary) {
    this.sections = sections;
    this.home = home;
    long length = from.unitLength();
    this.wide = from.isWide();
    Cursor unit = from.part(length);
    this.version = unit.u16();
    if (version < 2 || version > 5) {
      throw new DwarfException("a line table has the version " + version);
    }
    unit.skip(version == 5 ? 2 : 0);
    Cursor header = unit.part(unit.sectionOffset());
    this.program = unit;
    this.minimumLength = header.u8();
    header.skip(version >= 4 ? 1 : 0);
    this.statements = header.u8() != 0;
    this.lineBase = header.s8();
    this.lineRange = header.u8();
    this.operands = new int[Math.max(1, header.u8())];
    for (int i = 1; i < operands.length; i++) {
      operands[i] = header.u8();
    }
    if (version == 5) {
      entries(header, directories, true);
      entries(header, files, false);
    } else {
      before5(header, primary);
    }
  }

  private void before5(Cursor header, String primary) {
    directories.add(home);
    for (String next = header.string(); !next.isEmpty(); next = header.string()) {
      directories.add(under(home, next));
    }
    files.add(under(home, primary));
    for (String next = header.string(); !next.isEmpty(); next = header.string()) {
      addFile(header, next);
    }
  }

  /** The file {@code name}, whose directory and further numbers come next. */
  void addFile(Cursor from, String name) {
    long directory = from.uleb();
    from.uleb();
    from.uleb();
    files.add(under(directory(directory), name));
  }

  private void entries(Cursor header, List<String> to, boolean directory) {
    int formats = header.u8();
    long[] kinds = new long[2 * formats];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = header.uleb();
    }
    long count = header.uleb();
    if (count < 0 || count > header.left() || formats == 0 && count > 0) {
      throw new DwarfException("a line table has more files than bytes");
    }
    for (long i = 0; i < count; i++) {
      entry(header, kinds, to, directory);
    }
  }

  private void entry(Cursor header, long[] kinds, List<String> to, boolean directory) {
    String path = "";
    long parent = 0;
    for (int i = 0; i < kinds.length; i += 2) {
      if (kinds[i] == PATH) {
        path = text(header, (int) kinds[i + 1]);
      } else if (kinds[i] == DIRECTORY) {
        parent = number(header, (int) kinds[i + 1]);
      } else {
        pass(header, (int) kinds[i + 1]);
      }
    }
    to.add(under(directory ? home : directory(parent), path));
  }

  private String text(Cursor header, int form) {
    return switch (form) {
      case Value.STRING -> header.string();
      case Value.STRP -> sections.string(".debug_str", header.sectionOffset());
      case Value.LINE_STRP -> sections.string(".debug_line_str", header.sectionOffset());
      default -> throw new DwarfException("a line table names a file by the form " + form);
    };
  }

  private static long number(Cursor header, int form) {
    return switch (form) {
      case 0x0b -> header.u8();
      case 0x05 -> header.u16();
      case 0x0f -> header.uleb();
      case 0x06 -> header.u32();
      default -> throw new DwarfException("a line table numbers a folder by the form " + form);
    };
  }

  private void pass(Cursor header, int form) {
    switch (form) {
      case 0x1e -> header.skip(16);
      case 0x06 -> header.skip(4);
      case 0x07 -> header.skip(8);
      case 0x09 -> header.skip(header.uleb());
      case Value.STRING, Value.STRP, Value.LINE_STRP -> text(header, form);
      default -> number(header, form);
    }
  }

  private String directory(long index) {
    return index >= 0 && index < directories.size() ? directories.get((int) index) : home;
  }

  /** {@code path} from {@code folder} on, without steps that lead nowhere. */
  static String under(String folder, String path) {
    String whole = path.startsWith("/") || folder.isEmpty() ? path : folder + "/" + path;
    List<String> steps = new ArrayList<>();
    for (String step : whole.split("/")) {
      boolean up =
          step.equals("..") && !steps.isEmpty() && !steps.get(steps.size() - 1).equals("..");
      if (up) {
        steps.remove(steps.size() - 1);
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.add(step);
      }
    }
    return (whole.startsWith("/") ? "/" : "") + String.join("/", steps);
  }

  /** The paths of its files by their numbers. */
  List<String> files() {
    return files;
  }

  int minimumLength() {
    return minimumLength;
  }

  /** Whether a row is a place to stop at unless it says otherwise. */
  boolean statements() {
    return statements;
  }

  int lineBase() {
    return lineBase;
  }

  int lineRange() {
    if (lineRange == 0) {
      throw new DwarfException("a line table has a range of no lines");
    }
    return lineRange;
  }

  /** The first special opcode. */
  int opcodeBase() {
    return operands.length;
  }

  /** How many operands the standard opcode {@code code} has. */
  int operands(int code) {
    return operands[code];
  }

  /** The opcodes. */
  Cursor program() {
    return program;
  }
}
