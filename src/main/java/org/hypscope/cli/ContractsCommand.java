package org.hypscope.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.hypscope.abi.AbiEngine;
import org.hypscope.abi.Contract;
import org.hypscope.abi.load.ContractShape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "contracts",
    description = "Lists the calling conventions known, and checks files of your own.")
final class ContractsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ContractOptions contracts;
  @Mixin private FormatOption format;

  @Option(
      names = "--schema",
      description = "Print the JSON Schema (draft 2020-12) that editors check such files with.")
  private boolean schema;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (schema) {
      out.print(ContractShape.schema());
      out.flush();
      return ExitStatus.FINE;
    }
    List<Contract> own = contracts.own();
    for (Contract each : AbiEngine.withBuiltIns().with(own).contracts()) {
      out.println(format.isJson() ? json(each, own.contains(each)) : text(each));
    }
    out.flush();
    return ExitStatus.FINE;
  }

  private static String text(Contract each) {
    return "%-5s %-62s %s".formatted(each.id(), each.title(), each.kernel());
  }

  private static Json json(Contract each, boolean own) {
    return new Json()
        .put("type", "contract")
        .put("id", each.id())
        .put("title", each.title())
        .put("kernel", each.kernel())
        .put("source", each.source())
        .put("immediate", each.immediate())
        .put("calls", each.calls().stream().map(call -> call.title()).toList())
        .put("recognised", !each.probes().isEmpty())
        .put("own", own);
  }
}
