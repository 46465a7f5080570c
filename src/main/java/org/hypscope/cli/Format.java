package org.hypscope.cli;

/** How a command prints. Lower case, because that is how it is typed. */
enum Format {
  text,
  json
}
