package org.hypscope.abi.tour;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.abi.doc.Page;

/** A tour on paper: every stop with its coordinate, what is said, and what the speaker knows. */
public final class TourPage {
  private TourPage() {}

  /** The page of {@code tour}. */
  public static Page of(Tour tour) {
    List<Page.Block> blocks = new ArrayList<>();
    blocks.add(
        new Page.Paragraph(
            tour.stops().size()
                + " stops in `"
                + tour.scene().imageName()
                + "`. `open tour:"
                + tour.name()
                + "` starts it; `N` goes on, `Shift+N` back."));
    for (int n = 0; n < tour.stops().size(); n++) {
      add(tour, n, blocks);
    }
    return new Page(tour.title(), blocks);
  }

  private static void add(Tour tour, int index, List<Page.Block> blocks) {
    Tour.Stop stop = tour.stops().get(index);
    blocks.add(new Page.Heading(2, "Stop " + (index + 1) + " at `" + stop.at() + "`"));
    blocks.add(new Page.Paragraph(stop.note()));
    if (!stop.speaker().isEmpty()) {
      stop.speaker().lines().map(Page.Paragraph::new).forEach(blocks::add);
    }
    List<String> facts = new ArrayList<>();
    stop.view()
        .ifPresent(
            view ->
                facts.add(
                    "Shown: "
                        + view
                        + stop.highlight().map(name -> ", on `" + name + "`").orElse("")));
    if (!stop.expect().isEmpty()) {
      List<String> checked = stop.expect().stream().map(each -> "`" + each + "`").toList();
      facts.add("Checked: " + String.join(", ", checked));
    }
    if (!facts.isEmpty()) {
      blocks.add(new Page.Items(facts));
    }
  }
}
