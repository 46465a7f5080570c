package org.hypscope.arm.decode;

import java.util.List;
import java.util.function.Function;

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
      return new DisassembledInsn(
          address, word, ".word", String.format("0x%08x", word), "", null, null, "", "", null);
    }
    Text text = new Text(form.pattern(), word, address);
    String line = form.template().format(text);
    int blank = line.indexOf(' ');
    return new DisassembledInsn(
        address,
        word,
        blank < 0 ? line : line.substring(0, blank),
        blank < 0 ? "" : line.substring(blank + 1),
        text.comment(),
        form,
        form.unpredictable(word),
        form.effects().reads(word),
        form.effects().writes(word),
        text.target());
  }
}
