package org.hypscope.ui.dock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of views that are moved, and of arrangements that are written and read. */
class ArrangementTest {
  private static final List<String> VIEWS = List.of("a", "b", "c", "d", "e", "f", "g", "h");
  private static final String FOUR = "dock1 column(8000 row(3000 [a] 7000 [b c]) 2000 [d])";

  /** Each line: from where, what is done with which view, at which other, and what comes of it. */
  @ParameterizedTest
  @CsvSource({
    "into,  d, b, 'dock1 row(3000 [a] 7000 [b c d*])'",
    "into,  a, d, 'dock1 column(8000 [b c] 2000 [d a*])'",
    "into,  e, a, 'dock1 column(8000 row(3000 [a e*] 7000 [b c]) 2000 [d])'",
    "into,  a, a, 'dock1 column(8000 row(3000 [a] 7000 [b c]) 2000 [d])'",
    "LEFT,  d, b, 'dock1 row(3000 [a] 3500 [d] 3500 [b c])'",
    "BELOW, c, b, 'dock1 column(8000 row(3000 [a] 7000 column(5000 [b] 5000 [c])) 2000 [d])'",
    "ABOVE, a, d, 'dock1 column(8000 [b c] 1000 [a] 1000 [d])'",
    "RIGHT, a, a, 'dock1 column(8000 row(3000 [a] 7000 [b c]) 2000 [d])'",
    "close, b, b, 'dock1 column(8000 row(3000 [a] 7000 [c]) 2000 [d])'",
    "close, d, d, 'dock1 row(3000 [a] 7000 [b c])'",
    "alone, c, c, 'dock1 [b c*]'",
    "front, c, c, 'dock1 column(8000 row(3000 [a] 7000 [b c*]) 2000 [d])'",
    "wide,  a, a, 'dock1 column(8000 row(6000 [a] 4000 [b c]) 2000 [d])'",
  })
  void viewsMove(String what, String view, String other, String expected) {
    Arrangement from = ArrangementText.parse(FOUR);
    Arrangement to =
        switch (what) {
          case "into" -> from.into(view, other);
          case "close" -> from.close(view);
          case "alone" -> from.alone(view);
          case "front" -> from.inFront(view);
          case "wide" -> from.widened(view, 0.6);
          default -> from.beside(view, Side.valueOf(what), other);
        };

    assertThat(ArrangementText.print(to)).isEqualTo(expected);
  }

  @Test
  void aViewHasAWindowOfItsOwnAndComesBackBesideItsMates() {
    Arrangement home = ArrangementText.parse(FOUR);
    Arrangement floated = home.floated("c", 10, 20, 800, 600);
    assertThat(ArrangementText.print(floated))
        .isEqualTo("dock1 column(8000 row(3000 [a] 7000 [b]) 2000 [d]) window(10 20 800 600 [c])");
    assertThat(floated.isFloating("c")).isTrue();

    assertThat(floated.docked("c", home)).isEqualTo(home.inFront("c"));
    assertThat(home.close("d").docked("d", home).groupOf("d")).contains(group("b", "c", "d"));
  }

  private static Group group(String... views) {
    return new Group(List.of(views), views.length - 1);
  }

  @Test
  void behindATabThatGoesItsNeighbourOnTheLeftComesToTheFront() {
    Arrangement tabs = ArrangementText.parse("dock1 [a b c* d]");
    assertThat(ArrangementText.print(tabs.close("c"))).isEqualTo("dock1 [a b* d]");
    assertThat(ArrangementText.print(tabs.close("a"))).isEqualTo("dock1 [b c* d]");
    assertThat(ArrangementText.print(tabs.close("d"))).isEqualTo("dock1 [a b c*]");
    assertThat(ArrangementText.print(tabs.inFront("a").close("a"))).isEqualTo("dock1 [b c d]");
  }

  @Test
  void allCanBeClosedAndAnyComesBack() {
    Arrangement none = ArrangementText.parse(FOUR);
    for (String view : VIEWS) {
      none = none.close(view);
    }
    assertThat(ArrangementText.print(none)).isEqualTo("dock1 []");
    assertThat(none.docked("c", ArrangementText.parse(FOUR)).views()).containsExactly("c");
    assertThat(none.besideAll("a", Side.LEFT).views()).containsExactly("a");
  }

  @Test
  void theWidthOfAViewIsItsShareOfAllRowsAroundIt() {
    Arrangement four = ArrangementText.parse(FOUR);
    assertThat(four.width("a")).isCloseTo(0.3, within(1e-9));
    assertThat(four.width("d")).isEqualTo(1);
    assertThat(four.width("e")).isZero();
  }

