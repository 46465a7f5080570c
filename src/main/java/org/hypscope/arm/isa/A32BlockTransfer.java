package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.row;

import java.util.List;
import org.hypscope.arm.core.exec.BlockTransfer;
import org.hypscope.arm.core.exec.BlockTransferSystem;

/** Load and store multiple (ARM ARM A5.5), with the system forms (B9.3.5, B9.3.6, B9.3.17). */
final class A32BlockTransfer {
  private A32BlockTransfer() {}

  static List<RowBuilder> rows() {
    return List.of(
        row(
                "STM",
                "cond 100 P U 0 W 0 Rn list",
                "stm{stmmode}{c} {Rn}{wb}, {list}",
                BlockTransfer::stm)
            .section("A8.8.199")
            .effects("Rn list -> memory W==1:Rn")
            .undefined("Rn==15", "count(list)<1")
            .group("STM"),
        row("LDM", "cond 100 P U 0 W 1 Rn list", "ldm{am}{c} {Rn}{wb}, {list}", BlockTransfer::ldm)
            .section("A8.8.58")
            .effects("Rn memory -> list W==1:Rn")
            .undefined("Rn==15", "count(list)<1", "W==1 && list[Rn]==1")
            .group("LDM"),
        row("PUSH", "cond 100100101101 list", "push{c} {list}", BlockTransfer::stm)
            .section("A8.8.133")
            .effects("list sp -> memory sp")
            .except("count(list)<2")
            .group("STM"),
        row("POP", "cond 100010111101 list", "pop{c} {list}", BlockTransfer::ldm)
            .section("A8.8.132")
            .effects("sp memory -> list sp")
            .except("count(list)<2")
            .undefined("list[13]==1")
            .group("LDM"),
        row(
                "STM (user registers)",
                "cond 100 P U 1 W 0 Rn list",
                "stm{sysmode}{c} {Rn}{wb}, {list}^",
                BlockTransferSystem::stmUser)
            .section("B9.3.17")
            .effects("Rn userlist -> memory")
            .undefined("Rn==15", "count(list)<1")
            .unpredictable("W==1"),
        row(
                "LDM (user registers)",
                "cond 100 P U 1 W 1 Rn 0 registers:15",
                "ldm{am}{c} {Rn}{wb}, {list}^",
                BlockTransferSystem::ldmUser)
            .section("B9.3.6")
            .effects("Rn memory -> userlist")
            .undefined("Rn==15", "count(registers)<1")
            .unpredictable("W==1"),
        row(
                "LDM (exception return)",
                "cond 100 P U 1 W 1 Rn 1 registers:15",
                "ldm{am}{c} {Rn}{wb}, {list}^",
                BlockTransferSystem::ldmExceptionReturn)
            .section("B9.3.5")
            .effects("Rn memory SPSR -> list CPSR W==1:Rn")
            .undefined("Rn==15", "W==1 && registers[Rn]==1"));
  }
}
