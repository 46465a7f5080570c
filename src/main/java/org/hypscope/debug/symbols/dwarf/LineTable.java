package org.hypscope.debug.symbols.dwarf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;

/** Which line of which file each address of a unit comes from: the rows of a line program. */
final class LineTable {
  private static final int EXTENDED = 0;
  private static final int END_SEQUENCE = 1;
  private static final int SET_ADDRESS = 2;
  private static final int DEFINE_FILE = 3;

  private final LineHeader header;
  private final List<Row> rows = new ArrayList<>();
  private long[] addresses = {};

  /**
   * A row of the table.
   *
   * @param address where it begins to hold
   * @param file the number of its file
   * @param line its line, 0 where no line is meant
   * @param statement whether it is a good place to stop at
   * @param end whether it only ends the row before
   */
  record Row(long address, int file, int line, boolean statement, boolean end) {}

  /** Runs the program of {@code header}; a run of rows counts where {@code loaded} knows it. */
  LineTable(LineHeader header, LongPredicate loaded) {
    this.header = header;
    List<List<Row>> sequences = new ArrayList<>();
    new Run(sequences).all();
    sequences.removeIf(each -> !loaded.test(each.get(0).address()));
    sequences.sort(Comparator.comparingLong(each -> each.get(0).address()));
    sequences.forEach(rows::addAll);
    addresses = rows.stream().mapToLong(Row::address).toArray();
  }

  /** The rows by address. */
  List<Row> rows() {
    return rows;
  }

  /** The path of {@code row}'s file. */
  String file(Row row) {
    List<String> files = header.files();
    return row.file() >= 0 && row.file() < files.size() ? files.get(row.file()) : "";
  }

  /** The last row at or before {@code address}; null where none holds there. */
  Row at(long address) {
    int index = Arrays.binarySearch(addresses, address);
    if (index < 0) {
      index = -index - 2;
    }
    while (index + 1 < addresses.length && addresses[index + 1] == address) {
      index++;
    }
    return index < 0 || rows.get(index).end() ? null : rows.get(index);
  }

  /** The machine of DWARF 5, 6.2.2, without what is not looked at. */
  private final class Run {
    private final List<List<Row>> sequences;
    private final Cursor from = header.program();
    private List<Row> sequence = new ArrayList<>();
    private long address;
    private int file;
    private int line;
    private boolean statement;

    Run(List<List<Row>> sequences) {
      this.sequences = sequences;
      reset();
    }

    private void reset() {
      address = 0;
      file = 1;
      line = 1;
      statement = header.statements();
    }

    void all() {
      while (!from.atEnd()) {
        int code = from.u8();
        if (code >= header.opcodeBase()) {
          special(code - header.opcodeBase());
        } else if (code == EXTENDED) {
          extended(from.part(from.uleb()));
        } else {
          standard(code);
        }
      }
    }

    private void special(int code) {
      advance(code / header.lineRange());
      line += header.lineBase() + code % header.lineRange();
      row(false);
    }

    private void standard(int code) {
      switch (code) {
        case 1 -> row(false);
        case 2 -> advance(from.uleb());
        case 3 -> line += (int) from.sleb();
        case 4 -> file = (int) from.uleb();
        case 6 -> statement = !statement;
        case 8 -> advance((255 - header.opcodeBase()) / header.lineRange());
        case 9 -> address += from.u16();
        default -> {
          for (int i = 0; i < header.operands(code); i++) {
            from.uleb();
          }
        }
      }
    }

    private void extended(Cursor operation) {
      int code = operation.u8();
      switch (code) {
        case END_SEQUENCE -> {
          row(true);
          sequences.add(sorted(sequence));
          sequence = new ArrayList<>();
          reset();
        }
        case SET_ADDRESS -> address = operation.unsigned(operation.left());
        case DEFINE_FILE -> header.addFile(operation, operation.string());
        default -> {}
      }
    }

    private void advance(long operations) {
      address += operations * header.minimumLength();
    }

    private void row(boolean end) {
      sequence.add(new Row(address & 0xffff_ffffL, file, line, statement, end));
    }

    private static List<Row> sorted(List<Row> rows) {
      rows.sort(Comparator.comparingLong(Row::address));
      return rows;
    }
  }
}
