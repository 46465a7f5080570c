package org.hypscope.ui.chrome;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.hypscope.abi.HvbarOwner;
import org.hypscope.debug.Snapshot;
import org.hypscope.ui.command.Command;

/** Menus, the buttons of the run, the machine's chips and the way into the palette. */
public final class TopBar {
  private final Consumer<Command> perform;
  private final Map<Command, Button> buttons = new EnumMap<>(Command.class);
  private final Map<Command, MenuItem> items = new EnumMap<>(Command.class);
  private final MachineChips chips = new MachineChips();
  private final CorePicker cores;
  private final MenuBar menus = new MenuBar();
  private final Button palette = paletteButton();
  private final HBox tools;
  private final HBox bar;

  /**
   * A bar whose menus and buttons hand commands to {@code perform}, and the number of a core that
   * is picked to {@code pick}.
   */
  public TopBar(Consumer<Command> perform, IntConsumer pick) {
    this.perform = perform;
    this.cores = new CorePicker(pick);
    for (Command.Group group : Command.Group.values()) {
      menus.getMenus().add(menu(group));
    }
    menus.setMinWidth(Region.USE_PREF_SIZE);
    tools =
        new HBox(
            2,
            back(Command.RUN_BACK, "\u00ab"),
            back(Command.STEP_BACK, "\u2039"),
            button(Command.STEP_INTO, "Into"),
            button(Command.STEP_OVER, "Over"),
            button(Command.STEP_OUT, "Out"),
            gap(),
            back(Command.PREVIOUS_HVC, "\u2039"),
            button(Command.NEXT_HVC, "Next HVC"),
            button(Command.TO_ERET, "To ERET"),
            button(Command.RUN, "Run"));
    tools.setAlignment(javafx.geometry.Pos.CENTER);
    tools.setMinWidth(Region.USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    bar = new HBox(menus, tools, space, cores.node(), chips.node(), palette);
    bar.getStyleClass().add("top-bar");
  }

  /** The bar. */
  public Region node() {
    return bar;
  }

  /** Shows {@code snapshot}'s state in the chips; null takes chips and buttons of the run away. */
  public void show(Snapshot snapshot) {
    chips.show(snapshot);
    tools.setVisible(snapshot != null);
  }

  /** Shows the cores of {@code snapshot} and who owns HVBAR of each. */
  public void showCores(Snapshot snapshot, List<Optional<HvbarOwner>> owners) {
    cores.show(snapshot, owners);
    // A small window has no room for all words beside the cores.
    palette.setText(cores.node().isVisible() ? "Find" : "Find anything");
  }

  /** Takes the menus away, or brings them back: presenter mode hides chrome. */
  public void hideMenus(boolean hidden) {
    menus.setVisible(!hidden);
    menus.setManaged(!hidden);
  }

  /** Offers {@code command} or not. */
  public void enable(Command command, boolean enabled) {
    items.get(command).setDisable(!enabled);
    Button button = buttons.get(command);
    if (button != null) {
      button.setDisable(!enabled);
    }
  }

  private Menu menu(Command.Group group) {
    Menu menu = new Menu(group.title());
    for (Command command : Command.values()) {
      if (command.group() == group) {
        String key = command.key().map(k -> "   " + k.label()).orElse("");
        MenuItem item = new MenuItem(command.title() + key);
        item.setOnAction(event -> perform.accept(command));
        items.put(command, item);
        menu.getItems().add(item);
      }
    }
    return menu;
  }

  private Button button(Command command, String text) {
    Button button = new Button(text, keyHint(command));
    button.setContentDisplay(ContentDisplay.RIGHT);
    button.getStyleClass().add("tool-button");
    button.setId("tool-" + command.name());
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setTooltip(new Tooltip(command.title()));
    button.setAccessibleText(command.title());
    button.setOnAction(event -> perform.accept(command));
    buttons.put(command, button);
    return button;
  }

  /** Between those that step and those that run: a line would take room that small windows lack. */
  private static Region gap() {
    Region gap = new Region();
    gap.getStyleClass().add("tool-gap");
    return gap;
  }

  /** A way back beside the way forth: its key, with Shift, is told by its tip. */
  private Button back(Command command, String arrow) {
    Button button = button(command, arrow);
    button.setGraphic(null);
    String key = command.key().map(k -> "  " + k.label()).orElse("");
    button.setTooltip(new Tooltip(command.title() + key));
    return button;
  }

  private Button paletteButton() {
    Button button = button(Command.PALETTE, "Find anything");
    button.getStyleClass().setAll("button", "palette-button");
    return button;
  }

  private static Label keyHint(Command command) {
    Label key = new Label(command.key().map(k -> k.label()).orElse(""));
    key.getStyleClass().add("key");
    return key;
  }
}
