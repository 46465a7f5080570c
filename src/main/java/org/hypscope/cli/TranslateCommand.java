package org.hypscope.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.debug.AddressSpace;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.Edit;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.Translations;
import org.hypscope.debug.WalkView;
import org.hypscope.debug.WalkView.Access;
import org.hypscope.debug.symbols.Symbols;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "translate",
    description = "Walks the translation tables for an address, level by level.",
    footer = {
      "",
      "IMAGE may be a raw dump of memory: --load says where its first byte lies, --set what the",
      "registers hold; nothing is run, and a register left out is 0:",
      "  hypscope translate ram.bin 0xc0008000 --load 0x80000000 \\",
      "      --set SCTLR=0x10c5387d,TTBR0=0x80004059,TTBCR=0,DACR=0x55,PRRR=0xff0a81a8,NMRR=0x40e040e0"
    })
final class TranslateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ImageOptions images;
  @Mixin private SessionOptions sessions;
  @Mixin private FormatOption format;

  @Parameters(
      index = "0",
      paramLabel = "IMAGE",
      description = "A file, a dump, the name of a sample, or a session.")
  private String image;

  @Parameters(index = "1", paramLabel = "ADDRESS", description = "A number or a symbol.")
  private String address;

  @Option(
      names = "--regime",
      paramLabel = "REGIME",
      description =
          "pl1, pl1-secure, hyp, or stage2 for an IPA (default: that of the code that runs; pl1"
              + " with --set).")
  private String regime;

  @Option(
      names = "--at",
      paramLabel = "MARK",
      description = "At this instant (default: #0, or where a session stands).")
  private String at;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      split = ",",
      description = "System registers to set first; NAME(S) is the Secure copy.")
  private List<String> set = List.of();

  @ArgGroup private Kind kind = new Kind();

  @Option(names = "--user", description = "For an access from PL0.")
  private boolean user;

  /** A read where neither is given. */
  private static final class Kind {
    @Option(names = "--write", description = "For a write.")
    private boolean write;

    @Option(names = "--fetch", description = "For an instruction fetch.")
    private boolean fetch;
  }

  private int status = ExitStatus.FINE;

  @Override
  public Integer call() {
    Map<SysRegCopy, Long> registers = RegisterValues.parse(set);
    boolean dump = !set.isEmpty() && images.isLoaded() && at == null;
    WalkView walk = dump ? inDump(registers) : inRun(registers);
    new WalkLines(walk).print(spec.commandLine().getOut(), format.isJson());
    return status;
  }

  private WalkView inDump(Map<SysRegCopy, Long> registers) {
    AddressSpace space = regime == null ? AddressSpace.PL1 : space(AddressSpace.PL1);
    long at = number(address, space);
    long base = images.dumpBase();
    return Translations.ofDump(base, DumpFile.map(image), registers)
        .walk(space, at, access(), !user);
  }

  private WalkView inRun(Map<SysRegCopy, Long> registers) {
    PrintWriter err = spec.commandLine().getErr();
    try (Start start = sessions.open(images, image)) {
      DebugSession session = start.session();
      if (at != null || start.isPlaced()) {
        status = start.status(at, start.goOn(at, Long.MAX_VALUE, err), err);
      }
      registers.forEach(
          (copy, value) -> session.edit(Edit.sysReg(copy.register(), copy.secure(), value)).join());
      Snapshot snapshot = session.snapshot();
      AddressSpace space =
          regime == null && !set.isEmpty() ? AddressSpace.PL1 : space(snapshot.currentSpace());
      return snapshot.walk(space, where(space, snapshot.symbols()), access(), !user);
    }
  }

  private long where(AddressSpace space, Symbols symbols) {
    boolean number = Character.isDigit(address.isEmpty() ? ' ' : address.charAt(0));
    return number
        ? number(address, space)
        : Integer.toUnsignedLong(Numbers.address(address, symbols));
  }

  private static long number(String text, AddressSpace space) {
    if (space != AddressSpace.IPA) {
      return Numbers.parse(text);
    }
    return Numbers.physical(text);
  }

  private Access access() {
    return kind.write ? Access.WRITE : kind.fetch ? Access.FETCH : Access.READ;
  }

  private AddressSpace space(AddressSpace current) {
    if (regime == null) {
      return current;
    }
    return switch (regime) {
      case "pl1" -> current == AddressSpace.PL1_SECURE ? AddressSpace.PL1_SECURE : AddressSpace.PL1;
      case "pl1-secure" -> AddressSpace.PL1_SECURE;
      case "hyp" -> AddressSpace.HYP;
      case "stage2" -> AddressSpace.IPA;
      default ->
          throw new UsageException(
              "There is no regime '" + regime + "': pl1, pl1-secure, hyp or stage2.");
    };
  }
}
