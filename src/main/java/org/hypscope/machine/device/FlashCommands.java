package org.hypscope.machine.device;

/**
 * What a bank of two 16-bit NOR flash devices side by side, of Intel's command set, answers beside
 * its contents: CFI queries, identification, status (JEDEC JESD68). Its contents are protected: a
 * program or erase ends with an error.
 */
public final class FlashCommands implements Stateful {
  private static final int QUERY = 0x98;
  private static final int IDENTIFY = 0x90;
  private static final int READ_STATUS = 0x70;
  private static final int CLEAR_STATUS = 0x50;
  private static final int READ_ARRAY = 0xff;
  private static final int LOCK = 0x60;
  private static final int READY = 0x80;
  private static final int PROGRAM_ERROR = 0x12;
  private static final int ERASE_ERROR = 0x22;
  private static final int MANUFACTURER = 0x89;
  private static final int DEVICE = 0x18;

  /** The words of a query from 0x10, by JESD68 and Intel's extended table at 0x31. */
  private static final int[] TABLE = table();

  private final Runnable changed;
  private int mode = READ_ARRAY;
  private int status = READY;
  private boolean locks;

  /** A bank that shows its contents; {@code changed} is told when it does, or does so no more. */
  public FlashCommands(Runnable changed) {
    this.changed = changed;
  }

  /** Whether reads see the contents. */
  public boolean showsContents() {
    return mode == READ_ARRAY;
  }

  /** What is read at {@code offset} of the bank where {@link #showsContents} is false. */
  public int read(int offset, int size) {
    int half =
        switch (mode) {
          case QUERY -> offset >>> 2 < TABLE.length ? TABLE[offset >>> 2] : 0;
          case IDENTIFY -> identity(offset >>> 2 & 0xff);
          default -> status;
        };
    return (half | half << 16) & -1 >>> 32 - 8 * size;
  }

  private static int identity(int word) {
    return switch (word) {
      case 0 -> MANUFACTURER;
      case 1 -> DEVICE;
      default -> 0;
    };
  }

  /** A command is written. */
  public void write(int value) {
    int command = value & 0xff;
    if (locks) {
      locks = false;
      return;
    }
    switch (command) {
      case QUERY, IDENTIFY, READ_STATUS -> enter(command);
      case CLEAR_STATUS -> {
        status = READY;
        enter(READ_ARRAY);
      }
      case LOCK -> {
        locks = true;
        enter(READ_STATUS);
      }
      case 0x10, 0x40, 0xe8 -> refuse(PROGRAM_ERROR);
      case 0x20 -> refuse(ERASE_ERROR);
      case 0x00, 0xf0, READ_ARRAY -> enter(READ_ARRAY);
      default -> {}
    }
  }

  private void refuse(int error) {
    status = READY | error;
    enter(READ_STATUS);
  }

  private void enter(int next) {
    boolean shown = showsContents();
    mode = next;
    if (shown != showsContents()) {
      changed.run();
    }
  }

  private static int[] table() {
    int[] words = new int[0x52];
    put(words, 0x10, 'Q', 'R', 'Y', 0x01, 0x00, 0x31, 0x00);
    put(words, 0x1b, 0x45, 0x55);
    put(words, 0x1f, 7, 7, 10, 0, 4, 4, 4, 0);
    put(words, 0x27, 25, 2, 0, 11, 0);
    put(words, 0x2c, 1, 0xff, 0x00, 0x00, 0x02);
    put(words, 0x31, 'P', 'R', 'I', '1', '0');
    words[0x3f] = 1;
    return words;
  }

  private static void put(int[] words, int at, int... values) {
    System.arraycopy(values, 0, words, at, values.length);
  }

  @Override
  public void exchange(State state) {
    mode = state.value(mode);
    status = state.value(status);
    locks = state.value(locks);
  }
}
