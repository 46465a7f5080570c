package org.hypscope.debug.symbols.unwind;

/**
 * What several pieces of code share (CIE).
 *
 * @param codeFactor by which distances in code are multiplied
 * @param dataFactor by which distances in the frame are multiplied
 * @param returnColumn the register that holds the return address
 * @param encoding how addresses are written
 * @param augmented whether each entry has augmentation data to pass over
 * @param signal whether its frames are of code that was interrupted
 * @param from offset of its instructions
 * @param to offset after them
 */
record CommonEntry(
    long codeFactor,
    long dataFactor,
    int returnColumn,
    int encoding,
    boolean augmented,
    boolean signal,
    int from,
    int to) {
  private static final int ADDRESS_BYTES = 4;

  /**
   * Reads one, from after its id.
   *
   * @param section where the section lies in memory
   */
  static CommonEntry read(ByteReader entry, int section) {
    int version = entry.u8();
    if (version != 1 && version != 3 && version != 4) {
      throw new BadTableException("CIE version " + version);
    }
    String augmentation = entry.text();
    if (version == 4 && (entry.u8() != ADDRESS_BYTES || entry.u8() != 0)) {
      throw new BadTableException("addresses of another size");
    }
    long code = entry.uleb();
    long data = entry.sleb();
    int column = version == 1 ? entry.u8() : (int) entry.uleb();
    boolean augmented = augmentation.startsWith("z");
    int encoding = Encoding.ABSOLUTE;
    if (augmented) {
      encoding = encoding(entry.part(entry.uleb()), augmentation, section);
    } else if (!augmentation.isEmpty() && !augmentation.startsWith("armcc")) {
      throw new BadTableException("augmentation " + augmentation);
    }
    int from = entry.at();
    while (entry.hasMore()) {
      entry.u8();
    }
    boolean signal = augmented && augmentation.indexOf('S') > 0;
    return new CommonEntry(code, data, column, encoding, augmented, signal, from, entry.at());
  }

  private static int encoding(ByteReader data, String augmentation, int section) {
    int encoding = Encoding.ABSOLUTE;
    for (char each : augmentation.substring(1).toCharArray()) {
      switch (each) {
        case 'R' -> encoding = data.u8();
        case 'P' -> Encoding.read(data, data.u8() & ~0xf0, section);
        case 'L' -> data.u8();
        case 'S' -> {}
        default -> {
          return encoding;
        }
      }
    }
    return encoding;
  }
}
