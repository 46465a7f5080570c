package org.hypscope.debug.symbols.unwind;

/** By what a frame was found. */
public enum Method {
  REGISTERS("registers", "the core stands here"),
  RETURN("return", "the next instruction returns"),
  CFI("DWARF CFI", "call frame information of the image"),
  EHABI("ARM unwind table", ".ARM.exidx, or __start_unwind_idx in memory"),
  PROLOGUE("prologue", "what the function's first instructions did to the stack"),
  FRAME_CHAIN("frame chain", "saved frame pointers"),
  EXCEPTION("exception", "banked registers of the exception's return"),
  SAVED_REGISTERS("saved registers", "what the exception's entry put on the stack (pt_regs)"),
  LINK_REGISTER("LR only", "no unwind data: LR taken for the return address");

  private final String label;
  private final String meaning;

  Method(String label, String meaning) {
    this.label = label;
    this.meaning = meaning;
  }

  /** One to three words. */
  public String label() {
    return label;
  }

  /** What it rests on. */
  public String meaning() {
    return meaning;
  }
}
