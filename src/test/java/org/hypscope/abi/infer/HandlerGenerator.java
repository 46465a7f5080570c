package org.hypscope.abi.infer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes up handlers: a convention by lot, as assembly and as the contract that it must have. */
final class HandlerGenerator {
  private static final List<String> EXTRA = List.of("r5", "r6", "r9", "r10", "r11");

  private final Random random;
  private final boolean thumb;
  private final boolean mmu;
  private final int selector;
  private final int error;
  private final List<Integer> numbers = new ArrayList<>();
  private final StringBuilder code = new StringBuilder();
  private final StringBuilder calls = new StringBuilder();
  private String less = "blo";

  /**
   * A made-up handler.
   *
   * @param code its source, after {@code odd.inc}
   * @param contract its contract, as YAML
   */
  record Made(String code, String contract) {}

  private HandlerGenerator(long seed) {
    this.random = new Random(seed);
    this.thumb = random.nextBoolean();
    this.mmu = random.nextInt(4) == 0;
    this.selector = List.of(0, 0, 0, 1, 3, 4, 7, 8, 12).get(random.nextInt(9));
    this.error = List.of(-1, -38, 0x0badca11, 0x1234_0000, 0xffff).get(random.nextInt(5));
  }

  /** The handler of {@code seed}: always the same. */
  static Made make(long seed) {
    return new HandlerGenerator(seed).make();
  }

  private Made make() {
    int count = 2 + random.nextInt(5);
    int dispatch = random.nextInt(7);
    boolean dense = dispatch < 2;
    int first = dense ? List.of(0, 0, 1, 16, 0x40).get(random.nextInt(5)) : 0;
    for (int n = 0; n < count; n++) {
      numbers.add(dense ? first + n : sparse());
    }
    line("start thumb=" + (thumb ? 1 : 0) + ", mmu=" + (mmu ? 1 : 0));
    line(thumb ? ".thumb_func" : "");
    line(".type handler, %function");
    label("handler");
    dispatch(dispatch, first, count);
    for (int n = 0; n < count; n++) {
      label("call" + n);
      call(n);
    }
    label("bad");
    line("ldr r0, =" + error);
    line("eret");
    line(".ltorg");
    String contract =
        "id: made\ntitle: made\nkernel: none\nsource: none\nowner: stub\nbad-call: "
            + error
            + "\ncalls:\n"
            + calls;
    return new Made(code.toString(), contract);
  }

  private int sparse() {
    int number;
    do {
      number =
          switch (random.nextInt(4)) {
            case 0 -> random.nextInt(64);
            case 1 -> -1 - random.nextInt(8);
            case 2 -> 0x8400_0000 + random.nextInt(32);
            default -> random.nextInt();
          };
    } while (numbers.contains(number));
    return number;
  }

  private void line(String text) {
    code.append("    ").append(text).append('\n');
  }

  private void label(String name) {
    code.append(name).append(":\n");
  }

  private String r() {
    return "r" + selector;
  }

  private void dispatch(int kind, int first, int count) {
    switch (kind) {
      case 0 -> table(first, count);
      case 1 -> branchTable(first, count);
      case 2 -> chain("cmp");
      case 3 -> chain("teq");
      case 4 -> countdown();
      case 5 -> search();
      default -> tree(sorted(), "t");
    }
    if (kind != 1 && kind != 0) {
      line("b bad");
    }
    if (kind == 5) {
      line(".balign 4");
      label("list");
      for (int n = 0; n < numbers.size(); n++) {
        line(".word " + numbers.get(n) + ", call" + n + (thumb ? " + 1" : ""));
      }
      line(".word 0, 0");
    }
  }

  private void table(int first, int count) {
    line("push {r10, r11}");
    line("sub r10, " + r() + ", #" + first);
    line("cmp r10, #" + count);
    line("bhs 1f");
    line("adr r11, 2f");
    line("ldr r11, [r11, r10, lsl #2]");
    line("str r11, [sp, #-4]");
    line("pop {r10, r11}");
    line("ldr pc, [sp, #-12]");
    label("1");
    line("pop {r10, r11}");
    line("b bad");
    line(".balign 4");
    label("2");
    for (int n = 0; n < count; n++) {
      line(".word call" + n + (thumb ? " + 1" : ""));
    }
  }

  private void branchTable(int first, int count) {
    line("push {r11}");
    line("sub r11, " + r() + ", #" + first);
    line("cmp r11, #" + count);
    line("bhs 1f");
    if (thumb) {
      line("tbh [pc, r11, lsl #1]");
      label("2");
      for (int n = 0; n < count; n++) {
        line(".short (3f - 2b) / 2 + 3 * " + n);
      }
      label("3");
      for (int n = 0; n < count; n++) {
        line("ldr r11, [sp], #4");
        line("b.n call" + n);
      }
    } else {
      line("add pc, pc, r11, lsl #3");
      line("nop");
      for (int n = 0; n < count; n++) {
        line("pop {r11}");
        line("b call" + n);
      }
    }
    label("1");
    line(thumb ? "ldr r11, [sp], #4" : "pop {r11}");
    line("b bad");
  }

  private void chain(String compare) {
    for (int n = 0; n < numbers.size(); n++) {
      line("push {r11}");
      line("ldr r11, =" + numbers.get(n));
      line(compare + " " + r() + ", r11");
      line(thumb ? "ldr r11, [sp], #4" : "pop {r11}");
      line("beq call" + n);
    }
  }

