package org.hypscope.debug.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Chars;
import org.hypscope.debug.MarkExpression;
import org.hypscope.time.Mark;
import org.junit.jupiter.api.Test;

/** A coordinate that was printed is read as the same one; anything else is refused. */
class CoordinateTest {
  @Property(seed = "11")
  void whatIsPrintedIsReadAsTheSame(@ForAll("coordinates") Coordinate coordinate) {
    assertThat(Coordinate.looksLike(coordinate.toString())).isTrue();
    assertThat(Coordinate.parse(coordinate.toString())).isEqualTo(coordinate);
  }

  @Property(seed = "12")
  void anyTextIsReadOrRefused(@ForAll String text) {
    try {
      Coordinate read = Coordinate.parse("hs1:" + text);
      assertThat(Coordinate.parse(read.toString())).isEqualTo(read);
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).endsWith(".");
    }
  }

  @Property(seed = "13")
  void whatLooksLikeOneIsReadOrRefused(
      @ForAll @Chars({'a', 'h', 'v', 'c', '@', '#', ':', '+', '.', '-', '0', '9', ' '})
          String text) {
    anyTextIsReadOrRefused("a@" + text);
    anyTextIsReadOrRefused("kdump-k2@hvc:" + text);
  }

  @Test
  void coordinatesAreShort() {
    Coordinate hvc = Coordinate.parse(" hs1:kdump-k2@hvc:3 ");
    assertThat(hvc)
        .isEqualTo(
            new Coordinate("kdump-k2", new MarkExpression.Event("hvc", 3, 0), Optional.empty()));
    Coordinate view = Coordinate.parse("hs1:kdump-k2@12345.1#vectors");
    assertThat(view.at()).isEqualTo(MarkExpression.at(new Mark(12345, 1)));
    assertThat(view.view()).contains("vectors");
    assertThat(view).hasToString("hs1:kdump-k2@12345.1#vectors");
    assertThat(view.isHash()).isFalse();
  }

  @Test
  void anImageIsMeantByTheFirstDigitsOfItsHash() {
    Coordinate hash = Coordinate.parse("hs1:0123456789ab@end");
    assertThat(hash.isHash()).isTrue();
    assertThat(hash.means("0123456789ab" + "f".repeat(52))).isTrue();
    assertThat(hash.means("1123456789ab" + "f".repeat(52))).isFalse();
  }

  @Test
  void whatIsNoCoordinateIsRefused() {
    for (String text :
        new String[] {
          "",
          "hs1:",
          "hs2:kdump-k2@1",
          "hs1:kdump-k2",
          "hs1:@1",
          "hs1:a@",
          "hs1:a@hvc:0",
          "hs1:a@-1",
          "hs1:A@1",
          "hs1:a@1#",
          "hs1:a@1#B",
          "hs1:a@1@2",
          "hs1:a@99999999999999999999"
        }) {
      assertThatIllegalArgumentException().as(text).isThrownBy(() -> Coordinate.parse(text));
    }
  }

  @Test
  void aViewIsNamedByAWord() {
    assertThat(Coordinate.word("HYP registers")).isEqualTo("hyp-registers");
    assertThat(Coordinate.word("System registers (all)")).isEqualTo("system-registers-all");
  }

  @Provide
  Arbitrary<Coordinate> coordinates() {
    Arbitrary<String> words =
        Arbitraries.strings()
            .withChars("abcdef0123456789-")
            .ofMinLength(1)
            .ofMaxLength(20)
            .filter(word -> !word.startsWith("-"));
    Arbitrary<Long> numbers = Arbitraries.longs().greaterOrEqual(0);
    Arbitrary<Integer> counts = Arbitraries.integers().greaterOrEqual(0);
    Arbitrary<MarkExpression> instants =
        Arbitraries.oneOf(
            Arbitraries.just(new MarkExpression.End(0)),
            Combinators.combine(numbers, counts).as((n, k) -> MarkExpression.at(new Mark(n, k))),
            Combinators.combine(counts.filter(n -> n > 0), numbers)
                .as((n, more) -> new MarkExpression.Event("hvc", n, more)));
    return Combinators.combine(words, instants, words.optional()).as(Coordinate::new);
  }
}
