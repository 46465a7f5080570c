package org.hypscope.machine.load;

import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.fornwall.jelf.ElfFile;
import net.fornwall.jelf.ElfSegment;
import net.fornwall.jelf.ElfSymbol;
import net.fornwall.jelf.ElfSymbolTableSection;

/** One ELF file for 32-bit ARM: its loadable segments, entry and symbols. */
final class ElfImage {
  private static final int FLAG_EXECUTE = 1;
  private static final int FLAG_WRITE = 2;
  private static final int TYPE_FUNCTION = 2;
  private static final int TYPE_SECTION = 3;
  private static final int TYPE_FILE = 4;
  private static final int SECTION_UNDEFINED = 0;
  private static final int SECTION_ABSOLUTE = 0xfff1;
  private static final long ADDRESSES = 1L << 32;

  private final String name;
  private final ByteBuffer contents;
  private final ElfHeader header;
  private final List<ImageSymbol> symbols = new ArrayList<>();
  private final List<MappingSymbol> mapping = new ArrayList<>();

  ElfImage(String name, ByteBuffer contents) {
    this.name = name;
    this.contents = contents;
    this.header = new ElfHeader(name, contents);
  }

  LoadedImage read() throws ImageException {
    header.check();
    try {
      ElfFile elf = open();
      List<Segment> segments = segments(elf);
      readSymbols(elf);
      ImageSymbols names = ImageSymbols.in(segments, symbols, mapping, header.sections());
      return new LoadedImage(name, segments, (int) elf.e_entry, names);
    } catch (RuntimeException e) {
      throw header.damaged("its tables contradict each other");
    }
  }

  private ElfFile open() {
    return contents.hasArray()
        ? ElfFile.from(contents.array())
        : ElfFile.from((MappedByteBuffer) contents);
  }

  private List<Segment> segments(ElfFile elf) throws ImageException {
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < elf.e_phnum; i++) {
      ElfSegment each = elf.getProgramHeader(i);
      if (each.p_type == ElfSegment.PT_LOAD && each.p_memsz != 0) {
        segments.add(segment(each, i));
      }
    }
    if (segments.isEmpty()) {
      throw new ImageException(name + " has nothing to load: link it with loadable segments.");
    }
    return segments;
  }

  private Segment segment(ElfSegment from, int index) throws ImageException {
    long fileSize = unsigned(from.p_filesz);
    long size = unsigned(from.p_memsz);
    long address = unsigned(from.p_paddr);
    if (fileSize > size) {
      throw header.damaged("segment " + index + " is larger in the file than in memory");
    }
    if (address + size > ADDRESSES) {
      throw header.damaged("segment " + index + " goes beyond 4 GiB");
    }
    int offset = (int) unsigned(from.p_offset);
    byte[] bytes = new byte[(int) fileSize];
    if (fileSize != 0) {
      contents.get(offset, bytes);
    }
    return new Segment(
        address,
        unsigned(from.p_vaddr),
        bytes,
        size,
        (from.p_flags & FLAG_EXECUTE) != 0,
        (from.p_flags & FLAG_WRITE) != 0);
  }

  private void readSymbols(ElfFile elf) throws ImageException {
    int index = header.symbolTable();
    if (index < 0) {
      return;
    }
    ElfSymbolTableSection table = (ElfSymbolTableSection) elf.getSection(index);
    for (ElfSymbol each : table.symbols) {
      String symbol = header.string(table.header.sh_link, each.st_name);
      if (!symbol.isEmpty() && isPlace(each)) {
        readSymbol(symbol, each);
      }
    }
  }

  private static boolean isPlace(ElfSymbol symbol) {
    int type = symbol.st_info & 0xf;
    int section = symbol.st_shndx & 0xffff;
    return type != TYPE_SECTION
        && type != TYPE_FILE
        && section != SECTION_UNDEFINED
        && section != SECTION_ABSOLUTE;
  }

  private void readSymbol(String symbol, ElfSymbol from) {
    int address = (int) from.st_value;
    if (symbol.charAt(0) == '$') {
      readMapping(symbol, address);
      return;
    }
    boolean function = (from.st_info & 0xf) == TYPE_FUNCTION;
    boolean thumb = function && (address & 1) != 0;
    symbols.add(
        new ImageSymbol(
            symbol,
            thumb ? address & ~1 : address,
            unsigned(from.st_size),
            from.st_shndx & 0xffff,
            function,
            thumb));
  }

  private void readMapping(String symbol, int address) {
    if (symbol.length() > 2 && symbol.charAt(2) != '.') {
      return;
    }
    switch (symbol.length() < 2 ? ' ' : symbol.charAt(1)) {
      case 'a' -> mapping.add(new MappingSymbol(address, MappingSymbol.Content.A32));
      case 't' -> mapping.add(new MappingSymbol(address, MappingSymbol.Content.T32));
      case 'd' -> mapping.add(new MappingSymbol(address, MappingSymbol.Content.DATA));
      default -> {}
    }
  }

  private static long unsigned(long word) {
    return word & 0xffff_ffffL;
  }
}
