package org.hypscope.ui.code;

import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.hypscope.ui.WorkbenchState;

/** Lets a person choose between disassembly and source. */
final class CodeModeChooser extends ComboBox<CodeMode> {
  CodeModeChooser(WorkbenchState state) {
    getItems().setAll(CodeMode.values());
    setConverter(
        new StringConverter<>() {
          @Override
          public String toString(CodeMode mode) {
            return mode == null ? "" : mode.title();
          }

          @Override
          public CodeMode fromString(String text) {
            return CodeMode.DISASSEMBLY;
          }
        });
    setId("code-mode");
    setAccessibleText("Whether code is shown as disassembly, as source, or as both");
    setFocusTraversable(false);
    setValue(state.codeMode().get());
    state.codeMode().addListener((o, was, is) -> setValue(is));
    valueProperty().addListener((o, was, is) -> state.useCodeMode(is));
  }
}
