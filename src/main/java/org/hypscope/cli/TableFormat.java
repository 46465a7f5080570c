package org.hypscope.cli;

/** How tables are printed. Lower case, because that is how it is typed. */
enum TableFormat {
  text,
  json,
  markdown,
  html
}
