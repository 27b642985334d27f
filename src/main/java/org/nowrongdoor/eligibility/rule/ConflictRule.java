package org.nowrongdoor.eligibility.rule;

import org.jspecify.annotations.Nullable;

/** A condition of a service that contradicts what a client says.
 *  @param fact the condition that is asked for
 *  @param when the client's answer that contradicts it
 *  @param unless an answer that takes the contradiction away; null where there is none
 *  @param text both sides in words */
public record ConflictRule(FactCode fact, Rule.Leaf when, Rule.@Nullable Leaf unless, Label text) {}
