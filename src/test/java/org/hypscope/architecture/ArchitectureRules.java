package org.hypscope.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNCHRONIZED;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Timer;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

/**
 * The directions of the house as rules over the packages below {@code root}, so that the same rules
 * can be shown code that breaks them. A rule that matches no class fails; a room's rules are added
 * with its first class.
 */
public final class ArchitectureRules {
  /** The rooms, each of which may import those before it; the last two are the front doors. */
  public static final List<String> ROOMS =
      List.of("arm", "machine", "time", "debug", "abi", "cli", "ui");

  /** The parts of {@code arm}. */
  public static final List<String> ARM =
      List.of("arch", "decode", "sysreg", "bus", "mmu", "core", "isa");

  private final String root;

  /** The rules for the packages below {@code root}. */
  public ArchitectureRules(String root) {
    this.root = root;
  }

  /** Every rule. */
  public List<ArchRule> all() {
    List<ArchRule> rules = new ArrayList<>();
    ROOMS.stream().limit(ROOMS.size() - 1L).forEach(room -> rules.add(onlyLeft(room)));
    rules.addAll(insideArm());
    rules.addAll(ui());
    rules.addAll(monopolies());
    rules.addAll(determinism());
    rules.addAll(habits());
    return rules;
  }

  private ArchRule onlyLeft(String room) {
    List<String> right = ROOMS.subList(ROOMS.indexOf(room) + 1, ROOMS.size());
    return noClasses()
        .that()
        .resideInAPackage(in(room))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(in(right))
        .because("rooms stack in one direction, so that " + room + " can be read without " + right);
  }

  private List<ArchRule> insideArm() {
    return List.of(
        armPartSees("arch", List.of(), "the manual's names stand on nothing"),
        armPartSees("decode", List.of("arch"), "decoding knows encodings, not what they do"),
        armPartSees("sysreg", List.of("arch"), "register rows are data; effects live in core"),
        armPartSees("bus", List.of("arch"), "a bus carries accesses and knows no core"),
        armPartSees(
            "mmu",
            List.of("arch", "sysreg", "bus"),
            "translation knows registers and physical memory, not instructions"),
        armPartSees(
            "core",
            List.of("arch", "decode", "sysreg", "bus", "mmu"),
            "a core is given its decoder, so that isa can be replaced or grow"),
        armPartSees(
            "isa",
            List.of("arch", "decode", "core"),
            "a row binds a form to an operation and needs nothing else"),
        noClasses()
            .that()
            .resideInAPackage(in("machine.device"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(in("arm.core"), in("arm.mmu"))
            .because("devices raise lines and answer accesses, whoever makes them"));
  }

  private ArchRule armPartSees(String part, List<String> allowed, String reason) {
    String[] others =
        ARM.stream()
            .filter(other -> !other.equals(part) && !allowed.contains(other))
            .map(other -> in("arm." + other))
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(in("arm." + part))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .because(reason);
  }

  private List<ArchRule> ui() {
    String ui = in("ui");
    return List.of(
        noClasses()
            .that()
            .resideInAPackage(ui)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                in("arm.core"), in("arm.mmu"), in("arm.isa"), in("arm.bus"), in("machine"))
            .because("the window shows immutable records of debug, never the live machine"),
        noClasses()
            .that()
            .resideInAPackage(ui)
            .should()
            .dependOnClassesThat(
                describe(
                    "are in time, other than Mark",
                    type -> inside("time").test(type) && !type.getSimpleName().equals("Mark")))
            .because("the window names instants; the timeline reaches it as a record"),
        noClasses()
            .that()
            .resideInAPackage(ui)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(in("cli"))
            .because("the front doors never see each other; Main joins them"),
        noClasses()
            .that()
            .resideInAPackage(ui)
            .and()
            .haveSimpleNameEndingWith("Model")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..")
            .because("a model is tested without a window: it has properties, not controls"),
        noClasses()
            .that()
            .doNotHaveSimpleName("FxBridge")
            .should()
            .callMethodWhere(
                describe(
                    "is Platform.runLater",
                    call ->
                        call.getName().equals("runLater")
                            && call.getTargetOwner()
                                .getName()
                                .equals("javafx.application.Platform")))
            .because("one bridge shows the newest snapshot once a frame in every pane"));
  }

  private List<ArchRule> monopolies() {
    return List.of(
        only(List.of("ui"), "javafx..", "org.controlsfx..", "org.fxmisc..", "atlantafx..")
            .because("commands run where there is no display, and Main says so when there is none"),
        only(List.of("cli"), "picocli..").because("only the prompt parses a command line"),
        noClasses()
            .that()
            .resideInAPackage(in(""))
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.(net\\.(http\\..*|.*Socket.*)|nio\\.channels\\..*Socket.*)")
            .because("sockets belong to gdb alone, which is not built yet"),
        noClasses()
            .that()
            .resideOutsideOfPackage(in("cli"))
            .should(ACCESS_STANDARD_STREAMS)
            .because("what a library prints, nobody can redirect"),
        noClasses()
            .that()
            .resideOutsideOfPackages(
                in(
                    List.of(
                        "machine.load",
                        "machine.board",
                        "debug.symbols",
                        "debug.store",
                        "abi.load",
                        "cli",
                        "ui")))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(
                Files.class,
                FileChannel.class,
                FileInputStream.class,
                FileOutputStream.class,
                FileReader.class,
                FileWriter.class,
                RandomAccessFile.class)
            .because("files are read where they are loaded, and their errors told there once"));
  }

  private com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction only(
      List<String> rooms, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(in(rooms))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }

  private List<ArchRule> determinism() {
    String[] engine = in(List.of("arm", "machine", "time"));
    String reason = "a run is a function of its inputs, so that it can be visited again";
    return List.of(
        noClasses()
            .that()
            .resideInAnyPackage(engine)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.concurrent..", "java.time..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Thread.class, Random.class, Timer.class)
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because(reason),
        noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(engine)
            .should()
            .haveModifier(SYNCHRONIZED)
            .because("one thread owns the machine"),
        noClasses()
            .that()
            .resideOutsideOfPackage(in("debug"))
            .should()
            .callConstructorWhere(
                describe(
                    "makes a thread", call -> call.getTargetOwner().isAssignableTo(Thread.class)))
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Executors.class, ForkJoinPool.class, Timer.class)
            .because("threads are made where the machine's owner is, and nowhere else"));
  }

  private List<ArchRule> habits() {
    return List.of(
        fields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(in(""))
            .and()
            .areStatic()
            .should()
            .beFinal()
            .because("a mutable static is state that no fork and no test can have its own copy of"),
        noClasses()
            .that()
            .resideInAPackage(in(""))
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.lang.reflect..")
            .because("code that waits or looks behind types hides what it depends on"));
  }

  private DescribedPredicate<JavaClass> inside(String room) {
    return JavaClass.Predicates.resideInAPackage(in(room));
  }

  private String in(String room) {
    return room.isEmpty() ? root + ".." : root + "." + room + "..";
  }

  private String[] in(List<String> rooms) {
    return rooms.stream().map(this::in).toArray(String[]::new);
  }
}
