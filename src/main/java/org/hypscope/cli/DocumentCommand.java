package org.hypscope.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hypscope.abi.AbiEngine;
import org.hypscope.abi.Contract;
import org.hypscope.abi.ContractRun;
import org.hypscope.abi.Executed;
import org.hypscope.abi.MatrixImages;
import org.hypscope.abi.OwnerClass;
import org.hypscope.abi.doc.ContractPage;
import org.hypscope.abi.doc.DifferencePage;
import org.hypscope.abi.doc.Markup;
import org.hypscope.debug.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "document",
    description =
        "Writes the ABI of the handlers that answer in images, or of contracts, with each sentence"
            + " marked as executed or declared.")
final class DocumentCommand implements Callable<Integer> {
  private static final long STEPS = 5_000_000;

  @Spec private CommandSpec spec;
  @Mixin private ImageOptions images;
  @Mixin private ContractOptions contracts;

  @Parameters(
      arity = "0..*",
      paramLabel = "IMAGE",
      description =
          "Images whose handlers are documented; with neither image nor contract, all built-in"
              + " contracts are, executed on the handlers of matrix-arm and matrix-thumb.")
  private List<String> operands = List.of();

  @Option(names = "--id", split = ",", paramLabel = "ID", description = "Only these contracts.")
  private List<String> ids = List.of();

  @Option(
      names = "--diff",
      description = "The differences between two contracts, or between the handlers of two images.")
  private boolean difference;

  @Option(names = "--steps", paramLabel = "N", description = "Limit (default: ${DEFAULT-VALUE}).")
  private long steps = STEPS;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "How to write: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Markup format = Markup.markdown;

  @Override
  public Integer call() {
    AbiEngine engine = AbiEngine.withBuiltIns().with(contracts.own());
    ids.forEach(engine::contract);
    List<List<Executed>> executed = operands.stream().map(each -> run(each, engine)).toList();
    String text =
        format.write(
            difference
                ? DifferencePage.of(pairs(engine, executed))
                : ContractPage.of(documented(engine, executed), evidence(engine, executed)));
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
    return ExitStatus.FINE;
  }

  private List<Executed> run(String operand, AbiEngine engine) {
    Target target = images.open(operand);
    return MatrixImages.NAMES.contains(operand)
        ? ContractRun.runMatrix(target, engine)
        : ContractRun.run(target, engine, steps);
  }

  private List<Contract> documented(AbiEngine engine, List<List<Executed>> executed) {
    if (!ids.isEmpty()) {
      return ids.stream().map(engine::contract).toList();
    }
    List<Contract> found = new ArrayList<>(contracts.named());
    executed.stream().flatMap(List::stream).map(Executed::contract).forEach(found::add);
    if (found.isEmpty() && !operands.isEmpty()) {
      throw new UsageException(
          "No hypercall of these images is answered by a handler that a contract describes:"
              + " 'hypscope check' says what was seen; give a contract with --contract.");
    }
    return found.isEmpty() ? engine.contracts() : found.stream().distinct().toList();
  }

  private List<Executed> evidence(AbiEngine engine, List<List<Executed>> executed) {
    List<List<Executed>> all =
        operands.isEmpty() && contracts.named().isEmpty()
            ? MatrixImages.NAMES.stream().map(each -> run(each, engine)).toList()
            : executed;
    return all.stream().flatMap(List::stream).toList();
  }

  private List<DifferencePage.Pair> pairs(AbiEngine engine, List<List<Executed>> executed) {
    List<Contract> chosen = new ArrayList<>(ids.stream().map(engine::contract).toList());
    chosen.addAll(contracts.named());
    if (operands.isEmpty() && chosen.size() == 2) {
      Contract first = chosen.get(0);
      Contract second = chosen.get(1);
      return List.of(new DifferencePage.Pair(first.id(), first, second.id(), second));
    }
    if (operands.size() != 2) {
      throw new UsageException("--diff compares two: give two images, or --id A,B.");
    }
    Map<OwnerClass, Executed> left = byOwner(executed.get(0));
    Map<OwnerClass, Executed> right = byOwner(executed.get(1));
    List<DifferencePage.Pair> pairs = new ArrayList<>();
    left.forEach(
        (owner, here) -> {
          Executed there = right.get(owner);
          if (there != null) {
            pairs.add(pair(owner, here, there));
          }
        });
    return pairs;
  }

  private static DifferencePage.Pair pair(OwnerClass owner, Executed here, Executed there) {
    String left = "%s of %s (%s)".formatted(owner.word(), here.image(), here.contract().id());
    String right = "%s of %s (%s)".formatted(owner.word(), there.image(), there.contract().id());
    return new DifferencePage.Pair(left, here.contract(), right, there.contract());
  }

  private static Map<OwnerClass, Executed> byOwner(List<Executed> all) {
    Map<OwnerClass, Executed> owners = new LinkedHashMap<>();
    all.forEach(each -> owners.putIfAbsent(each.contract().owner(), each));
    return owners;
  }
}
