package org.hypscope.debug;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.arm.sysreg.SysRegs;

/** All that a snapshot shows of an instant and of the run, but for how it came there, in words. */
final class ShownState {
  /** What a device's cell says of the way here. */
  private static final String CHANGED = ", changed=(true|false)";

  private ShownState() {}

  /** What the one shows and the other does not. */
  static List<String> differences(Snapshot one, Snapshot other) {
    List<String> shown = of(one);
    List<String> all = new ArrayList<>(shown);
    List<String> others = of(other);
    all.removeAll(new HashSet<>(others));
    others.removeAll(new HashSet<>(shown));
    others.forEach(each -> all.add("not " + each));
    return all;
  }

  private static List<String> of(Snapshot snapshot) {
    List<String> all = new ArrayList<>();
    all.add("at " + snapshot.mark() + " of " + snapshot.end() + ", core " + snapshot.core());
    for (Bank bank : Bank.values()) {
      all.add(bank + " " + Integer.toHexString(snapshot.register(bank)));
    }
    for (SysRegCopy copy : SysRegs.copies()) {
      all.add(copy.name() + " " + snapshot.sysReg(copy.register(), copy.secure()));
    }
    all.add("boot and state " + snapshot.cores());
    all.add("code " + snapshot.memory().word(snapshot.pc()));
    snapshot.devices().forEach(each -> all.add(each.toString().replaceAll(CHANGED, "")));
    snapshot.timeline().events().forEach(each -> all.add(each.toString()));
    snapshot.timeline().spans().forEach(each -> all.add(each.toString()));
    snapshot.timeline().hvbarChanges().forEach(each -> all.add(each.toString()));
    snapshot.console().forEach(each -> all.add(each.toString()));
    snapshot.notices().forEach(each -> all.add(each.toString()));
    return all;
  }
}
