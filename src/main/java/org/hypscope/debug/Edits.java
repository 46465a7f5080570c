package org.hypscope.debug;

import java.util.List;
import org.hypscope.arm.core.Core;
import org.hypscope.machine.Machine;
import org.hypscope.time.Input;

/** What a person's edit is to the machine, and how it is told. */
record Edits(List<Input> inputs, String words) {
  /**
   * What {@code edit} is to core {@code number} of {@code machine} as it stands.
   *
   * @throws IllegalArgumentException with one sentence where it cannot be done
   */
  static Edits of(Edit edit, Machine machine, int number) {
    if (edit instanceof Edit.Register e) {
      return one(
          new Input.Register(number, e.bank(), e.value()),
          String.format("Set %s to 0x%08x.", e.bank(), e.value()));
    }
    if (edit instanceof Edit.SystemRegister e) {
      return one(
          new Input.SystemRegister(number, e.register(), e.secure(), e.value()),
          String.format("Set %s to 0x%x.", e.register().name(), e.value()));
    }
    if (edit instanceof Edit.Doubleword e) {
      return one(
          new Input.Doubleword(number, e.number(), e.value()),
          String.format("Set D%d to 0x%016x.", e.number(), e.value()));
    }
    return memory((Edit.Memory) edit, machine, machine.cores().get(number));
  }

  private static Edits one(Input input, String words) {
    return new Edits(List.of(input), words);
  }

  private static Edits memory(Edit.Memory edit, Machine machine, Core core) {
    AddressSpace space = edit.space() == null ? Frame.space(core) : edit.space();
    List<Input> pieces = new MemoryEdit(machine, core, space).pieces(edit.address(), edit.bytes());
    return new Edits(
        pieces,
        String.format(
            "Wrote %d bytes at %s.",
            edit.bytes().length, space.name(Integer.toUnsignedLong(edit.address()))));
  }
}
