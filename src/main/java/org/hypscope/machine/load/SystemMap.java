package org.hypscope.machine.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A kernel's {@code System.map}: an address, a letter and a name a line, as {@code nm} prints. */
final class SystemMap {
  private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{8}) ([a-zA-Z]) (\\S+)(\\s.*)?");
  private static final String FUNCTIONS = "tTwW";
  private static final String ABSOLUTE = "aAU";

  private SystemMap() {}

  static ImageSymbols read(String name, byte[] contents) throws ImageException {
    List<ImageSymbol> symbols = new ArrayList<>();
    int number = 0;
    for (String line : new String(contents, StandardCharsets.ISO_8859_1).split("\n")) {
      number++;
      Matcher match = LINE.matcher(line.strip());
      if (!match.matches()) {
        throw new ImageException(
            String.format(
                "%s has no symbol in line %d: give an ELF file or a System.map.", name, number));
      }
      if (!ABSOLUTE.contains(match.group(2)) && !match.group(3).startsWith("$")) {
        symbols.add(symbol(match));
      }
    }
    return ImageSymbols.listed(symbols);
  }

  private static ImageSymbol symbol(Matcher line) {
    int address = Integer.parseUnsignedInt(line.group(1), 16);
    boolean function = FUNCTIONS.contains(line.group(2));
    boolean thumb = function && (address & 1) != 0;
    return new ImageSymbol(line.group(3), thumb ? address & ~1 : address, 0, 0, function, thumb);
  }
}
