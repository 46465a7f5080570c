package org.hypscope.debug.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.hypscope.debug.Breakpoint;
import org.hypscope.debug.Stop;
import org.hypscope.debug.Terms;
import org.hypscope.debug.UnusableTargetException;

/** A stop in a session file: its place, and of its terms those that are not the usual ones. */
final class StopJson {
  private static final String AT = "stop";
  private static final String WHEN = "if";
  private static final String SKIP = "skip";
  private static final String LOG = "log";
  private static final String SAYS = "says";
  private static final String OFF = "off";
  private static final int LONGEST = 1_000;

  private StopJson() {}

  static void write(ObjectNode node, Stop stop) {
    Terms terms = stop.terms();
    if (stop.at() instanceof Breakpoint.Write watch) {
      node.put(SKIP, terms.skip()).put(LOG, terms.log().isPresent());
      WatchJson.write(node, watch);
    } else {
      node.put(AT, stop.at().toString());
      if (terms.skip() != 0) {
        node.put(SKIP, terms.skip());
      }
      if (terms.log().isPresent()) {
        node.put(LOG, true);
      }
    }
    if (!terms.when().isEmpty()) {
      node.put(WHEN, terms.when());
    }
    terms.log().filter(says -> !says.isEmpty()).ifPresent(says -> node.put(SAYS, says));
    if (!terms.enabled()) {
      node.put(OFF, true);
    }
  }

  static Stop read(JsonFields fields) throws UnusableTargetException {
    boolean other = fields.has(AT);
    Breakpoint at = other ? fields.read(AT, SessionWords::breakpoint) : WatchJson.read(fields);
    int skip = other && !fields.has(SKIP) ? 0 : (int) fields.number(SKIP, Integer.MAX_VALUE);
    boolean log = (!other || fields.has(LOG)) && fields.flag(LOG);
    String says = fields.has(SAYS) ? fields.text(SAYS, LONGEST) : "";
    String when = fields.has(WHEN) ? fields.text(WHEN, LONGEST) : "";
    boolean off = fields.has(OFF) && fields.flag(OFF);
    return new Stop(at, new Terms(!off, when, skip, log ? Optional.of(says) : Optional.empty()));
  }
}
