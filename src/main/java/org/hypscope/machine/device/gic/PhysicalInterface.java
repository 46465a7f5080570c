package org.hypscope.machine.device.gic;

/** GICC: one core's interface to the distributor's interrupts. */
final class PhysicalInterface extends CpuInterface {
  private static final int WRITABLE = 0x21f;
  private static final int IDENTIFICATION = 0x0002043b;
  private static final int ID = 0x3ff;

  private final InterruptTable table;
  private final Distributor distributor;

  PhysicalInterface(Gic gic, int core, InterruptTable table, Distributor distributor) {
    super(gic, core, 8, WRITABLE, new ActivePriorities(128, true));
    this.table = table;
    this.distributor = distributor;
  }

  @Override
  int best() {
    int best = NONE;
    int highest = IDLE;
    for (int word = 0; word < table.words(); word++) {
      int slot = table.slot(word, core);
      int left = table.pending(word, core) & table.enabled[slot] & ~table.active[slot];
      for (; left != 0; left &= left - 1) {
        int id = word * 32 + Integer.numberOfTrailingZeros(left);
        int priority = table.priority(id, core);
        if (priority < highest && comesHere(id) && distributor.forwards(group(id))) {
          best = id;
          highest = priority;
        }
      }
    }
    return best;
  }

  private boolean comesHere(int id) {
    return id < 32 || (table.targets(id) >>> core & 1) != 0;
  }

  @Override
  int priority(int id) {
    return table.priority(id, core);
  }

  @Override
  int group(int id) {
    return table.test(table.group, id, core) ? 1 : 0;
  }

  @Override
  int identity(int id) {
    return id < InterruptTable.SGIS ? id | lowestSender(id) << 10 : id;
  }

  private int lowestSender(int sgi) {
    int senders = table.senders(sgi, core);
    return senders == 0 ? 0 : Integer.numberOfTrailingZeros(senders);
  }

  @Override
  void activate(int id) {
    table.set(table.active, id, core, true);
    if (id < InterruptTable.SGIS) {
      int senders = table.senders(id, core);
      table.setSenders(id, core, senders & senders - 1);
    } else {
      table.set(table.latched, id, core, false);
    }
  }

  @Override
  int activeById(int id) {
    return table.exists(id) ? id : NONE;
  }

  /** As EOI of a virtual interrupt with HW does too. */
  @Override
  void deactivate(int value) {
    int id = value & ID;
    if (table.exists(id)) {
      table.set(table.active, id, core, false);
    }
  }

  @Override
  int identification() {
    return IDENTIFICATION;
  }
}
