package org.hypscope.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hypscope.machine.Machine;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.BoardTree;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.fdt.Fdt;
import org.hypscope.machine.load.BootFiles;
import org.hypscope.machine.load.ImageLoader;
import org.hypscope.machine.load.LoadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** U-Boot runs from flash to its prompt and obeys, with the same text as on QEMU. */
class FirmwareBootTest {
  private static final String ASKS = "stop autoboot:  2";
  private static final String PROMPT = "=> ";
  private static final String COMMAND = "echo $arch $board ; version";
  private static final String ENDS = "Binutils";
  private static final long SLICE = 1_000_000;
  private static final long MOST = 1_000_000_000;

  @Test
  void firmwareComesToItsPromptAndObeys(@TempDir Path folder) throws Exception {
    Tools.assume(Tools.QEMU);
    Path image = SystemSoftware.folder().resolve("u-boot.bin");
    Path tree = folder.resolve("board.dtb");
    Files.write(tree, Fdt.write(BoardTree.of(Boards.standard())));
    String ours = onTheCore(image, tree);
    assertThat(ours).contains("U-Boot 20", "arm qemu-arm");
    assertThat(withoutCountdown(ours)).isEqualTo(withoutCountdown(onQemu(image, tree)));
  }

  /** A busy machine types late, while U-Boot counts down from two seconds. */
  private static String withoutCountdown(String text) {
    return text.replaceAll("(stop autoboot:)[ 0-9\b]*", "$1");
  }

  private static String onTheCore(Path image, Path tree) throws Exception {
    Board board = Boards.standard();
    BootFiles files = BootFiles.none().withDeviceTree(tree);
    Machine machine =
        Machine.create(board, ImageLoader.load(image, LoadOptions.on(board).loadAt(0).with(files)));
    runTo(machine, ASKS);
    machine.type(new byte[] {' '});
    runTo(machine, PROMPT);
    machine.type((COMMAND + "\r").getBytes(StandardCharsets.US_ASCII));
    runTo(machine, ENDS);
    runTo(machine, PROMPT);
    return machine.console().text();
  }

  private static void runTo(Machine machine, String text) {
    long limit = machine.core().retired() + MOST;
    int from = machine.console().text().length();
    while (machine.console().text().indexOf(text, Math.max(0, from - text.length())) < 0) {
      assertThat(machine.core().retired()).as(machine.console().text()).isLessThan(limit);
      machine.run(SLICE, null);
    }
  }

  /** QEMU's time does not run ahead of the clock on the wall, by which the key is typed. */
  private static String onQemu(Path image, Path tree) throws IOException {
    List<String> command =
        List.of(
            ("qemu-system-arm -icount shift=0,sleep=on -cpu cortex-a15"
                    + " -M virt,virtualization=on,gic-version=2,dtb-randomness=off"
                    + " -display none -monitor none -nic none -serial stdio -bios "
                    + image
                    + " -dtb "
                    + tree)
                .split(" "));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (InputStream out = process.getInputStream();
        OutputStream in = process.getOutputStream()) {
      StringBuilder text = new StringBuilder();
      readTo(ASKS, out, text);
      in.write(' ');
      in.flush();
      readTo(PROMPT, out, text);
      in.write((COMMAND + "\r").getBytes(StandardCharsets.US_ASCII));
      in.flush();
      readTo(ENDS, out, text);
      readTo(PROMPT, out, text);
      return text.toString().replace("\r", "");
    } finally {
      process.destroyForcibly();
    }
  }

  private static void readTo(String end, InputStream from, StringBuilder text) throws IOException {
    int start = text.length();
    while (text.indexOf(end, start) < 0) {
      int c = from.read();
      assertThat(c).as("QEMU ended: " + text).isNotNegative();
      text.append((char) c);
    }
  }
}
