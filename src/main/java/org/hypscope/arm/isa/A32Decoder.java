package org.hypscope.arm.isa;

import java.util.List;
import org.hypscope.arm.arch.Cond;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.Decoded;
import org.hypscope.arm.core.Decoder;
import org.hypscope.arm.decode.DecodeTable;
import org.hypscope.arm.decode.Form;
import org.hypscope.arm.decode.Rule;

/** Decodes A32 words by the rows. Immutable. */
final class A32Decoder implements Decoder {
  private final DecodeTable<Row> table;

  A32Decoder(List<Row> rows) {
    table = new DecodeTable<>(rows, Row::form);
  }

  @Override
  public Decoded a32(int word) {
    Cond cond = Cond.of(word >>> 28);
    Row row = table.find(word);
    if (row == null) {
      return new Decoded(word, A32Decoder::undefined, cond, null, null);
    }
    Form form = row.form();
    boolean undefined = takenAsUndefined(form, word);
    return new Decoded(
        word,
        undefined ? A32Decoder::undefined : row.operation(),
        cond,
        form,
        form.unpredictable(word));
  }

  private static boolean takenAsUndefined(Form form, int word) {
    for (Rule rule : form.rules()) {
      if (rule.undefined() && rule.holds(word)) {
        return true;
      }
    }
    return false;
  }

  private static void undefined(Core core, int insn) {
    throw core.undefined();
  }
}
