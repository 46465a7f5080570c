package org.hypscope.ui.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The table of commands. */
class CommandKeysTest {
  @Test
  void noTwoCommandsShareAKey() {
    assertThat(Arrays.stream(Command.values()).map(Command::key).flatMap(Optional::stream))
        .extracting(Key::label)
        .doesNotHaveDuplicates();
  }

  @Test
  void aKeyThatWritesTextIsLeftToTextFields() {
    assertThat(Arrays.stream(Command.values()).map(Command::key).flatMap(Optional::stream))
        .filteredOn(key -> key.label().length() == 1)
        .allMatch(Key::ownedByText);
  }
}
