package org.hypscope.oracle.text;

import java.io.IOException;
import java.util.List;

/** An independent disassembler. */
interface Oracle {
  /** Its name in the table of spellings. */
  String name();

  /** The program that must be installed. */
  String program();

  /** One line for each of {@code encodings}, blanks made single. */
  List<String> read(InstructionSet set, List<Encoding> encodings) throws IOException;

  /** Whether {@code line} says that there is no such instruction. */
  boolean refuses(String line);

  /** Our text for {@code encoding}, at the address where this oracle sees it, in its numbers. */
  String ours(InstructionSet set, Encoding encoding, int address);
}
