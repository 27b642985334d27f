package org.nowrongdoor.search.model;

/** What someone can do for another person now.
 *  @param text our sentence
 *  @param asStated the words of the source
 *  @param source the document and its line */
public record HelperStep(String text, String asStated, String source) {}
