package org.hypscope.ui.kernel;

import java.util.EnumMap;
import java.util.Map;
import java.util.prefs.Preferences;
import org.hypscope.ui.kernel.KernelEntries.Entry;

/** What was entered last to boot a kernel, remembered between runs. */
public final class LastKernel {
  private static final String KEY = "kernel.";

  /** Null to remember nothing beyond this run. */
  private final Preferences store;

  private KernelEntries entries;

  /** The entries remembered in {@code store}. */
  public LastKernel(Preferences store) {
    this.store = store;
    Map<Entry, String> texts = new EnumMap<>(Entry.class);
    if (store != null) {
      for (Entry each : Entry.values()) {
        texts.put(each, store.get(key(each), ""));
      }
    }
    entries = new KernelEntries(texts);
  }

  /** None yet, and none will be remembered beyond this run. */
  public static LastKernel none() {
    return new LastKernel(null);
  }

  /** What was entered last. */
  public KernelEntries entries() {
    return entries;
  }

  /** Remembers {@code entered}; a text too long for the store is remembered in this run only. */
  public void keep(KernelEntries entered) {
    entries = entered;
    for (Entry each : Entry.values()) {
      String text = entered.text(each);
      if (store != null && text.length() <= Preferences.MAX_VALUE_LENGTH) {
        store.put(key(each), text);
      }
    }
  }

  private static String key(Entry entry) {
    return KEY + entry.name().toLowerCase(java.util.Locale.ROOT);
  }
}
