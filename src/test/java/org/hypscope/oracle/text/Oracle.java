package org.hypscope.oracle.text;

import java.io.IOException;
import java.util.List;
import org.hypscope.arm.decode.DisassembledInsn;

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

  /**
   * Our text in the numbers of this oracle.
   *
   * @param insn where the instruction lies
   * @param it the ITSTATE that it is read under
   */
  String ours(DisassembledInsn insn, InstructionSet set, int it);
}
