package org.hypscope.arm.decode;

import java.util.List;
import java.util.function.Function;
import org.hypscope.arm.arch.Cond;
import org.hypscope.arm.arch.ItState;

/** Turns T32 instructions into text, from the rows alone. Immutable. */
public final class T32Disassembler {
  private final ThumbTable<Form> table;

  /** A disassembler for these T32 encodings, narrow and wide. */
  public T32Disassembler(List<Form> forms) {
    this.table = new ThumbTable<>(forms, Function.identity());
  }

  /**
   * The T32 instruction at {@code address}; never fails, whatever the halfwords.
   *
   * @param hw1 the halfword there
   * @param hw2 the halfword after it, which counts only if the instruction is wide
   * @param it the ITSTATE that it is read under, 0 outside an IT block; {@link ItState#after} gives
   *     that of the next one
   */
  public DisassembledInsn t32(int hw1, int hw2, int address, int it) {
    int raw = ThumbTable.raw(hw1, hw2);
    int size = ThumbTable.isWide(hw1) ? 4 : 2;
    Form form = table.find(raw);
    if (form == null) {
      return DisassembledInsn.undefined(address, raw, size);
    }
    int image = form.image(raw, it);
    int own = form.pattern().find("cond") == null ? 14 : image >>> 28;
    int cond = ItState.inBlock(it) ? ItState.cond(it) : own;
    Text text = new Text(form.imagePattern(), image, address, address + 4, cond);
    return DisassembledInsn.of(form, raw, size, text, form.unpredictable(raw, it), Cond.of(cond));
  }
}
