package org.hypscope.ui.tour;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hypscope.abi.tour.Tour;

/** The tour that is under way in one window, and the stop that it is at. */
public final class TourModel {
  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60;

  private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper away = new ReadOnlyBooleanWrapper();
  private long started;

  /**
   * A stop.
   *
   * @param tour the tour
   * @param index which of its stops, counted from 0
   */
  public record Place(Tour tour, int index) {
    /** The stop. */
    public Tour.Stop stop() {
      return tour.stops().get(index);
    }

    /** The stop that follows; empty at the last. */
    public Optional<Tour.Stop> next() {
      return index + 1 < tour.stops().size()
          ? Optional.of(tour.stops().get(index + 1))
          : Optional.empty();
    }

    /** The stop {@code by} farther on, or back, as far as there is one. */
    public Place move(int by) {
      return new Place(tour, Math.max(0, Math.min(tour.stops().size() - 1, index + by)));
    }

    /** {@code 3 of 8}. */
    public String words() {
      return index + 1 + " of " + tour.stops().size();
    }
  }

  /** The stop; null while no tour is under way. */
  public ReadOnlyObjectProperty<Place> place() {
    return place.getReadOnlyProperty();
  }

  /** Whether the window shows another instant than that of the stop. */
  public ReadOnlyBooleanProperty away() {
    return away.getReadOnlyProperty();
  }

  /** Begins {@code tour} at the stop {@code index}; the clock reads {@code now} nanoseconds. */
  public void start(Tour tour, int index, long now) {
    started = now;
    show(new Place(tour, index));
  }

  /** Is at {@code next} from now on. */
  public void show(Place next) {
    away.set(false);
    place.set(next);
  }

  /** The window shows another instant than that of the stop, or that one again. */
  public void wander(boolean elsewhere) {
    away.set(elsewhere);
  }

  /** No tour is under way any more. */
  public void end() {
    away.set(false);
    place.set(null);
  }

  /** How long the tour has been under way, {@code 4:07}, when the clock reads {@code now}. */
  public String elapsed(long now) {
    long seconds = Math.max(0, now - started) / SECOND;
    return String.format("%d:%02d", seconds / MINUTE, seconds % MINUTE);
  }
}
