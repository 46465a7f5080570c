package org.hypscope.arm.isa;

import java.util.List;
import org.hypscope.arm.arch.Cond;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.Decoded;
import org.hypscope.arm.decode.DecodeTable;
import org.hypscope.arm.decode.Form;

/** Decodes A32 words by the rows. Immutable. */
final class A32Decoder {
  private final DecodeTable<Row> table;

  A32Decoder(List<Row> rows) {
    table = new DecodeTable<>(rows, Row::form);
  }

  Decoded decode(int word) {
    Cond cond = Cond.of(word >>> 28);
    Row row = table.find(word);
    if (row == null) {
      return new Decoded(word, A32Decoder::undefined, cond, null, null);
    }
    Form form = row.form();
    return new Decoded(
        word,
        form.takenAsUndefined(word) ? A32Decoder::undefined : row.operation(),
        cond,
        form,
        form.unpredictable(word));
  }

  private static void undefined(Core core, int insn) {
    throw core.undefined();
  }
}
