package org.hypscope.abi.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.hypscope.abi.AbiEngine;
import org.hypscope.abi.MatrixImages;
import org.hypscope.abi.Outcome;
import org.hypscope.debug.Target;
import org.hypscope.debug.UnusableTargetException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Kexec and kdump go as the mail of 2017 tells, and as history went after it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PathRunTest {
  private static final AbiEngine ENGINE = AbiEngine.withBuiltIns();
  private static final List<String> STUBS = List.of("S0", "S1", "S3", "S4", "S5");
  private static final List<String> KVMS = List.of("none", "K1", "K2", "K2b", "K4");

  private List<Path> arm;
  private List<Path> thumb;

  @BeforeAll
  void execute() {
    arm = PathRun.run(image("paths-arm"), ENGINE, id -> true);
    thumb = PathRun.run(image("paths-thumb"), ENGINE, id -> true);
  }

  private static Target image(String name) {
    try {
      return Target.of(name, MatrixImages.elf(name).orElseThrow(), Target.Options.standard());
    } catch (UnusableTargetException e) {
      throw new AssertionError(e);
    }
  }

  private Path arm(String stub, String kvm, Scenario scenario) {
    return arm.stream()
        .filter(path -> path.id().equals(new PathId("paths-arm", stub, kvm, scenario)))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(Path path) {
    return path.steps().stream().map(PathStep::name).toList();
  }

  @Test
  void everyStubGoesUnderEveryKvmInBothWaysAndBothBuildsAgree() {
    assertThat(arm).hasSize(STUBS.size() * KVMS.size() * 2).hasSameSizeAs(thumb);
    for (int n = 0; n < arm.size(); n++) {
      assertThat(thumb.get(n).id().symbol()).isEqualTo(arm.get(n).id().symbol());
      assertThat(thumb.get(n).end()).as(arm.get(n).id().symbol()).isEqualTo(arm.get(n).end());
      assertThat(names(thumb.get(n))).isEqualTo(names(arm.get(n)));
    }
  }

  @Test
  void kexecRunsTheNotifiersAndGivesHvbarBackBeforeTheRestart() {
    Path path = arm("S1", "K2", Scenario.KEXEC);

    assertThat(names(path))
        .containsSubsequence(
            "kernel_restart_prepare",
            "reboot_notifiers",
            "kvm_reboot",
            "hardware_disable",
            "cpu_hyp_reset",
            "K2 reset by a function",
            "machine_kexec",
            "S1 soft-restart",
            "new_kernel");
    assertThat(path.steps().stream().map(step -> step.owner().label()).distinct())
        .containsExactly("S1", "I2", "K2");
    assertThat(path.broken()).isEmpty();
    assertThat(path.end()).isEqualTo(PathEnd.IN_HYP);
  }

  @Test
  void kdumpOfTheMailRunsNoNotifierAndBreaksAtTheRestart() {
    Path path = arm("S1", "K2", Scenario.KDUMP);

    assertThat(names(path)).contains("crash_kexec").doesNotContain("kvm_reboot", "cpu_hyp_reset");
    PathStep broken = path.broken().orElseThrow();
    assertThat(broken.name()).isEqualTo("S1 soft-restart");
    assertThat(broken.owner().label()).isEqualTo("K2");
    assertThat(broken.outcome()).contains(Outcome.WILD_BRANCH);
    assertThat(path.end()).isEqualTo(PathEnd.STOPPED);
    assertThat(path.command(broken))
        .isEqualTo("run paths-arm --entry path_S1_K2_kdump --to hvc:4 --registers");
  }

  @Test
  void bothWorkSinceTheNumbersWereAgreedOn() {
    for (Scenario scenario : Scenario.values()) {
      Path path = arm("S4", "K4", scenario);
      assertThat(path.broken()).isEmpty();
      assertThat(path.end()).isEqualTo(PathEnd.IN_HYP);
      assertThat(path.sentence()).contains("in HYP").contains("the stub's (S4)");
    }
  }

  @Test
  void beforeTheRestartTheNewKernelWasEnteredInSvcUnderTheOldVectors() {
    Path path = arm("S0", "K2", Scenario.KDUMP);

    assertThat(path.end()).isEqualTo(PathEnd.IN_SVC);
    assertThat(path.sentence()).contains("in SVC").contains("vectors_K2").contains("overwrite");
  }

  @Test
  void aPairDivergesWhereOnlyOneRunsTheNotifiers() {
    PathPair pair = PathPair.of(arm("S4", "K4", Scenario.KEXEC), arm("S4", "K4", Scenario.KDUMP));

    PathPair.Row first = pair.rows().get(pair.divergence().orElseThrow());
    assertThat(first.name()).isEqualTo("kernel_restart_prepare");
    assertThat(first.right()).isEmpty();
    assertThat(pair.rows().get(pair.rows().size() - 1).same()).isTrue();
  }

  @Test
  void aPathBesideItselfDoesNotDiverge() {
    Path path = arm("S3", "K1", Scenario.KDUMP);

    assertThat(PathPair.of(path, path).divergence()).isEmpty();
    assertThat(PathPair.of(path, path).rows()).hasSameSizeAs(path.steps());
  }

  @Test
  void conventionsThatDifferStandBesideEachOther() {
    PathPair pair = PathPair.of(arm("S1", "K2", Scenario.KEXEC), arm("S4", "K4", Scenario.KEXEC));

    assertThat(pair.rows().stream().map(PathPair.Row::name))
        .contains("S1 set-vectors | S4 set-vectors", "S1 soft-restart | S4 soft-restart");
    assertThat(pair.divergence()).hasValue(0);
  }

  @Test
  void anImageWithoutPathsIsRefused() {
    assertThatThrownBy(() -> PathRun.run(image("matrix-arm"), ENGINE, id -> true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("matrix-arm")
        .hasMessageContaining("path_STUB_KVM_SCENARIO");
    assertThat(PathId.of("x", "path_S1_K2_sideways")).isEqualTo(Optional.empty());
  }
}
