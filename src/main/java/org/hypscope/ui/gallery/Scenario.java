package org.hypscope.ui.gallery;

import java.util.List;

/**
 * What one card of the gallery says.
 *
 * @param name the sample's name, by which it is opened
 * @param title a few words
 * @param story one or two sentences
 * @param goesWrong one sentence, or empty where nothing does
 * @param calls its hypercalls in order
 */
public record Scenario(
    String name, String title, String story, String goesWrong, List<ScenarioCall> calls) {}
