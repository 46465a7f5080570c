package org.hypscope.arm.isa;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hypscope.arm.core.Decoded;
import org.hypscope.arm.decode.DisassembledInsn;

/** Whatever memory holds can be decoded and shown. */
class AnyWordProperties {
  @Property(tries = 20_000)
  void decoderAndDisassemblerAgreeOnEveryWord(@ForAll int word, @ForAll int address) {
    Decoded decoded = A32.decoder().a32(word);
    DisassembledInsn insn = A32.disassembler().a32(word, address);
    assertThat(decoded.operation).isNotNull();
    assertThat(insn.form()).isEqualTo(decoded.form);
    assertThat(insn.unpredictable()).isEqualTo(decoded.unpredictable);
    assertThat(insn.text()).isNotBlank();
    assertThat(insn.mnemonic().equals(".word")).isEqualTo(insn.form() == null);
  }
}
