package org.hypscope.debug.symbols.dwarf;

import java.util.ArrayList;
import java.util.List;

/** The functions of a unit that have code, and those inlined into them. */
final class Functions {
  private final Unit unit;
  private final List<Code> all = new ArrayList<>();

  private record Code(Entry entry, List<Span> spans) {
    boolean contains(long address) {
      return spans.stream().anyMatch(span -> span.contains(address));
    }
  }

  Functions(Unit unit) {
    this.unit = unit;
    unit.visit(
        (above, each) -> {
          if (isFunction(each)) {
            List<Span> spans = Span.of(each);
            if (!spans.isEmpty()) {
              all.add(new Code(each, spans));
            }
          }
        });
  }

  private static boolean isFunction(Entry entry) {
    return entry.tag() == Names.TAG_SUBPROGRAM || entry.tag() == Names.TAG_INLINED_SUBROUTINE;
  }

  /** Those whose code {@code address} is in: the outermost first. */
  List<Function> at(long address) {
    Entry outer = null;
    List<Function> found = new ArrayList<>();
    for (Code each : all) {
      if (each.contains(address)) {
        outer = each.entry().tag() == Names.TAG_SUBPROGRAM ? each.entry() : outer;
        found.add(function(each.entry(), outer == null ? each.entry() : outer, address));
      }
    }
    return found;
  }

  /** Where the outermost function that {@code address} is in begins; {@code address} for none. */
  long start(long address) {
    for (Code each : all) {
      if (each.entry().tag() == Names.TAG_SUBPROGRAM && each.contains(address)) {
        return each.spans().get(0).start();
      }
    }
    return address;
  }

  private Function function(Entry entry, Entry outer, long address) {
    Locations locations = new Locations(outer, address);
    List<Function.Parameter> parameters = new ArrayList<>();
    for (Entry each : unit.children(entry)) {
      if (each.tag() == Names.TAG_FORMAL_PARAMETER) {
        parameters.add(
            new Function.Parameter(each.name().orElse(""), TypeNames.of(each), locations.of(each)));
      } else if (each.tag() == Names.TAG_UNSPECIFIED_PARAMETERS) {
        Place unknown = new Place.Unavailable("not declared");
        parameters.add(new Function.Parameter("", "...", unknown));
      }
    }
    return new Function(
        entry.name().orElse("?"),
        entry.tag() == Names.TAG_INLINED_SUBROUTINE,
        unit.isAssembly() ? "" : TypeNames.of(entry),
        List.copyOf(parameters));
  }
}
