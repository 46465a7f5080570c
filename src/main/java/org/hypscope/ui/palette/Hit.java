package org.hypscope.ui.palette;

/**
 * One thing that the palette found.
 *
 * @param kind in a word: command, symbol, address, register
 * @param title its name
 * @param detail a value, an address or a key beside it
 * @param go what choosing it does, on the JavaFX thread
 */
public record Hit(String kind, String title, String detail, Runnable go) {}
