package org.hypscope.ui.chrome;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.hypscope.abi.HvbarOwner;
import org.hypscope.debug.CoreView;
import org.hypscope.debug.Snapshot;

/** Which core the panes show, and a line on each; not there where the machine has one core. */
public final class CorePicker {
  private final IntConsumer pick;
  private final MenuButton button = new MenuButton();

  /** A picker that hands the number of the core chosen to {@code pick}. */
  public CorePicker(IntConsumer pick) {
    this.pick = pick;
    button.setId("core-picker");
    button.getStyleClass().addAll("tool-button", "core-picker");
    button.setMinWidth(Region.USE_PREF_SIZE);
    show(null, List.of());
  }

  /** The button. */
  public Region node() {
    return button;
  }

  /** Shows the cores of {@code snapshot}, null for none, and who owns HVBAR of each. */
  public void show(Snapshot snapshot, List<Optional<HvbarOwner>> owners) {
    boolean several = snapshot != null && snapshot.cores().size() > 1;
    button.setVisible(several);
    button.setManaged(several);
    if (!several) {
      return;
    }
    ToggleGroup group = new ToggleGroup();
    button.getItems().clear();
    for (CoreView core : snapshot.cores()) {
      Optional<HvbarOwner> owner =
          core.number() < owners.size() ? owners.get(core.number()) : Optional.empty();
      RadioMenuItem item = new RadioMenuItem(line(core, owner, snapshot));
      item.setId("core-" + core.number());
      item.setMnemonicParsing(false);
      item.setToggleGroup(group);
      item.setSelected(core.number() == snapshot.core());
      item.setOnAction(event -> pick.accept(core.number()));
      button.getItems().add(item);
    }
    CoreView shown = snapshot.cores().get(snapshot.core());
    button.setText("Core " + shown.number() + ", " + shown.state().words());
    String all = lines(snapshot, owners);
    button.setTooltip(new Tooltip(all));
    button.getTooltip().getStyleClass().add("machine");
    button.setAccessibleText("Core that is looked at: " + all);
  }

  private static String lines(Snapshot snapshot, List<Optional<HvbarOwner>> owners) {
    StringBuilder text = new StringBuilder();
    for (CoreView core : snapshot.cores()) {
      Optional<HvbarOwner> owner =
          core.number() < owners.size() ? owners.get(core.number()) : Optional.empty();
      text.append(text.length() == 0 ? "" : "\n").append(line(core, owner, snapshot));
    }
    return text.toString();
  }

  /** State, mode, boot mode, PC and HVBAR with its owner, in columns. */
  static String line(CoreView core, Optional<HvbarOwner> owner, Snapshot snapshot) {
    String boot = core.boot().map(b -> "booted in " + b.mode()).orElse("never on");
    return String.format(
            "%d  %-14s  %-3s  %-13s  PC %08x %-24s  HVBAR %08x %s",
            core.number(),
            core.state().words(),
            core.mode(),
            boot,
            core.pc(),
            snapshot.symbols().describe(core.pc()),
            core.hvbar(),
            owner.map(HvbarOwner::label).orElse(""))
        .stripTrailing();
  }
}
