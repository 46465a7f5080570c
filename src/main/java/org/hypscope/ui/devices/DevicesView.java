package org.hypscope.ui.devices;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import org.hypscope.debug.DeviceView;
import org.hypscope.ui.View;
import org.hypscope.ui.WhenSeen;
import org.hypscope.ui.WorkbenchState;

/** Interrupt controller, timers, UART, clock and power in words, with what a step changed. */
public final class DevicesView implements View {
  private final WorkbenchState state;
  private final DevicesModel model;
  private final FlowPane cards = new FlowPane();
  private final Label empty = new Label(emptySentence());
  private final StackPane node = new StackPane();
  private final WhenSeen seen;

  /** A view of {@code model} that follows {@code state}. */
  public DevicesView(WorkbenchState state, DevicesModel model) {
    this.state = state;
    this.model = model;
    empty.getStyleClass().add("empty-sentence");
    cards.getStyleClass().add("devices");
    cards.setRowValignment(VPos.TOP);
    ScrollPane scroll = new ScrollPane(cards);
    scroll.setId("devices");
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.visibleProperty().bind(empty.visibleProperty().not());
    node.getChildren().addAll(scroll, empty);
    node.setMinSize(0, 0);
    seen = new WhenSeen(node, this::fill);
    state.snapshot().addListener((o, was, is) -> seen.outdated());
    fill();
  }

  @Override
  public String title() {
    return "Devices";
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public String asText() {
    seen.fillNow();
    return model.asMarkdown();
  }

  @Override
  public String emptySentence() {
    return "Open an image to see interrupts, timers and the UART of its board.";
  }

  private void fill() {
    model.show(state.snapshot().get());
    List<DeviceView> devices = model.devices().get();
    empty.setVisible(devices.isEmpty());
    for (int n = 0; n < devices.size(); n++) {
      if (n < cards.getChildren().size()) {
        ((DeviceCard) cards.getChildren().get(n)).show(devices.get(n));
      } else {
        cards.getChildren().add(new DeviceCard(devices.get(n)));
      }
    }
    cards.getChildren().remove(devices.size(), cards.getChildren().size());
  }
}
