package org.hypscope.ui.translation;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.hypscope.debug.AddressSpace;
import org.hypscope.debug.WalkView;

/** A walk drawn from left to right: the address, a card a descriptor, and what came of it. */
final class WalkPane extends VBox {
  WalkPane() {
    getStyleClass().add("walk");
  }

  /** Draws {@code walk}; null leaves the pane empty. */
  void show(WalkView walk) {
    getChildren().clear();
    if (walk == null) {
      return;
    }
    stage(walk.space().name(walk.address()), walk.address(), walk.steps());
    walk.ipa().ifPresent(ipa -> stage(AddressSpace.IPA.name(ipa), ipa, walk.stage2()));
    getChildren().add(result(walk));
  }

  private void stage(String name, long address, List<WalkView.Step> steps) {
    if (steps.isEmpty()) {
      return;
    }
    FlowPane cards = new FlowPane();
    cards.getStyleClass().add("walk-cards");
    steps.forEach(step -> cards.getChildren().add(new StepCard(step)));
    getChildren().addAll(new AddressBits(name, address, steps), cards);
  }

  private static Node result(WalkView walk) {
    VBox box = new VBox();
    box.getStyleClass().addAll("walk-result", walk.fault().isPresent() ? "fault" : "fine");
    walk.physical()
        .ifPresent(
            pa -> box.getChildren().add(label(AddressSpace.PHYSICAL.name(pa), "walk-value")));
    walk.attributes()
        .forEach(each -> box.getChildren().add(label(WalkText.line(each), "walk-meaning")));
    walk.fault().ifPresent(fault -> fault(box, fault));
    return box;
  }

  private static void fault(VBox box, WalkView.Fault fault) {
    box.getChildren()
        .addAll(label(fault.text(), "walk-kind"), label(fault.taken(), "walk-meaning"));
    for (WalkView.Register each : fault.registers()) {
      String line = String.format("%-5s 0x%08x  %s", each.name(), each.value(), each.meaning());
      box.getChildren().add(label(line.stripTrailing(), "walk-field"));
    }
  }

  private static Label label(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    label.setWrapText(true);
    return label;
  }
}
