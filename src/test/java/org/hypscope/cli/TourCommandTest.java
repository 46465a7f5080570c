package org.hypscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tour} lists tours, prints one with the speaker's notes, and checks a user's own. */
class TourCommandTest {
  @Test
  void listsAllAndPrintsOne() {
    assertThat(Prompt.run("tour").out())
        .contains("kdump-k2", "8 stops", "Why kdump dies under KVM before v4.12", "two-guests");
    assertThat(Prompt.run("tour", "kdump-k2").out())
        .contains("4 of 8 at hvc:4  Hypercall: R0", "  | kexec runs the reboot notifiers");
    assertThat(Prompt.run("tour", "kdump-k2", "--format", "markdown").out())
        .startsWith("# Why kdump dies under KVM before v4.12\n");
    assertThat(Prompt.run("tour", "kdump-k2", "--format", "html").out())
        .contains("<h2>Stop 4 at <code>hvc:4</code></h2>");
    assertThat(Prompt.run("tour", "kdump-k2", "--format", "json").json().get(0).get("stops"))
        .hasSize(8);
  }

  @Test
  void checksAUsersFileAndSaysWhatIsWrong(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("own.yaml");
    String good =
        "title: t\nsample: stub-s0\nstops:\n  - {at: 'hvc:1', note: n, expect: [mode=SVC]}\n";
    Files.writeString(file, good);
    Prompt fine = Prompt.run("tour", file.toString(), "--check");
    assertThat(fine.status()).isZero();
    assertThat(fine.out()).isEqualTo("own: 1 stops, there and back, as expected\n");
    Files.writeString(file, good.replace("SVC", "HYP"));
    Prompt wrong = Prompt.run("tour", file.toString(), "--check");
    assertThat(wrong.status()).isEqualTo(1);
    assertThat(wrong.out()).contains("own.yaml:4: stop 1 at hvc:1: mode=HYP does not hold");
    Files.writeString(file, good.replace("at:", "et:"));
    Prompt broken = Prompt.run("tour", file.toString());
    assertThat(broken.status()).isEqualTo(2);
    assertThat(broken.err()).contains("own.yaml:4:", "unknown key");
  }

  @Test
  void saysWhatIsNoTour() {
    assertThat(Prompt.run("tour", "nonsense").err()).contains("There is no tour 'nonsense'");
    assertThat(Prompt.run("tour", "none.yaml").err()).contains("There is no file none.yaml");
    assertThat(Prompt.run("open", "tour:nonsense").err()).contains("There is no tour 'nonsense'");
    assertThat(Prompt.run("open", "tour:kdump-k2:99").err()).contains("has 8 stops, not 99");
  }
}