  @Property(tries = 300)
  void whateverIsDoneNoViewIsLostOrDoubledAndTextTellsAll(@ForAll long seed) {
    Random random = new Random(seed);
    Arrangement home = ArrangementText.parse(FOUR);
    Arrangement now = home;
    for (int n = 0; n < 25; n++) {
      Arrangement before = now;
      String view = any(random);
      String other = any(random);
      Side side = Side.values()[random.nextInt(4)];
      now =
          switch (random.nextInt(8)) {
            case 0 -> now.into(view, random.nextInt(4), other);
            case 1, 2 -> now.beside(view, side, other);
            case 3 -> now.besideAll(view, side);
            case 4 -> now.floated(view, random.nextInt(3000) - 500, 7, 500, 400);
            case 5 -> now.docked(view, home);
            case 6 -> now.close(view);
            default -> now.inFront(view);
          };
      Set<String> expected = new HashSet<>(before.views());
      expected.addAll(now.views());
      expected.removeAll(before.views());
      assertThat(expected).as("only the one that is moved appears").isSubsetOf(view);
      Set<String> gone = new HashSet<>(before.views());
      gone.removeAll(now.views());
      assertThat(gone).as("only the one that is closed goes").isSubsetOf(view);
      assertThat(ArrangementText.parse(ArrangementText.print(now))).isEqualTo(now);
    }
  }

  private static String any(Random random) {
    return VIEWS.get(random.nextInt(VIEWS.size()));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'dock1'",
    "'0.5 0.76;0.34 0.7;0.3;0.862', 'where ''0'' stands'",
    "'dock2 [a]', 'dock1'",
    "'dock1', '['",
    "'dock1 [a', ']'",
    "'dock1 [a] [b]', the end",
    "'dock1 [a a]', one place only",
    "'dock1 row(5000 [a] 5000 [a])', one place only",
    "'dock1 row(5000 [a])', two parts or more",
    "'dock1 row(5000 [a] 5000 [])', has views",
    "'dock1 row(5000 [a] 5000 row(5000 [b] 5000 [c]))', split otherwise",
    "'dock1 row(0 [a] 5000 [b])', from 1 to",
    "'dock1 row([a] [b])', a number",
    "'dock1 [a] window(0 0 5 5 [b])', no screen",
    "'dock1 [a] window(0 0 500 500 [])', of its own has views",
    "'dock1 [A]', no part",
    "'dock1 row(1 [a] 1 [b]', a number"
  })
  void textThatTellsNoArrangementIsRefusedWithASentence(String text, String words) {
    assertThatThrownBy(() -> ArrangementText.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
    assertThat(ArrangementText.read(text, Set.copyOf(VIEWS))).isEmpty();
  }

  @Test
  void hugeAndDeepTextIsRefused() {
    String huge = "dock1 [" + "a ".repeat(ArrangementText.LONGEST) + "]";
    assertThatThrownBy(() -> ArrangementText.parse(huge)).hasMessageContaining("no longer than");
    String deep = "dock1 " + "row(1 [a] 1 column(1 [b] 1 ".repeat(200);
    assertThatThrownBy(() -> ArrangementText.parse(deep)).hasMessageContaining("less deep");
  }

  @Test
  void viewsThatAreUnknownAreLeftOutAndAloneAreNoArrangement() {
    assertThat(ArrangementText.read(FOUR, Set.of("a", "d")).map(ArrangementText::print))
        .contains("dock1 column(8000 [a] 2000 [d])");
    assertThat(ArrangementText.read(FOUR, Set.of("x"))).isEmpty();
  }

  @Property(tries = 500)
  void anyTextIsReadOrRefused(@ForAll @StringLength(max = 60) String noise) {
    assertThat(ArrangementText.read(noise, Set.copyOf(VIEWS))).isEmpty();
  }

  @Property(tries = 500)
  void aTextThatWasDamagedIsReadOrRefused(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> tokens = new ArrayList<>(List.of(FOUR.split("(?<=[ (\\[])|(?=[)\\]])")));
    Collections.swap(tokens, random.nextInt(tokens.size()), random.nextInt(tokens.size()));
    tokens.remove(random.nextInt(tokens.size()));
    ArrangementText.read(String.join("", tokens), Set.copyOf(VIEWS))
        .ifPresent(
            read -> assertThat(ArrangementText.parse(ArrangementText.print(read))).isEqualTo(read));
  }
}
