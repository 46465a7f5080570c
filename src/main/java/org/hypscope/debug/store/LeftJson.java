package org.hypscope.debug.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.hypscope.debug.BranchView;
import org.hypscope.debug.UnusableTargetException;
import org.hypscope.time.InputJournal;
import org.hypscope.time.Mark;

/** A run that was left, in a session file: what came in beyond what it has in common with this. */
final class LeftJson {
  private static final String FROM = "from";
  private static final String END = "end";
  private static final String COMMON = "common";

  private LeftJson() {}

  /** Writes {@code left}, of which each has its first entries from {@code present}. */
  static void write(ArrayNode into, List<BranchView> left, List<InputJournal.Entry> present) {
    for (BranchView each : left) {
      int common = common(each.inputs(), present);
      ObjectNode node = into.addObject();
      node.put(FROM, each.from().toString()).put(END, each.end().toString()).put(COMMON, common);
      JournalJson.write(
          node.putArray(JournalJson.JOURNAL), each.inputs().subList(common, each.inputs().size()));
    }
  }

  private static int common(List<InputJournal.Entry> one, List<InputJournal.Entry> other) {
    int most = Math.min(one.size(), other.size());
    int common = 0;
    while (common < most && one.get(common).equals(other.get(common))) {
      common++;
    }
    return common;
  }

  static BranchView read(JsonFields fields, List<InputJournal.Entry> present)
      throws UnusableTargetException {
    Mark from = fields.read(FROM, SessionWords::mark);
    Mark end = fields.read(END, SessionWords::mark);
    if (end.compareTo(from) < 0) {
      throw fields.defect(END, "is before " + FROM);
    }
    int common = (int) fields.number(COMMON, present.size());
    List<InputJournal.Entry> inputs = new ArrayList<>(present.subList(0, common));
    inputs.addAll(JournalJson.readAll(fields));
    JournalJson.checkOrder(fields, inputs);
    return new BranchView(0, from, end, inputs);
  }
}
