package org.hypscope.ui.chrome;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.Snapshot;
import org.hypscope.ui.registers.PsrWords;
import org.hypscope.ui.theme.ModeStyle;

/** The machine's state in five words: mode, instruction set, MMU, VMID, instant. */
public final class MachineChips {
  private static final SysReg HSCTLR = SysRegs.byName("HSCTLR");
  private static final SysReg SCTLR = SysRegs.byName("SCTLR");
  private static final SysReg VTTBR = SysRegs.byName("VTTBR");
  private static final SysReg HCR = SysRegs.byName("HCR");
  private static final int VMID_SHIFT = 48;
  private static final int M = 1;

  /** HCR.DC and HCR.TGE switch stage 1 off. */
  private static final long STAGE1_OFF = 1 << 12 | 1 << 27;

  /** HCR.VM and HCR.DC. */
  private static final long STAGE2_ON = 1 | 1 << 12;

  private final Label mode = chip("chip-mode");
  private final Label state = chip("chip-state");
  private final Label mmu = chip("chip-mmu");
  private final Label vmid = chip("chip-vmid");
  private final Label count = chip("chip-count");
  private final HBox box = new HBox(4, mode, state, mmu, vmid, count);

  /** Chips that are not there until {@link #show} is given an instant. */
  public MachineChips() {
    mode.getStyleClass().addAll("mode-fill", "bold");
    box.setMinWidth(Region.USE_PREF_SIZE);
    box.setAlignment(javafx.geometry.Pos.CENTER);
    show(null);
  }

  /** The chips side by side. */
  public Region node() {
    return box;
  }

  /** Shows {@code snapshot}; null takes the chips away. */
  public void show(Snapshot snapshot) {
    box.setVisible(snapshot != null);
    if (snapshot == null) {
      return;
    }
    List<String> words = words(snapshot);
    List<Label> chips = List.of(mode, state, mmu, vmid, count);
    for (int n = 0; n < chips.size(); n++) {
      chips.get(n).setText(words.get(n));
    }
    ModeStyle.set(mode, snapshot.mode());
    box.setAccessibleText(String.join(", ", words));
  }

  /** What the chips say at {@code snapshot}, in their order. */
  static List<String> words(Snapshot snapshot) {
    Mode mode = snapshot.mode();
    return List.of(
        mode + (snapshot.secure() ? " Secure" : ""),
        PsrWords.state(snapshot.cpsr()),
        translation(snapshot),
        "VMID " + (snapshot.sysReg(VTTBR) >>> VMID_SHIFT & 0xff),
        "n=" + grouped(snapshot.mark().retired()));
  }

  /** Which stages translate the addresses of the code that runs. */
  private static String translation(Snapshot snapshot) {
    if (snapshot.mode() == Mode.HYP) {
      return (snapshot.sysReg(HSCTLR) & M) != 0 ? "MMU on" : "MMU off";
    }
    long hcr = snapshot.secure() ? 0 : snapshot.sysReg(HCR);
    boolean stage1 =
        (snapshot.sysReg(SCTLR, snapshot.secure()) & M) != 0 && (hcr & STAGE1_OFF) == 0;
    boolean stage2 = (hcr & STAGE2_ON) != 0;
    String on = stage2 ? stage1 ? "MMU on S1+S2" : "MMU on S2" : "MMU on";
    return stage1 || stage2 ? on : "MMU off";
  }

  /** {@code number} with a narrow blank between groups of three digits. */
  static String grouped(long number) {
    return String.format(java.util.Locale.ROOT, "%,d", number).replace(',', '\u2009');
  }

  private static Label chip(String id) {
    Label label = new Label();
    label.getStyleClass().add("chip");
    label.setId(id);
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.setAccessibleRole(AccessibleRole.TEXT);
    return label;
  }
}
