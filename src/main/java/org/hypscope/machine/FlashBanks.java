package org.hypscope.machine;

import java.util.List;
import org.hypscope.machine.board.Range;
import org.hypscope.machine.device.FlashCommands;
import org.hypscope.machine.device.State;
import org.hypscope.machine.device.Stateful;

/** The commands of a board's flash banks. */
final class FlashBanks implements Stateful {
  private final List<Range> places;
  private final List<FlashCommands> banks;

  /** {@code changed} is told when a bank's contents come or go. */
  FlashBanks(List<Range> places, Runnable changed) {
    this.places = places;
    this.banks = places.stream().map(each -> new FlashCommands(changed)).toList();
  }

  /** Whether {@code address} lies in a bank that answers a command instead of its contents. */
  boolean answersAt(long address) {
    int bank = at(address);
    return bank >= 0 && !banks.get(bank).showsContents();
  }

  int read(long address, int size) {
    int bank = at(address);
    return banks.get(bank).read((int) (address - places.get(bank).start()), size);
  }

  /** Writes where there is a bank; whether there is. */
  boolean write(long address, int value) {
    int bank = at(address);
    if (bank >= 0) {
      banks.get(bank).write(value);
    }
    return bank >= 0;
  }

  private int at(long address) {
    for (int n = 0; n < places.size(); n++) {
      if (places.get(n).contains(address)) {
        return n;
      }
    }
    return -1;
  }

  @Override
  public void exchange(State state) {
    banks.forEach(each -> each.exchange(state));
  }
}
