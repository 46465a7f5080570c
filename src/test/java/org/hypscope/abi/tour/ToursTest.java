package org.hypscope.abi.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hypscope.abi.AbiEngine;
import org.hypscope.abi.doc.Markup;
import org.hypscope.abi.load.AbiFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What tours say is so, forwards and backwards; what is not so is told with file and line. */
class ToursTest {
  private static final AbiEngine ENGINE = AbiEngine.withBuiltIns();

  @TempDir private Path folder;

  static Stream<Tour> builtIn() {
    return Tours.builtIn().stream();
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void everyStopHoldsAndIsTheSameOnTheWayBack(Tour tour) throws Exception {
    assertThat(tour.stops()).as("each stop is checked").noneMatch(s -> s.expect().isEmpty());
    assertThat(tour.stops()).as("and has notes").noneMatch(s -> s.speaker().isEmpty());
    assertThat(TourCheck.of(tour, ENGINE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "r0=3                | r0=3 does not hold, as it is 0x00000002",
        "mode=HYP            | mode=HYP does not hold, as it is SVC",
        "HVBAR=second_kernel | HVBAR=second_kernel does not hold, as it is 0x400101c0",
        "HCR.VM=1            | HCR.VM=1 does not hold, as it is 0x00000000",
        "PC=0x40010460       | PC=0x40010460 does not hold, as it is 0x4001045c",
        "handler=K4          | handler=K4 does not hold, as it is K2",
        "finding=none        | finding=none does not hold, as it is call-number-as-function",
        "outcome=works       | outcome=works does not hold, as it is wild-branch",
        "console=nonsense    | console=nonsense does not hold, as it is KVM installed",
        "nonsense=1          | 'nonsense' is no register, field, symbol or address",
        "HVBAR=nonsense      | 'nonsense' is no number and no symbol",
      })
  void whatDoesNotHoldIsTold(String expect, String told) throws Exception {
    Path file = tour("at: \"hvc:4\"", "note: a false claim", "expect: [\"" + expect + "\"]");
    assertThat(TourCheck.of(Tours.read(file), ENGINE))
        .singleElement()
        .asString()
        .startsWith(file + ":4: stop 1 at hvc:4: ")
        .contains(told);
  }

  @Test
  void anInstantAfterTheEndAndAHighlightThatIsNoneAreTold() throws Exception {
    Path file = tour("at: \"#9999\"", "note: too far", "highlight: HCR.XX");
    assertThat(TourCheck.of(Tours.read(file), ENGINE))
        .anyMatch(line -> line.contains("the run ends at #673"))
        .anyMatch(line -> line.contains("HCR has no field 'XX'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at: somewhere  | note: x      | :4:9: at: 'somewhere' is no instant",
        "at: end        | notes: x     | :5:12: notes: unknown key",
        "at: end        | view: Code   | :4:5: stops: the key 'note' is missing",
        "at: end        | expect: [r0] | :4:5: stops: the key 'note' is missing",
      })
  void aBrokenStopIsToldWithItsLine(String first, String second, String told) throws Exception {
    Path file = tour(first, second);
    assertThatThrownBy(() -> Tours.read(file))
        .isInstanceOf(AbiFileException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(told);
  }

  @Test
  void aNoteThatWouldTakeThePanesRoomIsRefused() throws Exception {
    Path file = tour("at: end", "note: " + "long ".repeat(60));
    assertThatThrownBy(() -> Tours.read(file)).hasMessageContaining("under 'speaker'");
  }

  @Test
  void ofAUsersFolderGoodToursCountAndBrokenOnesAreTold() throws Exception {
    Files.writeString(folder.resolve("kdump-k2.yaml"), text("at: end", "note: mine"));
    Files.writeString(folder.resolve("mine.yaml"), text("at: end", "note: mine too"));
    Files.writeString(folder.resolve("broken.yaml"), "title: [");
    Tours tours = Tours.with(folder);
    assertThat(tours.refused())
        .singleElement()
        .asString()
        .contains("broken.yaml:1:")
        .contains("YAML");
    assertThat(tours.byName("kdump-k2").stops()).hasSize(1);
    assertThat(tours.byName("mine").stops()).hasSize(1);
    assertThat(tours.all()).hasSize(Tours.builtIn().size() + 1);
    assertThatThrownBy(() -> tours.byName("other")).hasMessageContaining("no tour 'other'");
    assertThat(Tours.with(folder.resolve("none")).refused()).isEmpty();
  }

  @Test
  void anImageOfOnesOwnIsFoundFromTheToursFolder() throws Exception {
    Files.copy(Path.of("samples/stub-s0/stub-s0.elf"), folder.resolve("own.elf"));
    Path file = folder.resolve("own.yaml");
    Files.writeString(
        file,
        text("at: \"hvc:1\"", "note: x", "expect: [handler=S0]")
            .replace("sample: kdump-k2", "image: own.elf"));
    Tour tour = Tours.read(file);
    assertThat(tour.scene().imageName()).isEqualTo("own.elf");
    assertThat(TourCheck.of(tour, ENGINE)).isEmpty();
  }

  @Test
  void aPlaceNamesATourAndAStopThatItHas() {
    Tour tour = Tours.builtIn().get(0);
    assertThat(TourPlace.parse("tour:kdump-k2:4").orElseThrow().index(tour)).isEqualTo(3);
    assertThat(TourPlace.parse("tour:kdump-k2").orElseThrow().index(tour)).isZero();
    assertThat(TourPlace.parse("kdump-k2")).isEmpty();
    TourPlace far = TourPlace.parse("tour:kdump-k2:99").orElseThrow();
    assertThatThrownBy(() -> far.index(tour)).hasMessageContaining("has 8 stops, not 99");
  }

  @Test
  void thePageHasEveryNote() {
    Tour tour = Tours.builtIn().get(0);
    String page = Markup.markdown.write(TourPage.of(tour));
    for (Tour.Stop stop : tour.stops()) {
      assertThat(page).contains(stop.note(), stop.speaker().lines().findFirst().orElseThrow());
    }
    assertThat(page).contains("## Stop 4 at `hvc:4`", "Checked: ", "`handler=K2`");
  }

  private Path tour(String... stop) throws IOException {
    return Files.writeString(folder.resolve("seeded.yaml"), text(stop));
  }

  private static String text(String... stop) {
    return "title: seeded\nsample: kdump-k2\nstops:\n  - "
        + String.join("\n    ", List.of(stop))
        + "\n";
  }
}
