package org.hypscope.abi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hypscope.abi.Shift.Part;
import org.hypscope.abi.Shift.Slot;
import org.junit.jupiter.api.Test;

/** Detail 5 of the ABI: where EABI puts each argument, what the shift makes of it. */
class ShiftTest {
  private static final List<Integer> REGISTERS = List.of(0x4000, 0x11, 0x22, 0x33);

  private static Shift shift(String prototype) {
    return Shift.of(Prototype.parse(prototype), REGISTERS);
  }

  private static List<Part> parts(List<Slot> slots) {
    return slots.stream().map(Slot::part).toList();
  }

  @Test
  void aLonePairArrivesOneRegisterTooHigh() {
    Shift shift = shift("void f(u64)");

    assertThat(parts(shift.sent()))
        .containsExactly(Part.FUNCTION, Part.NOTHING, Part.LOW, Part.HIGH);
    assertThat(parts(shift.arrives()))
        .containsExactly(Part.NOTHING, Part.LOW, Part.HIGH, Part.NOTHING);
    assertThat(parts(shift.wanted()))
        .containsExactly(Part.LOW, Part.HIGH, Part.NOTHING, Part.NOTHING);
    assertThat(shift.wanted()).extracting(Slot::right).startsWith(false, false);
    assertThat(shift.arrives()).extracting(Slot::value).containsExactly(0x11, 0x22, 0x33, 0x33);
    assertThat(shift.intact()).isFalse();
  }

  @Test
  void aPairBehindAPointerIsTorn() {
    Shift shift = shift("void f(struct kvm *, u64)");

    assertThat(parts(shift.arrives()))
        .containsExactly(Part.WHOLE, Part.LOW, Part.HIGH, Part.NOTHING);
    assertThat(shift.wanted()).extracting(Slot::right).containsExactly(true, true, false, false);
    assertThat(shift.sentences().get(1)).startsWith("\u2715").contains("u64");
  }

  @Test
  void words32BitsWideArriveWhereTheyAreLookedFor() {
    Shift shift = shift("int f(struct kvm_vcpu *, u32, u32)");

    assertThat(shift.intact()).isTrue();
    assertThat(shift.wanted()).allMatch(Slot::right);
    assertThat(shift.sentences()).allMatch(each -> each.startsWith("\u2713"));
  }

  @Test
  void aFourthArgumentIsCarriedByNothing() {
    Shift shift = shift("void f(u32, u32, u32, u32)");

    assertThat(shift.intact()).isFalse();
    assertThat(shift.wanted()).extracting(Slot::right).containsExactly(true, true, true, false);
  }
}
