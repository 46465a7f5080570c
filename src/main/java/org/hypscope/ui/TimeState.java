package org.hypscope.ui;

import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.hypscope.debug.Bookmark;
import org.hypscope.debug.Origin;
import org.hypscope.debug.Place;
import org.hypscope.debug.Snapshot;
import org.hypscope.time.Mark;

/**
 * What a window knows of the run beside the instant that it shows: the bookmarks, and what was
 * asked about the past. Views read it and call its verbs; all of it belongs to the JavaFX thread.
 */
public final class TimeState {
  private final ReadOnlyObjectWrapper<Question> question = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Bookmark> bookmarks = FXCollections.observableArrayList();
  private final ObservableList<Bookmark> bookmarksToRead =
      FXCollections.unmodifiableObservableList(bookmarks);
  private Traveller traveller;
  private IntConsumer leaver;

  /**
   * Who wrote {@code place} before {@code at}.
   *
   * @param answer empty while it is worked on, and where it failed
   * @param failure why there is no answer; empty for none
   */
  public record Question(Place place, Mark at, Optional<Origin> answer, String failure) {
    /** Whether the answer is still being worked out. */
    public boolean isOpen() {
      return answer.isEmpty() && failure.isEmpty();
    }
  }

  /** Who goes to instants, and answers questions, for the window. */
  interface Traveller {
    /** See {@link TimeState#visit}. */
    void visit(Mark mark);

    /** See {@link TimeState#ask}. */
    void ask(Place place);

    /** See {@link TimeState#cancel}. */
    void cancel();

    /** See {@link TimeState#compareWith}. */
    void compareWith(int branch);
  }

  /** What was asked last; null where nothing was. */
  public ReadOnlyObjectProperty<Question> question() {
    return question.getReadOnlyProperty();
  }

  /** The bookmarks, in the order of the run. Not to be changed by views. */
  public ObservableList<Bookmark> bookmarks() {
    return bookmarksToRead;
  }

  /**
   * Has every pane show {@code mark}, soon. Where several are wanted in quick succession those in
   * between are left out.
   */
  public void visit(Mark mark) {
    traveller.visit(mark);
  }

  /** Finds out who wrote {@code place} last, in place of what was asked before. */
  public void ask(Place place) {
    traveller.ask(place);
  }

  /** Gives up what is being worked out. */
  public void cancel() {
    traveller.cancel();
  }

  /** Goes to where this run and that of {@link Snapshot#left} with this number first differ. */
  public void compareWith(int branch) {
    traveller.compareWith(branch);
  }

  /** Leaves this run for {@link Snapshot#left} with this number. */
  public void leaveFor(int branch) {
    leaver.accept(branch);
  }

  /** Bookmarks the instant of {@code snapshot}, named by where it is, or forgets its bookmark. */
  public void toggleBookmark(Snapshot snapshot) {
    Mark at = snapshot.mark();
    if (!bookmarks.removeIf(each -> each.at().equals(at))) {
      name(at, placeOf(snapshot));
    }
  }

  /** What a bookmark is called that nobody has named. */
  public static String placeOf(Snapshot snapshot) {
    String place = snapshot.symbols().describe(snapshot.pc());
    return place.isEmpty() ? String.format("0x%08x", snapshot.pc()) : place;
  }

  /** Gives the bookmark at {@code at} another name, or makes one. */
  public void name(Mark at, String name) {
    keep(new Bookmark(name, at, bookmarkAt(at).map(Bookmark::note).orElse("")));
  }

  /** Keeps {@code bookmark} in place of one at the same instant. */
  public void keep(Bookmark bookmark) {
    forget(bookmark.at());
    int after = 0;
    while (after < bookmarks.size() && bookmarks.get(after).at().compareTo(bookmark.at()) < 0) {
      after++;
    }
    bookmarks.add(after, bookmark);
  }

  /** The bookmark at {@code at}, if there is one. */
  public Optional<Bookmark> bookmarkAt(Mark at) {
    return bookmarks.stream().filter(each -> each.at().equals(at)).findFirst();
  }

  /** Takes the bookmark at {@code at} away. */
  public void forget(Mark at) {
    bookmarks.removeIf(each -> each.at().equals(at));
  }

  void connect(Traveller wanted, IntConsumer leaves) {
    traveller = wanted;
    leaver = leaves;
  }

  void show(Question asked) {
    question.set(asked);
  }

  /** Another image is opened. */
  void clear() {
    question.set(null);
    bookmarks.clear();
  }
}
