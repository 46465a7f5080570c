package org.hypscope.ui.hypercall;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import org.hypscope.abi.CallerChoice;
import org.hypscope.ui.WorkbenchState;

/** Lets a person say which convention the caller speaks. */
final class CallerChooser extends ComboBox<String> {
  private static final String AS_IT_FITS = "as it fits";
  private boolean following;

  CallerChooser(WorkbenchState state, List<String> contractIds) {
    super(FXCollections.observableArrayList(AS_IT_FITS));
    getItems().addAll(contractIds);
    setId("caller-chooser");
    setAccessibleText("The convention that the caller is taken to speak");
    setFocusTraversable(true);
    follow(state.callerChoice().get());
    state.callerChoice().addListener((o, was, is) -> follow(is));
    getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, was, is) -> {
              if (!following && is != null) {
                state.choose(choice(is));
              }
            });
  }

  private void follow(CallerChoice choice) {
    following = true;
    getSelectionModel().select(choice.contractId().orElse(AS_IT_FITS));
    following = false;
  }

  private static CallerChoice choice(String item) {
    return new CallerChoice(item.equals(AS_IT_FITS) ? Optional.empty() : Optional.of(item));
  }
}
