package org.nowrongdoor.eligibility.rule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;

/**
 * One fact as the catalogue publishes it.
 *
 * @param values the words it can take, in their order; empty for numbers, texts and lists
 * @param question how to ask the provider
 * @param touchedBy what a client may say that makes this fact matter to them, any one of these
 */
public record FactEntry(
        String code,
        FactKind kind,
        Label labels,
        Map<String, Label> values,
        Label question,
        @JsonIgnore List<Rule.Leaf> touchedBy) {}
