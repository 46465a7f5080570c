package org.hypscope.cli;

import java.io.PrintWriter;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.hypscope.arm.arch.Bits;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.TimelineView;
import org.hypscope.debug.TraceEvent;

/** A run as other viewers read it: one instruction is a nanosecond. */
record Recording(Snapshot end) {
  private static final double NANOS_A_MICROSECOND = 1000.0;
  private static final int MODE_BITS = 5;
  private static final int WORD = 32;

  /** What {@code trace} prints. */
  void jsonLines(PrintWriter out) {
    EventLines lines = new EventLines(end);
    end.timeline().events().forEach(event -> out.println(lines.json(event)));
  }

  /**
   * The trace event format of chrome://tracing and Perfetto: a span for each stay in a mode and
   * each value of HVBAR, a mark for each event, and how long each call took. Calls of a guest and
   * of its host overlap without being nested, so these are asynchronous.
   */
  void chrome(PrintWriter out) {
    out.print("{\"displayTimeUnit\":\"ns\",\"traceEvents\":[");
    out.print(
        new Json()
            .put("name", "process_name")
            .put("ph", "M")
            .put("pid", 0)
            .put("args", new Json().put("name", end.imageName())));
    for (int core = 0; core < end.cores().size(); core++) {
      TimelineView view = end.of(core).timeline();
      thread(out, 2 * core, "core " + core + " mode");
      thread(out, 2 * core + 1, "core " + core + " HVBAR");
      view.spans()
          .forEach(
              span ->
                  span(
                      out,
                      2 * view.core(),
                      span.mode().name(),
                      span.from().retired(),
                      span.to().retired()));
      hvbar(view, out);
    }
    end.timeline().events().forEach(event -> out.print("," + instant(event)));
    end.timeline().events().stream().filter(TraceEvent::isCall).forEach(event -> call(event, out));
    out.println("]}");
  }

  private static void thread(PrintWriter out, int thread, String name) {
    out.print(
        ","
            + new Json()
                .put("name", "thread_name")
                .put("ph", "M")
                .put("pid", 0)
                .put("tid", thread)
                .put("args", new Json().put("name", name)));
  }

  private void hvbar(TimelineView view, PrintWriter out) {
    for (int n = 0; n < view.hvbarChanges().size(); n++) {
      TimelineView.HvbarChange change = view.hvbarChanges().get(n);
      boolean last = n + 1 == view.hvbarChanges().size();
      long to = (last ? view.end() : view.hvbarChanges().get(n + 1).at()).retired();
      String symbol = end.symbols().describe(change.value());
      String name = Bits.hex(change.value()) + (symbol.isEmpty() ? "" : " " + symbol);
      span(out, 2 * view.core() + 1, name, change.at().retired(), to);
    }
  }

  private static void span(PrintWriter out, int thread, String name, long from, long to) {
    out.print(
        ","
            + new Json()
                .put("name", name)
                .put("ph", "X")
                .put("ts", from / NANOS_A_MICROSECOND)
                .put("dur", (to - from) / NANOS_A_MICROSECOND)
                .put("pid", 0)
                .put("tid", thread));
  }

  private Json instant(TraceEvent event) {
    return new Json()
        .put("name", event.kind())
        .put("ph", "i")
        .put("s", "t")
        .put("ts", event.at() / NANOS_A_MICROSECOND)
        .put("pid", 0)
        .put("tid", 2 * event.core())
        .put("args", new EventLines(end).json(event));
  }

  private void call(TraceEvent event, PrintWriter out) {
    boolean returned = event.ret() != null;
    String caller = event.symbol().isEmpty() ? Bits.hex(event.pc()) : event.symbol();
    String name = event.kind() + " of " + caller + (returned ? "" : ", has not returned");
    long to = returned ? event.ret().at() : end.end().retired();
    out.print("," + edge(event, name, "b", event.at()));
    out.print("," + edge(event, name, "e", to));
  }

  private static Json edge(TraceEvent event, String name, String phase, long at) {
    return new Json()
        .put("name", name)
        .put("cat", "call")
        .put("ph", phase)
        .put("id", event.n())
        .put("ts", at / NANOS_A_MICROSECOND)
        .put("pid", 0)
        .put("tid", 2 * event.core());
  }

  /** A value change dump (IEEE 1364): mode, HVBAR and a pulse for each HVC, a core each. */
  void vcd(PrintWriter out) {
    out.println("$timescale 1 ns $end");
    for (int core = 0; core < end.cores().size(); core++) {
      out.printf("$scope module core%d $end%n", core);
      out.printf("$var wire %d m%d mode $end%n", MODE_BITS, core);
      out.printf("$var wire %d v%d hvbar $end%n", WORD, core);
      out.printf("$var event 1 h%d hvc $end%n", core);
      out.println("$upscope $end");
    }
    out.println("$enddefinitions $end");
    TreeMap<Long, StringBuilder> changes = new TreeMap<>();
    for (int n = 0; n < end.cores().size(); n++) {
      TimelineView view = end.of(n).timeline();
      view.spans().forEach(span -> mode(view.core(), span, at(changes, span.from().retired())));
      view.hvbarChanges()
          .forEach(
              change ->
                  at(changes, change.at().retired())
                      .append(binary(change.value(), WORD))
                      .append(" v" + view.core() + "\n"));
    }
    end.timeline().events().stream()
        .filter(TraceEvent::isHvc)
        .forEach(event -> at(changes, event.at()).append("1h" + event.core() + "\n"));
    changes.forEach((time, text) -> out.print("#" + time + "\n" + text));
    out.println("#" + end.end().retired());
  }

  private static StringBuilder at(TreeMap<Long, StringBuilder> changes, long time) {
    return changes.computeIfAbsent(time, t -> new StringBuilder());
  }

  private static void mode(int core, TimelineView.Span span, StringBuilder text) {
    text.append(binary(span.mode().encoding(), MODE_BITS)).append(" m" + core + "\n");
  }

  private static String binary(int value, int width) {
    String digits = Integer.toBinaryString(value);
    int from = Math.max(0, digits.length() - width);
    return "b" + digits.substring(from);
  }

  /** How a recording is written. Lower case, because that is how it is typed. */
  enum As {
    /** {@link #jsonLines}. */
    jsonl(Recording::jsonLines),
    /** {@link #vcd}. */
    vcd(Recording::vcd),
    /** {@link #chrome}. */
    chrome(Recording::chrome);

    private final BiConsumer<Recording, PrintWriter> writer;

    As(BiConsumer<Recording, PrintWriter> writer) {
      this.writer = writer;
    }

    void write(Recording recording, PrintWriter out) {
      writer.accept(recording, out);
    }
  }
}
