package org.hypscope.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In every theme, text can be read on what it stands on: WCAG 2's ratios, AA and AAA. */
class ContrastTest {
  private static final Path FOLDER = Path.of("assets/themes");
  private static final Pattern COLOUR = Pattern.compile("(-hs-[a-z-]+): *(#[0-9a-f]{6});");
  private static final Pattern RULE = Pattern.compile("\\{([^}]*)\\}");
  private static final Pattern TEXT = Pattern.compile("-fx-(?:text-)?fill: *(-hs-[a-z-]+);");
  private static final Pattern GROUND = Pattern.compile("-fx-background-color: *(-hs-[a-z-]+);");

  /** What is written in the colours of no mark on what has no mark. */
  private static final List<String> PLAIN_TEXT = List.of("text", "muted", "ok", "warn", "stop");

  private static final List<String> PLAIN_GROUND = List.of("bg", "pane", "raised");

  private record Pair(String text, String ground) {}

  @ParameterizedTest
  @EnumSource(Theme.class)
  void textCanBeRead(Theme theme) throws IOException {
    Map<String, String> colours = colours(theme);
    double least = theme == Theme.HIGH_CONTRAST ? 7 : 4.5;
    assertThat(tooWeak(colours, pairs(), least)).as("pairs below " + least).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void theRingAndTheFocusAreSeen(Theme theme) throws IOException {
    Set<Pair> marks = new LinkedHashSet<>();
    for (String ground : List.of("bg", "pane", "changed")) {
      marks.add(new Pair("-hs-ring", "-hs-" + ground));
    }
    marks.add(new Pair("-hs-focus", "-hs-pane"));
    assertThat(tooWeak(colours(theme), marks, 3)).isEmpty();
  }

  @Test
  void aPairThatIsTooWeakIsFound() {
    Map<String, String> colours = Map.of("-hs-a", "#777777", "-hs-b", "#ffffff");
    Set<Pair> pair = Set.of(new Pair("-hs-a", "-hs-b"));
    assertThat(tooWeak(colours, pair, 4.5)).containsExactly("-hs-a on -hs-b: 4.48");
    assertThat(tooWeak(colours, pair, 4.4)).isEmpty();
  }

  /** Every text with its ground that a rule of the style sheets names, and the plain ones. */
  private static Set<Pair> pairs() throws IOException {
    Set<Pair> pairs = new LinkedHashSet<>();
    for (String sheet : List.of("hypscope.css", "views.css")) {
      Matcher rule = RULE.matcher(Files.readString(FOLDER.resolve(sheet)));
      while (rule.find()) {
        Matcher text = TEXT.matcher(rule.group(1));
        Matcher ground = GROUND.matcher(rule.group(1));
        if (text.find() && ground.find()) {
          pairs.add(new Pair(text.group(1), ground.group(1)));
        }
      }
    }
    assertThat(pairs).as("what the sheets name").hasSizeGreaterThan(20);
    for (String text : PLAIN_TEXT) {
      PLAIN_GROUND.forEach(ground -> pairs.add(new Pair("-hs-" + text, "-hs-" + ground)));
    }
    Stream.of("selected", "pc", "ok-soft", "warn-soft", "stop-soft")
        .forEach(ground -> pairs.add(new Pair("-hs-text", "-hs-" + ground)));
    Stream.of("ok", "stop").forEach(t -> pairs.add(new Pair("-hs-" + t, "-hs-" + t + "-soft")));
    return pairs;
  }

  private static List<String> tooWeak(Map<String, String> colours, Set<Pair> pairs, double least) {
    List<String> weak = new ArrayList<>();
    for (Pair pair : pairs) {
      double ratio = ratio(colours.get(pair.text), colours.get(pair.ground));
      if (ratio < least) {
        weak.add(String.format("%s on %s: %.2f", pair.text, pair.ground, ratio));
      }
    }
    return weak;
  }

  private static Map<String, String> colours(Theme theme) throws IOException {
    Map<String, String> colours = new LinkedHashMap<>();
    Matcher matcher = COLOUR.matcher(Files.readString(FOLDER.resolve(theme.id() + ".css")));
    while (matcher.find()) {
      colours.put(matcher.group(1), matcher.group(2));
    }
    return colours;
  }

  private static double ratio(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * linear(rgb >> 16 & 0xff)
        + 0.7152 * linear(rgb >> 8 & 0xff)
        + 0.0722 * linear(rgb & 0xff);
  }

  private static double linear(int channel) {
    double part = channel / 255.0;
    return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
