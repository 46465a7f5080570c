package org.hypscope.arm.isa;

import java.util.List;
import org.hypscope.arm.arch.Cond;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.Decoded;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.decode.Form;
import org.hypscope.arm.decode.ThumbTable;

/** Decodes T32 instructions by the rows. Immutable. */
final class T32Decoder {
  private static final int ANY_BLOCK = 8;
  private static final int AL = Cond.AL.ordinal();

  private final ThumbTable<Row> table;

  T32Decoder(List<Row> rows) {
    table = new ThumbTable<>(rows, Row::form);
  }

  Decoded decode(int hw1, int hw2) {
    int raw = ThumbTable.raw(hw1, hw2);
    int size = ThumbTable.isWide(hw1) ? 4 : 2;
    Row row = table.find(raw);
    if (row == null) {
      return Decoded.t32(raw, size, raw, T32Decoder::undefined, AL, null, null);
    }
    Form form = row.form();
    int image = form.image(raw);
    Operation operation = form.takenAsUndefined(raw) ? T32Decoder::undefined : row.operation();
    return Decoded.t32(raw, size, image, operation, cond(row, image), form, inIt(row, raw, size));
  }

  private static Decoded inIt(Row row, int raw, int size) {
    if (row.inIt() == null) {
      return null;
    }
    int image = row.form().image(raw, ANY_BLOCK);
    return Decoded.t32(raw, size, image, row.inIt(), AL, row.form(), null);
  }

  private static int cond(Row row, int image) {
    boolean own = row.form().pattern().find("cond") != null;
    return row.always() ? Decoded.ALWAYS : own ? image >>> 28 : AL;
  }

  private static void undefined(Core core, int insn) {
    throw core.undefined();
  }
}
