package org.hypscope.arm.decode;

import java.util.List;
import java.util.function.Function;
import org.hypscope.arm.arch.Cond;

/** Turns words into text, from the rows alone. Immutable. */
public final class Disassembler {
  private final DecodeTable<Form> table;

  /** A disassembler for these A32 encodings. */
  public Disassembler(List<Form> forms) {
    this.table = new DecodeTable<>(forms, Function.identity());
  }

  /** The A32 instruction {@code word} at {@code address}; never fails, whatever the word. */
  public DisassembledInsn a32(int word, int address) {
    Form form = table.find(word);
    if (form == null) {
      return DisassembledInsn.undefined(address, word, 4);
    }
    int cond = word >>> 28;
    Text text = new Text(form.pattern(), word, address, address + 8, cond);
    return DisassembledInsn.of(form, word, 4, text, form.unpredictable(word), Cond.of(cond));
  }
}