  /** From number to number by subtraction; the register is put back before the call. */
  private void countdown() {
    int before = 0;
    line("push {r10, r11}");
    line("mov r10, " + r());
    for (int n = 0; n < numbers.size(); n++) {
      line("ldr r11, =" + (numbers.get(n) - before));
      line("subs r10, r10, r11");
      line("beq 1f");
      before = numbers.get(n);
      line("b 2f");
      label("1");
      line("pop {r10, r11}");
      line("b call" + n);
      label("2");
    }
    line("pop {r10, r11}");
  }

  private void search() {
    line("push {r9, r10, r11}");
    line("adr r9, list");
    label("1");
    line("ldr r10, [r9], #4");
    line("ldr r11, [r9], #4");
    line("cmp r11, #0");
    line("beq 2f");
    line("cmp r10, " + r());
    line("bne 1b");
    line("str r11, [sp, #-4]");
    line("pop {r9, r10, r11}");
    line("ldr pc, [sp, #-16]");
    label("2");
    line("pop {r9, r10, r11}");
  }

  private List<Integer> sorted() {
    List<Integer> order = new ArrayList<>();
    for (int n = 0; n < numbers.size(); n++) {
      order.add(n);
    }
    boolean signed = random.nextBoolean();
    order.sort(
        (a, b) ->
            signed
                ? Integer.compare(numbers.get(a), numbers.get(b))
                : Integer.compareUnsigned(numbers.get(a), numbers.get(b)));
    less = signed ? "blt" : "blo";
    return order;
  }

  private void tree(List<Integer> order, String name) {
    int middle = order.get(order.size() / 2);
    line("push {r11}");
    line("ldr r11, =" + numbers.get(middle));
    line("cmp " + r() + ", r11");
    line(thumb ? "ldr r11, [sp], #4" : "pop {r11}");
    line("beq call" + middle);
    List<Integer> low = order.subList(0, order.size() / 2);
    List<Integer> high = order.subList(order.size() / 2 + 1, order.size());
    line(less + " " + (low.isEmpty() ? "bad" : name + "l"));
    if (high.isEmpty()) {
      line("b bad");
    } else {
      tree(high, name + "h");
    }
    if (!low.isEmpty()) {
      label(name + "l");
      tree(low, name + "l");
    }
    line("b bad");
  }

  private int input() {
    int input;
    do {
      input = random.nextInt(9);
    } while (input == selector);
    return input;
  }

  private void call(int n) {
    String head = "  - {kind: %s, when: r" + selector + " == " + numbers.get(n);
    int a = input();
    switch (random.nextInt(7)) {
      case 0 -> {
        line("get_hvbar r0");
        end(head.formatted("get-vectors") + ", result: hvbar", "r0");
      }
      case 1 -> {
        line("set_hvbar r" + a);
        String set =
            head.formatted("set-vectors") + ", inputs: {r" + a + ": vectors}, hvbar: r" + a;
        end(set + ", result: same", "");
      }
      case 2 -> {
        boolean build = random.nextBoolean() && thumb;
        line(build ? "orr r" + a + ", #1" : "");
        line("bx r" + a);
        String role = build ? "{role: function, state: build}" : "function";
        calls.append(head.formatted("soft-restart"));
        calls.append(", inputs: {r" + a + ": " + role + "}, returns: false, enters: r" + a + "}\n");
      }
      case 3 -> {
        int value = 1 + random.nextInt(200);
        line("ldr r0, =" + (n * 0x1000 + value));
        end(head.formatted("service") + ", result: " + (n * 0x1000 + value), "r0");
      }
      case 4 -> {
        int from = a == 0 ? 2 : a;
        line("mov r0, r" + from);
        String inputs = from == selector ? "" : ", inputs: {r" + from + ": argument}";
        end(head.formatted("service") + inputs + ", result: r" + from, "r0");
      }
      case 5 -> function(head, a);
      default -> {
        int value = n * 0x1000 + 0x777;
        int from = a == 0 ? 2 : a;
        line("ldr r0, =" + value);
        line("set_hvbar r" + from);
        String inputs = from == selector ? "" : ", inputs: {r" + from + ": vectors}";
        String set = head.formatted("set-vectors") + inputs + ", hvbar: r" + from;
        end(set + ", result: " + value, "r0");
      }
    }
  }

  private void function(String head, int a) {
    line("push {r4, lr}");
    line("mov r4, r" + a);
    boolean shift = random.nextBoolean();
    if (shift) {
      line("mov r0, r1");
      line("mov r1, r2");
      line("mov r2, r3");
    }
    line("blx r4");
    line("pop {r4, lr}");
    StringBuilder inputs = new StringBuilder("r" + a + ": function");
    for (int n = shift ? 1 : 0; n < 4; n++) {
      if (n != a && n != selector) {
        inputs.append(", r" + n + ": argument");
      }
    }
    end(
        head.formatted("call-function") + ", inputs: {" + inputs + "}, result: result",
        "r0, r1, r2, r3, r12");
  }

  private void end(String text, String clobbers) {
    List<String> lost =
        new ArrayList<>(clobbers.isEmpty() ? List.of() : List.of(clobbers.split(", ")));
    List<String> extra = new ArrayList<>(EXTRA);
    Collections.shuffle(extra, random);
    for (String each : extra.subList(0, random.nextInt(3))) {
      if (!each.equals(r())) {
        line("mov " + each + ", #" + random.nextInt(256));
        lost.add(each);
      }
    }
    line("eret");
    calls.append(text).append(", clobbers: [").append(String.join(", ", lost)).append("]}\n");
  }
}
