package org.hypscope.arm.isa;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** GNU objdump as an oracle: turns words into its text, one line a word. */
final class Objdump {
  private static final String PROGRAM = "arm-linux-gnueabihf-objdump";

  private Objdump() {}

  static boolean isThere() {
    try {
      Process process = new ProcessBuilder(PROGRAM, "--version").redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The lines after address and word, tabs as they are; word n lies at address 4n. */
  static List<String> disassemble(List<Integer> words) throws IOException {
    Path file = Files.createTempFile("words", ".bin");
    try {
      ByteBuffer bytes = ByteBuffer.allocate(words.size() * 4).order(ByteOrder.LITTLE_ENDIAN);
      words.forEach(bytes::putInt);
      Files.write(file, bytes.array());
      return lines(file);
    } finally {
      Files.delete(file);
    }
  }

  private static List<String> lines(Path file) throws IOException {
    Process process =
        new ProcessBuilder(PROGRAM, "-D", "-z", "-b", "binary", "-marm", file.toString()).start();
    String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    for (String line : all.split("\n")) {
      String[] parts = line.split("\t", 3);
      if (parts.length == 3 && parts[0].trim().endsWith(":")) {
        lines.add(parts[2]);
      }
    }
    return lines;
  }
}
