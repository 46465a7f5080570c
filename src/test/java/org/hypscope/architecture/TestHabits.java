package org.hypscope.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** What holds for tests. */
public final class TestHabits {
  private TestHabits() {}

  /** Every rule. */
  public static List<ArchRule> all() {
    return List.of(
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.junit\\.(Assert|jupiter\\.api\\.Assertions)")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("org.hamcrest..")
            .because("one style of assertion is read faster than three: AssertJ"),
        noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .because("a test that sleeps is slow on one machine and wrong on another"),
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.junit.jupiter.api.Disabled")
            .because("a test that does not run protects nothing; a missing tool is an assumption"));
  }
}
