package org.hypscope.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Instruction words as people and tools write them, line by line. A line holds nothing, or any of:
 * words of up to eight hexadecimal digits, with or without {@code 0x}; for T32 also halfwords of up
 * to four digits, a wide instruction being {@code f000f801} or {@code f000 f801}; or bytes in the
 * order of memory, as {@code [0x03,0x10,0x82,0xe0]} or as two-digit numbers. A comment begins with
 * {@code #}, {@code //}, {@code @} or {@code ;}. A line of a listing, which is an address with a
 * colon, a tab, words and perhaps another tab with a text, is taken for its words.
 *
 * <p>Halfwords that stand alone may make a wide instruction with the next one, on the next line
 * too; a longer word or a list of bytes is whole in itself.
 */
final class HexWords {
  private static final Pattern LIST =
      Pattern.compile("\\[\\s*(0[xX][0-9a-fA-F]{1,2}\\s*(?:,\\s*0[xX][0-9a-fA-F]{1,2}\\s*)*),?\\]");
  private static final Pattern LISTING = Pattern.compile("\\s*[0-9a-fA-F]+:\\t([^\\t]*)(?:\\t.*)?");
  private static final Pattern COMMENT = Pattern.compile("(#|//|@|;).*");
  private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");
  private static final int FIRST_WIDE = 0b11101;

  private final boolean thumb;
  private final Sink sink;
  private int pending = -1;

  /** Takes one instruction: {@code size} is 4, or 2 for a narrow T32 instruction. */
  interface Sink {
    void accept(int word, int size);
  }

  /** Reads A32 words, or T32 halfwords if {@code thumb}, and hands each instruction on. */
  HexWords(boolean thumb, Sink sink) {
    this.thumb = thumb;
    this.sink = sink;
  }

  /**
   * Takes one line, all of it or nothing.
   *
   * @throws UsageException where something in it is no word
   */
  void line(String line) {
    Matcher list = LIST.matcher(line);
    if (list.find()) {
      bytes(tokens(list.group(1)));
      return;
    }
    String words = LISTING.matcher(line).replaceFirst("$1");
    List<String> tokens = tokens(COMMENT.matcher(words).replaceFirst(""));
    tokens.forEach(HexWords::number); // "adc r1, r2" begins with a word and is none
    if (tokens.size() > 1 && tokens.stream().allMatch(token -> digits(token).length() == 2)) {
      bytes(tokens);
    } else {
      tokens.forEach(this::token);
    }
  }

  /** Says that no halfword follows: hands on the first half of a wide instruction that is left. */
  void end() {
    if (pending >= 0) {
      sink.accept(pending, 2);
      pending = -1;
    }
  }

  private static List<String> tokens(String text) {
    return SEPARATOR.splitAsStream(text).filter(token -> !token.isEmpty()).toList();
  }

  private static String digits(String token) {
    return token.startsWith("0x") || token.startsWith("0X") ? token.substring(2) : token;
  }

  private void token(String token) {
    int word = number(token);
    if (!thumb) {
      sink.accept(word, 4);
    } else if (digits(token).length() > 4) {
      end();
      halfword(word >>> 16);
      halfword(word & 0xffff);
      end();
    } else {
      halfword(word);
    }
  }

  private void bytes(List<String> tokens) {
    int size = thumb ? 2 : 4;
    if (tokens.size() % size != 0) {
      throw new UsageException(
          "%d bytes are no whole number of %s: %s"
              .formatted(tokens.size(), thumb ? "halfwords" : "words", String.join(" ", tokens)));
    }
    end();
    for (int i = 0; i < tokens.size(); i += size) {
      int word = 0;
      for (int n = size - 1; n >= 0; n--) {
        word = word << 8 | number(tokens.get(i + n));
      }
      if (thumb) {
        halfword(word);
      } else {
        sink.accept(word, 4);
      }
    }
    end();
  }

  private void halfword(int halfword) {
    if (pending >= 0) {
      sink.accept(pending << 16 | halfword, 4);
      pending = -1;
    } else if (halfword >>> 11 >= FIRST_WIDE) {
      pending = halfword;
    } else {
      sink.accept(halfword, 2);
    }
  }

  private static int number(String token) {
    String digits = digits(token);
    try {
      if (!digits.isEmpty() && digits.length() <= 8) {
        return Integer.parseUnsignedInt(digits, 16);
      }
    } catch (NumberFormatException e) {
      throw notAWord(token);
    }
    throw notAWord(token);
  }

  private static UsageException notAWord(String token) {
    return new UsageException(
        "'"
            + token
            + "' is no word: write up to eight hexadecimal digits, or bytes as [0x..,0x..].");
  }
}
