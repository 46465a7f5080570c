package org.hypscope.abi.path;

import java.util.Map;

/** The functions of a path's kernel that are steps of it, and what entering each one means. */
final class Milestones {
  static final String RESET = "cpu_hyp_reset";
  static final String NEW_KERNEL = "new_kernel";
  static final String RETURNED = "restart_returned";

  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry(
              "start_kernel", "Booted in HYP, the kernel left its stub there, and is in SVC."),
          Map.entry("init_hyp_mode", "KVM arrives."),
          Map.entry("kernel_kexec", "kexec: the kernel goes in order."),
          Map.entry("crash_kexec", "kdump: the kernel has crashed; no reboot notifier runs."),
          Map.entry("kernel_restart_prepare", "Everyone who asked for it is told."),
          Map.entry("reboot_notifiers", "The reboot notifiers run."),
          Map.entry("kvm_reboot", "KVM's notifier runs."),
          Map.entry("hardware_disable", "KVM leaves the CPU."),
          Map.entry(RESET, "HVBAR is to go back to the stub, and the HYP MMU to be off."),
          Map.entry("machine_kexec", "The old kernel's last act: on to the new one."),
          Map.entry("jump_in_svc", "This kernel has no soft restart: it jumps, in SVC."),
          Map.entry(RETURNED, "The soft restart came back: there is no new kernel."),
          Map.entry(NEW_KERNEL, "The new kernel is entered."));

  private Milestones() {}

  static boolean are(String symbol) {
    return MEANINGS.containsKey(symbol);
  }

  /** Whether the kernel begins to go there, in one way or another. */
  static boolean isDeparture(String symbol) {
    return symbol.equals("kernel_kexec") || symbol.equals("crash_kexec");
  }

  static String meaning(String symbol) {
    return MEANINGS.get(symbol);
  }
}
