package org.hypscope.arm.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.bus.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Code goes by what its address stands for: what was decoded, and made hot, of a page is not
 * executed where another page is mapped meanwhile, nor where the MMU goes on or off in between.
 */
class RemappedCodeTest {
  private static final int FIRST = 0xd000;
  private static final int SECOND = 0xe000;
  private static final int PAGE = AddressSpace.PAGES;
  private static final int HOT = 30_000;
  private static final int ADD_1 = 0xe2800001;
  private static final int ADD_16 = 0xe2800010;
  private static final int SUBS_R1 = 0xe2511001;
  private static final int BNE_BACK_2 = 0x1afffffc;
  private static final int STAY = 0xeafffffe;
  private static final int NOP = 0xe1a00000;

  /** A loop of R1 turns that adds to R0, in both pages by another amount. */
  private static AddressSpace loops() {
    AddressSpace space = new AddressSpace(true).map(0, FIRST);
    space.rig.bus().words(FIRST, ADD_1, SUBS_R1, BNE_BACK_2, STAY);
    space.rig.bus().words(SECOND, ADD_16, SUBS_R1, BNE_BACK_2, STAY);
    space.core.setListener(null);
    return space;
  }

  private static int turn(AddressSpace space, int turns) {
    space.core.setR(0, 0);
    space.core.setR(1, turns);
    space.core.setPc(PAGE);
    space.core.run(3L * turns + 1, null);
    assertThat(space.core.pc()).isEqualTo(PAGE + 12);
    return space.core.r(0);
  }

  @ParameterizedTest(name = "after {0} turns")
  @ValueSource(ints = {2, HOT})
  void afterMaintenanceTheOtherPageIsExecuted(int turns) {
    AddressSpace space = loops();
    assertThat(turn(space, turns)).isEqualTo(turns);
    space.map(0, SECOND).maintain("TLBIMVA", PAGE);
    assertThat(turn(space, turns)).isEqualTo(16 * turns);
    space.map(0, FIRST).maintain("TLBIALLIS", 0);
    assertThat(turn(space, turns)).isEqualTo(turns);
  }

  @ParameterizedTest(name = "after {0} turns")
  @ValueSource(ints = {2, HOT})
  void withoutMaintenanceTheOldPageIsExecuted(int turns) {
    AddressSpace space = loops();
    turn(space, turns);
    space.map(0, SECOND);
    assertThat(turn(space, turns)).isEqualTo(turns);
  }

  @ParameterizedTest(name = "after {0} turns")
  @ValueSource(ints = {2, HOT})
  void anotherAddressSpaceHasItsOwnCode(int turns) {
    AddressSpace space = new AddressSpace(false).set("CONTEXTIDR", 1).map(0, FIRST);
    space.rig.bus().words(FIRST, ADD_1, SUBS_R1, BNE_BACK_2, STAY);
    space.rig.bus().words(SECOND, ADD_16, SUBS_R1, BNE_BACK_2, STAY);
    assertThat(turn(space, turns)).isEqualTo(turns);
    space.map(0, SECOND).set("CONTEXTIDR", 2);
    assertThat(turn(space, turns)).isEqualTo(16 * turns);
    space.set("CONTEXTIDR", 1);
    assertThat(turn(space, turns)).isEqualTo(turns);
  }

  @ParameterizedTest(name = "after {0} turns")
  @ValueSource(ints = {2, HOT})
  void codeWrittenThroughAnotherAddressIsSeen(int turns) {
    AddressSpace space = loops().map(1, FIRST);
    turn(space, turns);
    space.core.mem().setMemU(PAGE + Page.SIZE, 4, ADD_16);
    assertThat(turn(space, turns)).isEqualTo(16 * turns);
  }

  /** The loop rewrites its own page table entry, invalidates it and goes on in the other page. */
  @Test
  void aLoopMayMoveUnderItself() {
    AddressSpace space = loops();
    turn(space, HOT);
    int[] move = {
      0xe5823000, // str r3, [r2]
      0xee084f37, // mcr p15, 0, r4, c8, c7, 1
      ADD_1,
      STAY
    };
    space.rig.bus().words(FIRST + 0x100, move);
    space.rig.bus().words(SECOND + 0x100, NOP, NOP, ADD_16, STAY);
    int entry = 0x2_0000;
    space.core.setR(0, 0);
    space.core.setR(2, entry);
    space.core.setR(3, space.rig.bus().word(entry) & 0xfff | SECOND);
    space.core.setR(4, PAGE);
    space.core.setPc(PAGE + 0x100);
    space.core.run(4, null);
    assertThat(space.core.r(0)).isEqualTo(16);
  }

  /** The instruction after the one that writes SCTLR is that of the other address space. */
  @ParameterizedTest(name = "hot {0}")
  @ValueSource(booleans = {false, true})
  void theMmuMaySwitchInTheMiddleOfAPage(boolean hot) {
    AddressSpace space = loops();
    int at = 0x200;
    int on = 0xee015f10; // mcr p15, 0, r5, c1, c0, 0
    int off = 0xee016f10; // mcr p15, 0, r6, c1, c0, 0
    space.rig.bus().words(PAGE + at, on, ADD_16, STAY, STAY);
    space.rig.bus().words(FIRST + at, NOP, ADD_1, off, STAY);
    space.core.setR(5, 1);
    space.core.setR(6, 0);
    for (int n = 0; n < (hot ? HOT : 2); n++) {
      space.set("SCTLR", 0);
      space.core.setR(0, 0);
      space.core.setPc(PAGE + at);
      space.core.run(4, null);
      assertThat(space.core.r(0)).isEqualTo(1);
      assertThat(space.core.pc()).isEqualTo(PAGE + at + 12);
      assertThat(space.rig.get("SCTLR")).isZero();
    }
  }

  /** A wide T32 instruction whose second halfword lies in a page that is mapped anew. */
  @Test
  void aWideInstructionAcrossPagesFollowsBoth() {
    AddressSpace space = new AddressSpace(true).map(0, FIRST).map(1, SECOND);
    space.rig.bus().words(FIRST + 0xffc, 0xf100_bf00); // nop; add.w r0, r0, ...
    space.rig.bus().words(SECOND, 0xe7fe_0001); // ... #1; b .
    space.rig.bus().words(0xf000, 0xe7fe_0010); // ... #16; b .
    step(space);
    assertThat(space.core.r(0)).isEqualTo(1);
    space.map(1, 0xf000).maintain("TLBIMVA", PAGE + Page.SIZE);
    step(space);
    assertThat(space.core.r(0)).isEqualTo(16);
  }

  private static void step(AddressSpace space) {
    int cpsr = space.core.cpsr();
    space.core.setR(0, 0);
    space.core.setCpsr(cpsr | Psr.T);
    space.core.setPc(PAGE + 0xffe);
    space.core.run(1, null);
    space.core.setCpsr(cpsr);
  }
}
