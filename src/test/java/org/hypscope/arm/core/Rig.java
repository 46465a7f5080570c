package org.hypscope.arm.core;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.ExceptionKind;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.isa.A32;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.arm.sysreg.SysRegs;

/**
 * A core with vectors where tests expect them, standing before one instruction: VBAR 0x1000
 * (Non-secure) and 0x2000 (Secure), HVBAR 0x3000, MVBAR 0x4000, code at {@link #CODE}.
 */
public final class Rig {
  public static final int CODE = 0x8000;
  public static final int DATA = 0x9000;
  public static final int NOWHERE = 0x00f0_0000;
  static final int SCR_NS = 1;
  static final int SCR_EA = 1 << 3;
  static final int SCR_HCE = 1 << 8;

  private final TestBus bus = new TestBus();
  private final SysRegFile sysRegs = new SysRegFile();
  private final Core core;
  private final List<String> heard = new ArrayList<>();
  private final List<String> unpredictable = new ArrayList<>();

  /** A core in {@code mode}; Non-secure with HVC enabled if {@code nonSecure}. */
  public Rig(Mode mode, boolean nonSecure) {
    this(mode, nonSecure, null);
  }

  Rig(Mode mode, boolean nonSecure, SecureFirmware firmware) {
    core = new Core(A32.decoder(), sysRegs, bus, firmware);
    bus.words(CODE, 0);
    bus.words(DATA, 0);
    set("SCR", nonSecure ? SCR_NS | SCR_HCE : SCR_HCE);
    set("VBAR", 0x1000).set("VBAR(S)", 0x2000).set("HVBAR", 0x3000).set("MVBAR", 0x4000);
    core.setCpsr(mode.encoding());
    core.setPc(CODE);
    core.setListener(new Ears());
  }

  /** Sets a register raw, by the name of the copy. */
  public Rig set(String register, long value) {
    var copy = SysRegs.copyByName(register);
    sysRegs.rawSet(copy.register(), copy.secure(), value);
    return this;
  }

  /** Sets bits of a register raw. */
  public Rig or(String register, long bits) {
    return set(register, get(register) | bits);
  }

  /** The raw value of a register, by the name of the copy. */
  public long get(String register) {
    var copy = SysRegs.copyByName(register);
    return sysRegs.rawGet(copy.register(), copy.secure());
  }

  /** Executes one word where the core stands. */
  public Rig execute(int word) {
    bus.words(core.pc(), word);
    core.flushPageCache();
    core.run(1, null);
    return this;
  }

  /** A physical register. */
  public int bank(Bank bank) {
    return core.bank(bank);
  }

  /** The core. */
  public Core core() {
    return core;
  }

  /** Its memory. */
  public TestBus bus() {
    return bus;
  }

  /** Exceptions and returns, in order. */
  public List<String> heard() {
    return heard;
  }

  /** The reasons reported as UNPREDICTABLE. */
  public List<String> unpredictable() {
    return unpredictable;
  }

  private final class Ears implements CoreListener {
    @Override
    public void beforeException(Core at, ExceptionKind kind, Mode from, Mode to, int vector) {
      heard.add("before " + kind + " in " + at.mode());
    }

    @Override
    public void afterException(Core at, ExceptionKind kind, Mode from, Mode to, int vector) {
      heard.add("after " + kind + " in " + at.mode() + " at " + Integer.toHexString(at.pc()));
    }

    @Override
    public void exceptionReturn(Core at, int pc, Mode from, Mode to, int target) {
      heard.add("return from " + from + " to " + to + " at " + Integer.toHexString(at.pc()));
    }

    @Override
    public void unpredictable(Core at, int pc, int word, String reason) {
      unpredictable.add(reason);
    }
  }
}
