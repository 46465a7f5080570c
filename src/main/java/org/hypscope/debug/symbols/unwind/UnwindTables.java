package org.hypscope.debug.symbols.unwind;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.symbols.Symbol;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.machine.load.ElfSection;
import org.hypscope.machine.load.ElfSections;
import org.hypscope.machine.load.ImageException;

/**
 * What an image tells about its stacks. It is read when it is first asked for, once; a section that
 * cannot be read counts as none. For any thread.
 */
public final class UnwindTables {
  /** Where tables of ARM unwinding begin and end in memory: Linux's names, and the linker's. */
  private static final List<List<String>> IN_MEMORY =
      List.of(
          List.of("__start_unwind_idx", "__stop_unwind_idx"),
          List.of("__exidx_start", "__exidx_end"));

  /** Indexes, and the tables that they lead to: of ELF files, and of a vmlinux. */
  private static final List<List<String>> IN_FILE =
      List.of(List.of(".ARM.exidx", ".ARM.extab"), List.of(".ARM.unwind_idx", ".ARM.unwind_tab"));

  private static final int MOST_SEARCHES = 8;

  private final ElfSections sections;
  private final Symbols symbols;
  private List<Cfi> cfi;
  private List<ExidxTable> inFile;
  private final List<Extent> byForm = new ArrayList<>();
  private int searches;

  /** A table's place in memory. */
  record Extent(int start, int end) {}

  /** The tables among {@code sections}, and those that {@code symbols} name in memory. */
  public UnwindTables(ElfSections sections, Symbols symbols) {
    this.sections = sections;
    this.symbols = symbols;
  }

  synchronized List<Cfi> cfi() {
    if (cfi == null) {
      List<Cfi> all = new ArrayList<>();
      section(".debug_frame")
          .map(s -> new CfiTable(bytes(s), s.address(), false))
          .map(Cfi::new)
          .ifPresent(all::add);
      section(".eh_frame")
          .map(s -> new CfiTable(bytes(s), s.address(), true))
          .map(Cfi::new)
          .ifPresent(all::add);
      cfi = List.copyOf(all);
    }
    return cfi;
  }

  synchronized List<ExidxTable> inFile() {
    if (inFile == null) {
      inFile = IN_FILE.stream().map(this::table).flatMap(Optional::stream).toList();
    }
    return inFile;
  }

  /** Where tables lie in memory. */
  List<Extent> inMemory() {
    List<Extent> all = new ArrayList<>();
    for (List<String> names : IN_MEMORY) {
      Optional<Integer> start = symbols.address(names.get(0));
      Optional<Integer> end = symbols.address(names.get(1));
      if (start.isPresent() && end.isPresent()) {
        all.add(new Extent(start.get(), end.get()));
      }
    }
    return all;
  }

  /**
   * Where tables lie in memory that are known by their form only; looked for when a kernel's code
   * asks that no other covers, and a few times only, for that takes a part of a second.
   */
  synchronized List<Extent> byForm(StackReader reader, Mode mode, int code) {
    boolean covered = byForm.stream().anyMatch(each -> covers(each, reader, mode, code));
    if (!covered && searches < MOST_SEARCHES) {
      searches++;
      ExidxSearch.find(reader, mode, code).ifPresent(byForm::add);
    }
    return List.copyOf(byForm);
  }

  private static boolean covers(Extent extent, StackReader reader, Mode mode, int code) {
    try {
      ExidxTable table = new ExidxTable(extent.start(), extent.end(), at -> reader.word(mode, at));
      return table.find(code).isPresent();
    } catch (BadTableException e) {
      return false;
    }
  }

  /** Where the function that {@code at} is in begins; empty where no symbol says. */
  OptionalInt function(int at) {
    Optional<Symbol> symbol = symbols.at(at);
    return symbol.isPresent() ? OptionalInt.of(symbol.get().address()) : OptionalInt.empty();
  }

  private Optional<ExidxTable> table(List<String> names) {
    Optional<ElfSection> index = section(names.get(0));
    List<Loaded> pieces = new ArrayList<>();
    for (String name : names) {
      section(name).ifPresent(s -> pieces.add(new Loaded(s.address(), bytes(s))));
    }
    return index.map(
        s ->
            new ExidxTable(
                s.address(), s.address() + pieces.get(0).bytes.length, at -> word(pieces, at)));
  }

  /** A section as it lies in memory. */
  private record Loaded(int address, byte[] bytes) {}

  private static OptionalInt word(List<Loaded> pieces, int at) {
    for (Loaded piece : pieces) {
      long offset = Integer.toUnsignedLong(at - piece.address);
      if (offset + 4 <= piece.bytes.length) {
        return OptionalInt.of(new ByteReader(piece.bytes, (int) offset, piece.bytes.length).u32());
      }
    }
    return OptionalInt.empty();
  }

  private Optional<ElfSection> section(String name) {
    return sections.find(name).filter(s -> bytes(s).length > 0);
  }

  private static byte[] bytes(ElfSection section) {
    try {
      ByteBuffer buffer = section.bytes();
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (ImageException e) {
      return new byte[0];
    }
  }
}
