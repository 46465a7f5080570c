package org.hypscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.hypscope.architecture.ArchitectureRules;
import org.hypscope.architecture.TestHabits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the house see only what they may see; every rule is shown code that breaks it. */
class ArchitectureTest {
  private static final String ROOT = "org.hypscope";
  private static final String BROKEN = "org.hypscope.architecture.broken";
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);
  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/architecture/broken/"))
          .withImportOption(location -> !location.contains("jmh_generated"))
          .importPackages(ROOT);
  private static final JavaClasses SEEDED = new ClassFileImporter().importPackages(BROKEN);

  static Stream<ArchRule> rules() {
    return new ArchitectureRules(ROOT).all().stream();
  }

  static Stream<ArchRule> rulesForBrokenCode() {
    return Stream.concat(new ArchitectureRules(BROKEN).all().stream(), habitsOfTests());
  }

  static Stream<ArchRule> habitsOfTests() {
    return TestHabits.all().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theProgramKeepsTheRule(ArchRule rule) {
    rule.check(MAIN);
  }

  @ParameterizedTest
  @MethodSource("habitsOfTests")
  void testsKeepTheRule(ArchRule rule) {
    rule.check(TESTS);
  }

  @ParameterizedTest
  @MethodSource("rulesForBrokenCode")
  void theRuleFailsOnCodeThatBreaksIt(ArchRule rule) {
    assertThat(rule.evaluate(SEEDED).hasViolation()).as(rule.getDescription()).isTrue();
  }

  @Test
  void everyRoomHasItsRules() {
    assertThat(packagesBelow(ROOT).toList())
        .containsExactlyInAnyOrderElementsOf(ArchitectureRules.ROOMS);
    assertThat(packagesBelow(ROOT + ".arm").toList())
        .containsExactlyInAnyOrderElementsOf(ArchitectureRules.ARM);
  }

  @Test
  void onlyMainStandsOutsideTheRooms() {
    assertThat(MAIN.getPackage(ROOT).getClasses())
        .extracting(JavaClass::getSimpleName)
        .containsExactly("Main");
  }

  private static Stream<String> packagesBelow(String parent) {
    return MAIN.getPackage(parent).getSubpackages().stream().map(JavaPackage::getRelativeName);
  }
}
