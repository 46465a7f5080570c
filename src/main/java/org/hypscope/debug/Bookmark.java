package org.hypscope.debug;

import org.hypscope.time.Mark;

/**
 * An instant with a name.
 *
 * @param note what a person has to say about it, of any number of lines; empty for nothing
 */
public record Bookmark(String name, Mark at, String note) {
  /** A bookmark with no note. */
  public Bookmark(String name, Mark at) {
    this(name, at, "");
  }

  /** The name, and the note where there is one. */
  public String words() {
    return note.isBlank() ? name : name + "\n" + note.strip();
  }
}
